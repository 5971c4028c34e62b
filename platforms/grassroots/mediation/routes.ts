// Routes of mediation (调解接口). Applying, accepting, signing and referring are cases.
import { type Route, route } from "@niangjia/foundation/http";
import { selves } from "@niangjia/foundation/roles";
import * as contract from "./contract.ts";
import { enterReceipt, fetchDelivered, voidDelivery } from "./delivered.ts";
import { exportDisputes, showDispute, showDisputes } from "./disputes.ts";
import { declare, endDeclared, showInterests } from "./interests.ts";
import { askConfirmation, fetchAgreement, keepRecovery } from "./money.ts";
import { exportRate, showRate } from "./rate.ts";
import { callOff, callSession, keepMinutes } from "./sessions.ts";

const mediator = ["mediator"] as const;
const leading = ["cadre", "chair"] as const;
const may = [...mediator, ...leading] as const;

export const routes: readonly Route[] = [
  route(contract.disputes, { may, run: showDisputes }),
  route(contract.disputesFile, { may: leading, run: exportDisputes, callsAMinute: 20 }),
  route(contract.dispute, { may, run: showDispute }),
  route(contract.callSession, { may, run: callSession, callsAMinute: 60 }),
  route(contract.callOff, { may, run: callOff, callsAMinute: 60 }),
  route(contract.minutes, { may, run: keepMinutes, callsAMinute: 60 }),
  route(contract.agreementFile, { may: [...may, ...selves], run: fetchAgreement }),
  route(contract.recovery, { may, run: keepRecovery, callsAMinute: 60 }),
  route(contract.confirmation, { may, run: askConfirmation, callsAMinute: 20 }),
  route(contract.receipt, { may, run: enterReceipt, callsAMinute: 20 }),
  route(contract.voiding, { may, run: voidDelivery, callsAMinute: 20 }),
  route(contract.deliveryFile, { may, run: fetchDelivered, callsAMinute: 60 }),
  route(contract.interests, { may: mediator, run: showInterests }),
  route(contract.declareInterest, { may: mediator, run: declare, callsAMinute: 60 }),
  route(contract.endInterest, { may: mediator, run: endDeclared, callsAMinute: 60 }),
  route(contract.rate, { may: leading, run: showRate, callsAMinute: 60 }),
  route(contract.rateFile, { may: leading, run: exportRate, callsAMinute: 20 }),
];
