// Routes of joining (新业态入会); the applications themselves go the way of all cases.
import { type Route, route } from "@niangjia/foundation/http";
import { selves, unionStaff } from "@niangjia/foundation/roles";
import { admitWaiting, showArrivals } from "./arrivals.ts";
import { fetchArrivals, takeOutArrivals } from "./arrivals-file.ts";
import * as contract from "./contract.ts";
import { showFederations } from "./federations.ts";
import { reportHeadcount, showHeadcounts } from "./headcounts.ts";
import {
  makeInvitation,
  showInvitation,
  showInvitations,
  showTrades,
  stopInviting,
} from "./invitations.ts";
import { lookAtCode } from "./look.ts";
import { drawPosterAt, drawSquareAt } from "./poster.ts";
import { exportRate, showRate } from "./rate.ts";
import { recordService, showOwnServices, showServices } from "./serve.ts";

const may = unionStaff;
const serving = [...unionStaff, "partner"] as const;

/** A hall of people behind one address looks at one code; 75 random bits are not to be guessed at that pace. */
const looksAMinute = 3_000;

/** `address` is where people reach the house: posters lead there. */
export const routesAt = (address: string): readonly Route[] => [
  route(contract.make, { may, run: makeInvitation, callsAMinute: 30 }),
  route(contract.list, { may, run: showInvitations }),
  route(contract.show, { may, run: showInvitation }),
  route(contract.stop, { may, run: stopInviting }),
  route(contract.poster, { may, run: drawPosterAt(address), callsAMinute: 30 }),
  route(contract.square, { may, run: drawSquareAt(address), callsAMinute: 60 }),
  route(contract.arrivals, { may, run: showArrivals }),
  route(contract.takeOut, { may, run: takeOutArrivals, callsAMinute: 20 }),
  route(contract.takeOutFile, { may, run: fetchArrivals, callsAMinute: 60 }),
  route(contract.admit, { may: ["officer"], run: admitWaiting, callsAMinute: 60 }),
  route(contract.look, { may: "anyone", run: lookAtCode, callsAMinute: looksAMinute }),
  route(contract.federations, { may, run: showFederations }),
  route(contract.tradeList, { may: serving, run: showTrades }),
  route(contract.record, { may: serving, run: recordService, callsAMinute: 60 }),
  route(contract.services, { may, run: showServices }),
  route(contract.ownServices, { may: selves, run: showOwnServices }),
  route(contract.headcount, { may, run: reportHeadcount, callsAMinute: 60 }),
  route(contract.headcounts, { may, run: showHeadcounts }),
  route(contract.rate, { may, run: showRate, callsAMinute: 60 }),
  route(contract.rateFile, { may, run: exportRate, callsAMinute: 20 }),
];
