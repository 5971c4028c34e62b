// The organisation register's door (工会组织库).
import type { Room } from "@niangjia/foundation/room";
import { foldSweep } from "./fold.ts";
import { reactions } from "./reactions.ts";

export {
  type AddedUnion,
  addEmployers,
  addUnion,
  checkUnion,
  type NewUnion,
  type PlantedUnion,
  plantUnions,
  refuseMisplaced,
} from "./add.ts";
export { changeFacts, checkChange, type FactsChange, factHistory, factsOn } from "./change.ts";
export { closeUnion } from "./close.ts";
export {
  changeSeats,
  type HeldSeat,
  leads,
  officeTitle,
  type Seat,
  type SeatChange,
  type Seating,
  seatHistory,
  seatsOn,
} from "./committees.ts";
export {
  type Body,
  bodies,
  levels,
  type Office,
  offices,
  refusals,
  states,
  type UnionLevel,
  type UnionState,
} from "./contract.ts";
export { employersWithUnion } from "./employer-store.ts";
export type { Fact, Term } from "./fact-store.ts";
export {
  type ClearableFacts,
  type FactField,
  type FactValue,
  factFields,
  factNames,
  factText,
  type Source,
  sourceKinds,
  type UnionFacts,
} from "./facts.ts";
export {
  checkFederationJoin,
  checkFederationLeave,
  type FederationJoin,
  joinFederation,
  leaveFederation,
  tradeFederation,
} from "./federation.ts";
export {
  type FederationMember,
  livingMembersOf,
  memberRowsOf,
} from "./federation-store.ts";
export {
  children,
  findByPath,
  findUnion,
  getUnion,
  holdUnion,
  lineAbove,
  successorsByIds,
  unionsByIds,
  unionsByPaths,
} from "./find.ts";
export {
  countUnions,
  type Filters,
  type ListedUnion,
  listUnions,
  type Sort,
} from "./list-store.ts";
export { type Move, type Moved, moveUnion, moveUnions, refuseUnfitMove } from "./move.ts";
export { type MoveRow, movesOf } from "./move-store.ts";
export { isUnionName, nameAdvice, plainUnionName } from "./name.ts";
export { openUnion } from "./open.ts";
export { speaksForDivision } from "./place.ts";
export { receivingUnions } from "./receiving-store.ts";
export {
  addDeltas,
  childrenNumbers,
  countsByLevel,
  type Delta,
  type Numbers,
  numbersAt,
  numbersOf,
  trend,
  trendDaysAtMost,
} from "./rollups.ts";
export { type SearchScope, searchUnions } from "./search.ts";
export {
  bearerOf,
  type Child,
  hasChildren,
  levelsRightBelow,
  livingSibling,
  type Union,
  unionsOfEmployer,
} from "./store.ts";
export {
  beginTerm,
  type ElectedTerm,
  extendTerm,
  lastDayOf,
  type NewTerm,
  termEnd,
  terms,
} from "./terms.ts";
export { foldSweep };

export const register: Room = {
  word: "organisations",
  title: "工会组织库",
  reactions,
  sweeps: [foldSweep],
};
