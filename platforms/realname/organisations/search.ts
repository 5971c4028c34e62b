// Search (搜索工会): inside the scope for staff's work, and a directory of names for everyone.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { ancestorsOf } from "@niangjia/foundation/orgpath";
import {
  findUnion,
  searchUnions,
  type Union,
  unionsByPaths,
} from "@niangjia/registers/organisations";
import type { directory as directoryContract, search as searchContract } from "./contract.ts";
import { unionInReach } from "./reach.ts";
import { kindName, namedUnion } from "./words.ts";

/** Names of the unions above each, so that two of like names are told apart. */
async function withLines(act: Act, unions: readonly Union[]) {
  const above = unions.flatMap(({ path }) => ancestorsOf(path));
  const byPath = await unionsByPaths(act, above);
  return unions.map((union) => ({
    ...namedUnion(union),
    kindName: kindName(union),
    line: ancestorsOf(union.path).flatMap((path) => byPath.get(path)?.name ?? []),
    path: union.path,
  }));
}

export async function searchInReach(
  act: Act,
  { query }: Asked<typeof searchContract>,
): Promise<Answer<typeof searchContract>> {
  const { path } = await unionInReach(act, query.under);
  const unions = await searchUnions(act, query.q, { under: path, limit: query.size });
  return { rows: await withLines(act, unions) };
}

/**
 * Names and places of unions are public among those signed in: to choose where to join or transfer
 * to.
 */
export async function searchDirectory(
  act: Act,
  { query }: Asked<typeof directoryContract>,
): Promise<Answer<typeof directoryContract>> {
  const chosen = query.id && (await findUnion(act, query.id));
  const found = query.q ? await searchUnions(act, query.q, { limit: query.size }) : [];
  return { rows: await withLines(act, chosen ? [chosen, ...found] : found) };
}
