// The door of the case register (业务数据库).
import type { Room } from "@niangjia/foundation/room";
import { clockSweep } from "./clock.ts";
import { unionClosedReaction } from "./closed.ts";
import { migrationSweep } from "./flow-migration.ts";
import { moveJob } from "./flow-move-run.ts";
import { paceSweep } from "./forecast-check.ts";
import type { CaseRoom } from "./function.ts";
import { offersOf } from "./functions.ts";
import { leavingSweep, postEndedJob } from "./leaving.ts";
import { mendingSweep } from "./mending.ts";
import { caseReactions } from "./reactions.ts";
import { recountJob, recountSweep } from "./recount.ts";
import { caseRoutes } from "./routes.ts";
import { wordsReaction, wordsSweep } from "./search-words.ts";
import { subEndedReaction, subsSweep } from "./subs.ts";

export { agreeAll } from "./agree-all.ts";
export { chainOf, type Link } from "./dossier-chain.ts";
export { offerDraft } from "./draft.ts";
export { faultyFacts, openSecrets } from "./facts.ts";
export { type FiledCase, filedCases } from "./filed-store.ts";
export { fulfilCase, type WaitingCase, waitingCases, withdrawCase } from "./fulfil.ts";
export {
  type Application,
  type Approved,
  type At,
  type CaseFunction,
  type CaseRecords,
  type CaseRoom,
  caseFunction,
  type Deed,
  type Facts,
} from "./function.ts";
export { type HandOver, handOverCases } from "./hand-over.ts";
export { countRunning } from "./running.ts";
export { actionsOf, findCase, type StoredCase } from "./store.ts";
export { paceSweep };

/** Where nobody follows what is printed. */
const thisMachine = "http://localhost:8080";

/**
 * The register with the case functions of these rooms: they get their routes, desk, clock and
 * notices from it. `address` is where people reach the house, as printed on case files.
 */
export function casesRoom(rooms: readonly CaseRoom[], address = thisMachine): Room {
  const offers = offersOf(rooms);
  return {
    word: "cases",
    title: "业务数据库",
    routes: caseRoutes(offers, address),
    reactions: [
      ...caseReactions,
      subEndedReaction(offers),
      unionClosedReaction(offers),
      wordsReaction(offers),
    ],
    longJobs: [postEndedJob(offers), recountJob(offers), moveJob(offers)],
    sweeps: [
      clockSweep(offers),
      subsSweep(offers),
      leavingSweep(offers),
      mendingSweep(offers),
      wordsSweep(offers),
      paceSweep,
      migrationSweep(offers),
      recountSweep(offers),
    ],
  };
}
