// The door of the case register (业务数据库).
import type { Room } from "@niangjia/foundation/room";
import { clockSweep } from "./clock.ts";
import type { CaseRoom } from "./function.ts";
import { offersOf } from "./functions.ts";
import { caseReactions } from "./reactions.ts";
import { caseRoutes } from "./routes.ts";

export { agreeAll } from "./agree-all.ts";
export { faultyFacts } from "./facts.ts";
export { fulfilCase, type WaitingCase, waitingCases } from "./fulfil.ts";
export {
  type Application,
  type Approved,
  type CaseFunction,
  type CaseRoom,
  caseFunction,
  type Facts,
} from "./function.ts";
export { type HandOver, handOverCases } from "./hand-over.ts";
export { countRunning } from "./running.ts";
export { findCase } from "./store.ts";

/**
 * The register with the case functions of these rooms: they get their routes, desk, clock and
 * notices from it.
 */
export function casesRoom(rooms: readonly CaseRoom[]): Room {
  const offers = offersOf(rooms);
  return {
    word: "cases",
    title: "业务数据库",
    routes: caseRoutes(offers),
    reactions: caseReactions,
    sweeps: [clockSweep(offers)],
  };
}
