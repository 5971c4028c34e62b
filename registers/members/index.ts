// The door of the member register (会员数据库).
import type { Room } from "@niangjia/foundation/room";
import { memberRoutes } from "./routes.ts";

export { type Alike, alikeFrom, assessPair, type Compared, type Evidence } from "./alike.ts";
export { type Carrying, carryMembers } from "./carry.ts";
export { changeFacts, differing, type FactsChange, wholeFacts } from "./change.ts";
export { type ChangeLine, type ChangesWanted, listChanges } from "./changes-list.ts";
export {
  type Aspect,
  aspects,
  type Check,
  type Condition,
  checksOn,
  checkTitles,
  onRoster,
} from "./checks.ts";
export type { Outcome } from "./decide.ts";
export { type EmployerCount, employersWithoutUnion } from "./employers.ts";
export { beginWork, type Employment, employmentsOf, endWork, type Work } from "./employments.ts";
export { endMembership, type Leaving } from "./end.ts";
export { enrol, enrolOne, enrolPrepared } from "./enrol.ts";
export type {
  Enrolment,
  Prepared,
  UnionPlace,
} from "./enrolment.ts";
export {
  type FactField,
  type FactValue,
  factFields,
  factText,
  type PersonFacts,
  type SensitiveField,
  sensitiveFields,
} from "./facts.ts";
export { asked, countFailing, failing, faultCodes } from "./faults.ts";
export { type CurrentMembership, currentMembership } from "./held.ts";
export { type JoinedBy, joinedBy } from "./joined.ts";
export { type Keeping, keepMembership } from "./keep.ts";
export { countMembers, pathOf } from "./list.ts";
export type { FullLine } from "./list-store.ts";
export { type Measure, measures } from "./measures.ts";
export {
  type KeptRecord,
  type Merged,
  type MergeWish,
  mergePersons,
  type Pair,
  readPair,
  takenFields,
  type Verdict,
} from "./merge.ts";
export { type Moving, moveMembership } from "./move.ts";
export { moveRefusals } from "./moves-contract.ts";
export { type OwnRecord, ownRecord } from "./own.ts";
export { getRecord } from "./person.ts";
export { accountsOfSamePerson, recordStandingFor } from "./person-store.ts";
export { resumeMembership } from "./resume.ts";
export { openSealing, type Sealing } from "./sealing.ts";
export { identityBlinds, identityOf, phoneBlinds } from "./seals.ts";
export { type Source, sourceKinds } from "./source.ts";
export { type Standing, standingOf } from "./standing.ts";
export { wholeOf } from "./unmask.ts";
export { type Unmerged, type UnmergeWish, unmergePersons } from "./unmerge.ts";
export {
  type ClaimVerdict,
  claimsOf,
  claimsWaiting,
  type IdentityClaim,
  isVerifiable,
  recordVerdicts,
} from "./verification.ts";
export { walkMembers } from "./walk.ts";
export { openDocument } from "./whole.ts";

export const members: Room = { word: "members", title: "会员数据库", routes: memberRoutes };
