// Finding unions (查找工会): one, many, those above, those below. Unions are readable by everyone
// signed in.
import type { Act } from "@niangjia/foundation/act";
import { ancestorsOf, type OrgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { refusals } from "./contract.ts";
import {
  type Child,
  type ChildrenWanted,
  childrenOf,
  holdUnions,
  type Union,
  unionById,
  unionByPath,
  unionsOfIds,
  unionsOfPaths,
} from "./store.ts";
import { placesToday } from "./successor-store.ts";

export const findUnion = (act: Act, id: string): Promise<Union | undefined> => unionById(act, id);

/** Refuses an id that is no union's. */
export async function getUnion(act: Act, id: string): Promise<Union> {
  const union = await unionById(act, id);
  if (!union) throw refuse(refusals.notFound);
  return union;
}

export const findByPath = (act: Act, path: string): Promise<Union | undefined> =>
  unionByPath(act, path);

/** Unions by id; ids of none are left out. */
export async function unionsByIds(act: Act, ids: readonly string[]): Promise<Map<string, Union>> {
  const wanted = [...new Set(ids)];
  const found = wanted.length === 0 ? [] : await unionsOfIds(act, wanted);
  return new Map(found.map((union) => [union.id, union]));
}

export async function unionsByPaths(
  act: Act,
  paths: readonly string[],
): Promise<Map<string, Union>> {
  const wanted = [...new Set(paths)];
  const found = wanted.length === 0 ? [] : await unionsOfPaths(act, wanted);
  return new Map(found.map((union) => [union.path, union]));
}

/** By id, the union that a union lives on in: its own self, or who took up what it left. */
export async function successorsByIds(
  act: Act,
  ids: readonly string[],
): Promise<Map<string, { readonly id: string; readonly path: OrgPath }>> {
  const wanted = [...new Set(ids)];
  const found = wanted.length === 0 ? [] : await placesToday(act, wanted);
  return new Map(found.map(({ id, livingId, path }) => [id, { id: livingId, path }]));
}

/** The unions above, from the top down; empty for the top. */
export async function lineAbove(act: Act, path: OrgPath): Promise<Union[]> {
  const above = ancestorsOf(path);
  return above.length === 0 ? [] : unionsOfPaths(act, above);
}

/**
 * Unions right below, in order of path, page by page, each with whether there are more under it.
 */
export const children = (
  act: Act,
  wanted: ChildrenWanted,
): Promise<{ rows: Child[]; total: number }> => childrenOf(act, wanted);

/**
 * The union as it is at this moment, kept from moving or closing until the act ends. For whoever
 * writes rows that bear its path: without it a move beside the act could leave them behind. Refuses
 * what lies outside the actor's scope.
 */
export async function holdUnion(act: Act, id: string): Promise<Union> {
  const [union] = await holdUnions(act, [id], "shared");
  if (!union) throw refuse(refusals.notFound);
  return union;
}
