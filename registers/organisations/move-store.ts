// Store of moves (隶属变更): unions of one parent held with all below them, hung elsewhere, and what was noted of it.
import type { Act } from "@niangjia/foundation/act";
import type { OrgPath, PathRange } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";

type Tables = {
  "organisation.moves": {
    id: string;
    union_id: string;
    org_path: string;
    old_path: string;
    new_path: string;
    old_parent_id: string;
    new_parent_id: string;
    at: Date;
    by_account: string | null;
    unions: number;
    rows_moved: number;
  };
};

const db = (act: Act) => act.tx.withTables<Tables>();

export interface MoveRow {
  readonly at: Date;
  readonly oldParentId: string;
  readonly newParentId: string;
  readonly unions: number;
}

/** Moves of a union, newest first. */
export const movesOf = (act: Act, unionId: string): Promise<MoveRow[]> =>
  db(act)
    .selectFrom("organisation.moves")
    .select(["at", "old_parent_id as oldParentId", "new_parent_id as newParentId", "unions"])
    .where("union_id", "=", unionId)
    .orderBy("at", "desc")
    .execute();

/** Paths of unions under one parent. */
export interface Siblings {
  readonly above: OrgPath;
  readonly paths: readonly OrgPath[];
  /** Holds all of them, with what lies between. */
  readonly range: PathRange;
}

export interface Subtree {
  readonly unions: number;
  /** Of the deepest. */
  readonly depth: number;
}

/** Locks unions and all below them; answers of each how many they are with it. */
export async function lockSubtrees(
  act: Act,
  { above, paths, range: { low, high } }: Siblings,
): Promise<Map<string, Subtree>> {
  const { rows } = await sql<Subtree & { top: string }>`
    select top, count(*) as unions, max(length(path) - length(replace(path, '/', ''))) - 1 as depth
    from (select path, top from organisation.unions,
        left(path, ${above.length} + strpos(substr(path, ${above.length} + 1), '/')) top
      where path >= ${low} and path < ${high} and top = any(${[...paths]}::text[])
      order by path for update of unions) below
    group by top`.execute(act.tx);
  return new Map(rows.map(({ top, unions, depth }) => [top, { unions, depth }]));
}

export async function hangUnder(act: Act, ids: readonly string[], parentId: string): Promise<void> {
  await sql`update organisation.unions set parent_id = ${parentId}
    where id = any(${[...ids]}::uuid[])`.execute(act.tx);
}

export interface NewMove {
  readonly id: string;
  readonly unionId: string;
  readonly oldPath: OrgPath;
  readonly newPath: OrgPath;
  readonly oldParentId: string;
  readonly newParentId: string;
  readonly unions: number;
  readonly rows: number;
}

export async function insertMoves(act: Act, moves: readonly NewMove[]): Promise<void> {
  const rows = moves.map((move) => ({
    ...{ id: move.id, union_id: move.unionId, org_path: move.newPath },
    ...{ old_path: move.oldPath, new_path: move.newPath },
    ...{ old_parent_id: move.oldParentId, new_parent_id: move.newParentId },
    ...{ at: act.now, by_account: act.actor.accountId, unions: move.unions, rows_moved: move.rows },
  }));
  await db(act).insertInto("organisation.moves").values(rows).execute();
}
