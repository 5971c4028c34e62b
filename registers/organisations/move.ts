// Moving unions (隶属关系调整): they and all below them hang elsewhere; rows, numbers and posts follow
// in the same act.
import { tellAccessChanged } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import {
  childOf,
  contains,
  depthOf,
  findParent,
  lineageOf,
  type OrgPath,
  orgPath,
  rangeOf,
  segmentsOf,
} from "@niangjia/foundation/orgpath";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { depthAtMost, nextSegments, refuseMisplaced } from "./add.ts";
import { refusals } from "./contract.ts";
import * as events from "./events.ts";
import { foldAll } from "./fold.ts";
import { hangUnder, insertMoves, lockSubtrees, type Siblings } from "./move-store.ts";
import { isDivision, runningNumber } from "./place.ts";
import { liftTotals, movePaths, takeRollups } from "./rollup-store.ts";
import { holdUnions, noteSegment, type Union, unionsOfPaths } from "./store.ts";

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

/** Division codes go along while nobody bears them there; running numbers are given anew. */
async function newPlaces(
  act: Act,
  unions: readonly Union[],
  parent: Union,
): Promise<Map<string, OrgPath>> {
  const coded = unions.flatMap(({ path }) => {
    const own = segmentsOf(path).at(-1)!;
    return isDivision(own) ? { path, place: childOf(parent.path, own) } : [];
  });
  const borne = new Set(
    (
      await unionsOfPaths(
        act,
        coded.map(({ place }) => place),
      )
    ).map(({ path }) => path),
  );
  const places = new Map<string, OrgPath>();
  for (const { path, place } of coded) if (!borne.has(place)) places.set(path, place);
  const rest = unions.filter(({ path }) => !places.has(path));
  const segments = await nextSegments(act, parent, rest.length);
  for (const [nth, { path }] of rest.entries()) {
    places.set(path, childOf(parent.path, segments[nth]!));
  }
  return places;
}

/**
 * Folded numbers leave the ancestors of one side and reach those of the other; what both share
 * stays.
 */
async function moveNumbers(act: Act, { above, paths }: Siblings, parent: Union): Promise<void> {
  const [before, after] = [lineageOf(above), lineageOf(parent.path)];
  await liftTotals(act, {
    paths,
    from: before.filter((path) => !after.includes(path)),
    to: after.filter((path) => !before.includes(path)),
    day: dayOf(act.now),
  });
}

/** Locks them with all below. Refuses where the deepest would lie too deep. */
async function lockAll(act: Act, siblings: Siblings, parent: Union) {
  // Every act that holds one of these unions ends before its lock is given, and its rows are then
  // seen and moved. The second look also locks a union that such an act had just added.
  await lockSubtrees(act, siblings);
  const below = await lockSubtrees(act, siblings);
  const deeper = depthOf(parent.path) - depthOf(siblings.above);
  for (const { depth } of below.values()) {
    if (depth + deeper > depthAtMost) throw refuse(refusals.tooDeep);
  }
  return below;
}

async function hang(act: Act, unions: readonly Union[], parent: Union): Promise<Moved[]> {
  const siblings = siblingsOf(unions);
  const below = await lockAll(act, siblings, parent);
  await foldAll(act, siblings.range);
  const places = await newPlaces(act, unions, parent);
  await moveNumbers(act, siblings, parent);
  const ids = unions.map(({ id }) => id);
  await hangUnder(act, ids, parent.id);
  const numbers = unions.map(({ path }) => runningNumber(segmentsOf(path).at(-1)!));
  await noteSegment(act, unions[0]!.parentId!, Math.max(...numbers));
  const moves = unions.map(({ path }) => ({ oldPath: path, newPath: places.get(path)! }));
  const rows = await movePaths(act, moves);
  return moves.map((move) => ({
    ...{ ...move, unions: below.get(move.oldPath)?.unions ?? 1 },
    rows: rows.get(move.oldPath) ?? 0,
  }));
}

function siblingsOf(unions: readonly Union[]): Siblings {
  const paths = unions.map(({ path }) => path).sort();
  const above = findParent(paths[0]!)!;
  if (paths.some((path) => findParent(path) !== above)) {
    throw new Error("unions that move together stand under one parent");
  }
  const [low, high] = [rangeOf(paths[0]!).low, rangeOf(paths.at(-1)!).high];
  return { above, paths, range: { low, high } };
}

/**
 * Hangs unions that stand under one parent under another. One act: paths of all rows of the house,
 * rollups of old and new ancestors, posts and so scopes, the notes of the moves. Refuses the top, a
 * closed union or parent, a place under itself, a level that does not fit. Runs with the house's
 * reach, since half of what it writes lies outside the actor's. Tells `organisations.moved` of each.
 */
export async function moveUnions(
  act: Act,
  { unionIds, newParentId }: { readonly unionIds: readonly string[]; readonly newParentId: string },
): Promise<Moved[]> {
  return asHouse(act, async (house) => {
    await takeRollups(house);
    const held = await holdUnions(house, [...unionIds, newParentId], "alone");
    const parent = held.find(({ id }) => id === newParentId);
    const unions = held.filter(({ id }) => unionIds.includes(id));
    if (!parent || unions.length !== unionIds.length) throw refuse(refusals.notFound);
    if (unions.length === 0) return [];
    refuseOutOfReach(act, parent);
    for (const union of unions) refuseUnfitMove(union, parent);
    const moved = await hang(house, unions, parent);
    const told = moved.map((move, nth) => ({ ...move, unionId: unions[nth]!.id }));
    const parents = { oldParentId: unions[0]!.parentId!, newParentId };
    await insertMoves(
      house,
      told.map((move) => ({ id: newId(act.now), ...parents, ...move })),
    );
    await tellAccessChanged(house);
    await emit(
      house,
      ...told.map(({ unionId, oldPath, newPath }) =>
        events.moved(newPath, { unionId, oldPath, newPath }),
      ),
    );
    return moved;
  });
}

/** One alone, as `moveUnions`. */
export async function moveUnion(act: Act, { unionId, newParentId }: Move): Promise<Moved> {
  const [moved] = await moveUnions(act, { unionIds: [unionId], newParentId });
  return moved!;
}
