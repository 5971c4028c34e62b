// Moving a union (隶属关系调整): it and all below it hang elsewhere; rows, numbers and posts follow in
// the same act.
import { tellAccessChanged } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import {
  ancestorsOf,
  childOf,
  contains,
  depthOf,
  type OrgPath,
  orgPath,
  rangeOf,
  segmentsOf,
} from "@niangjia/foundation/orgpath";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { depthAtMost, nextSegment, refuseMisplaced } from "./add.ts";
import { refusals } from "./contract.ts";
import * as events from "./events.ts";
import { foldAll } from "./fold.ts";
import { isDivision, runningNumber } from "./place.ts";
import { liftTotals, movePaths, takeRollups } from "./rollup-store.ts";
import {
  holdUnions,
  insertMove,
  lockSubtree,
  noteSegment,
  type Union,
  unionByPath,
  updateUnion,
} from "./store.ts";

export interface Move {
  readonly unionId: string;
  readonly newParentId: string;
}

export interface Moved {
  readonly oldPath: OrgPath;
  readonly newPath: OrgPath;
  /** Unions that moved, this one included. */
  readonly unions: number;
  /** Rows of the whole house that follow them. */
  readonly rows: number;
}

/**
 * Whoever acts must stand at or above the new parent; that the old side agrees is for the caller to
 * have asked.
 */
function refuseOutOfReach({ actor }: Act, parent: Union): void {
  if (actor.kind === "system") return;
  const reach = actor.post && orgPath(actor.post.orgPath);
  if (reach && contains(reach, parent.path)) return;
  throw refuse(refusals.outOfReach, { words: { name: parent.name } });
}

/** Why a union cannot hang there, as far as the two rows tell. */
export function refuseUnfitMove(union: Union, parent: Union): void {
  const words = { name: union.name, parent: parent.name };
  if (union.state === "closed") throw refuse(refusals.closed, { words });
  if (union.parentId === null) throw refuse(refusals.topFixed);
  if (union.parentId === parent.id) throw refuse(refusals.alreadyThere, { words });
  if (contains(union.path, parent.path)) throw refuse(refusals.underItself, { words });
  refuseMisplaced(union.level, parent);
}

/** A division's code goes along while nobody bears it there; a running number is given anew. */
async function newPlace(act: Act, union: Union, parent: Union): Promise<OrgPath> {
  const own = segmentsOf(union.path).at(-1)!;
  if (isDivision(own)) {
    const path = childOf(parent.path, own);
    if (!(await unionByPath(act, path))) return path;
  }
  return childOf(parent.path, await nextSegment(act, parent));
}

/**
 * Folded numbers leave the ancestors of one side and reach those of the other; what both share
 * stays.
 */
async function moveNumbers(act: Act, oldPath: OrgPath, newPath: OrgPath): Promise<void> {
  const [before, after] = [ancestorsOf(oldPath), ancestorsOf(newPath)];
  await liftTotals(act, {
    path: oldPath,
    from: before.filter((path) => !after.includes(path)),
    to: after.filter((path) => !before.includes(path)),
    day: dayOf(act.now),
  });
}

async function hang(act: Act, union: Union, parent: Union): Promise<Moved> {
  // Every act that holds one of these unions ends before its lock is given, and its rows are then
  // seen and moved. The second look also locks a union that such an act had just added.
  await lockSubtree(act, union.path);
  const below = await lockSubtree(act, union.path);
  if (below.depth - depthOf(union.path) + depthOf(parent.path) + 1 > depthAtMost) {
    throw refuse(refusals.tooDeep);
  }
  await foldAll(act, rangeOf(union.path));
  const newPath = await newPlace(act, union, parent);
  await moveNumbers(act, union.path, newPath);
  await updateUnion(act, union.id, { parent_id: parent.id });
  await noteSegment(act, union.parentId!, runningNumber(segmentsOf(union.path).at(-1)!));
  const rows = await movePaths(act, union.path, newPath);
  return { oldPath: union.path, newPath, unions: below.unions, rows };
}

/**
 * Hangs a union under another parent. One act: paths of all rows of the house, rollups of old and
 * new ancestors, posts and so scopes, the note of the move. Refuses the top, a closed union or
 * parent, a place under itself, a level that does not fit. Runs with the house's reach, since half
 * of what it writes lies outside the actor's. Tells `organisations.moved`.
 */
export async function moveUnion(act: Act, { unionId, newParentId }: Move): Promise<Moved> {
  return asHouse(act, async (house) => {
    await takeRollups(house);
    const held = await holdUnions(house, [unionId, newParentId], "alone");
    const union = held.find(({ id }) => id === unionId);
    const parent = held.find(({ id }) => id === newParentId);
    if (!union || !parent) throw refuse(refusals.notFound);
    refuseOutOfReach(act, parent);
    refuseUnfitMove(union, parent);
    const moved = await hang(house, union, parent);
    const parents = { oldParentId: union.parentId!, newParentId };
    await insertMove(house, { id: newId(act.now), unionId, ...parents, ...moved });
    await tellAccessChanged(house);
    const { oldPath, newPath } = moved;
    await emit(house, events.moved(newPath, { unionId, oldPath, newPath }));
    return moved;
  });
}
