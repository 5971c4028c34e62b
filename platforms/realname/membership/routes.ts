// Routes of membership (会员入转退), beside those all cases have.
import { type Route, route } from "@niangjia/foundation/http";
import { everyoneServed, unionStaff } from "@niangjia/foundation/roles";
import { showChanges } from "./changes.ts";
import {
  employments,
  membershipChanges,
  nearbyPlaces,
  proposeUnions as proposeContract,
} from "./contract.ts";
import { changeDeskPhone, sendDeskCode } from "./desk-phone.ts";
import * as desk from "./desk-phone-contract.ts";
import { findNearby } from "./nearby.ts";
import { proposeUnions } from "./propose.ts";
import { showEmployments } from "./work.ts";

export const routes: readonly Route[] = [
  route(proposeContract, { may: everyoneServed, run: proposeUnions }),
  route(nearbyPlaces, { may: everyoneServed, run: findNearby }),
  route(membershipChanges, { may: unionStaff, run: showChanges }),
  route(desk.sendDeskCode, { may: unionStaff, run: sendDeskCode, callsAMinute: 10 }),
  route(desk.changeDeskPhone, { may: unionStaff, run: changeDeskPhone, callsAMinute: 10 }),
  route(employments, { may: everyoneServed, run: showEmployments }),
];
