// The tree (组织树): one level at a time, from the post's own union down, with numbers from rollups.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import {
  type Child,
  children,
  hasChildren,
  lineAbove,
  numbersOf,
  type Union,
} from "@niangjia/registers/organisations";
import type { tree as contract } from "./contract.ts";
import { unionInReach } from "./reach.ts";
import { kindName, namedUnion, stateName } from "./words.ts";

type Tree = Answer<typeof contract>;

async function nodesOf(act: Act, unions: readonly Child[]): Promise<Tree["rows"]> {
  const paths = unions.map(({ path }) => path);
  const numbers = await numbersOf(act, paths, ["members", "unions"]);
  return unions.map((union) => {
    const { members, unions: counted } = numbers.get(union.path)!;
    return {
      ...namedUnion(union),
      path: union.path,
      kindName: kindName(union),
      state: union.state,
      stateName: stateName(union),
      members,
      unionsBelow: counted - (union.state === "closed" ? 0 : 1),
      hasChildren: union.hasChildren,
    };
  });
}

async function rootOf(act: Act, union: Union): Promise<Tree> {
  const root = { ...union, hasChildren: await hasChildren(act, union.id) };
  const line = (await lineAbove(act, union.path)).map(namedUnion);
  return { line, rows: await nodesOf(act, [root]), total: 1, page: 1, size: 1 };
}

/** Without a parent: the post's own union as the root, and the names of those above it. */
export async function showTree(act: Act, { query }: Asked<typeof contract>): Promise<Tree> {
  const { parent, closed, page, size } = query;
  const union = await unionInReach(act, parent);
  if (parent === undefined) return rootOf(act, union);
  const wanted = { parentId: union.id, closedToo: closed, page, size };
  const { rows, total } = await children(act, wanted);
  return { line: [], rows: await nodesOf(act, rows), total, page, size };
}
