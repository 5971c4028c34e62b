// Store of unions (工会): the tree itself. Numbers lie in rollup-store.ts, facts and terms in
// fact-store.ts.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";
import type { UnionLevel, UnionState } from "./contract.ts";

export interface Union {
  readonly id: string;
  readonly path: OrgPath;
  readonly parentId: string | null;
  readonly name: string;
  readonly level: UnionLevel;
  /** Code of list `union-kind`. */
  readonly kind: string;
  /** 6, 9 or 12 digits. */
  readonly division: string;
  readonly state: UnionState;
  readonly sinceDay: Day;
  readonly closedDay: Day | null;
}

export type UnionTables = {
  "organisation.unions": {
    id: string;
    path: OrgPath;
    parent_id: string | null;
    name: string;
    pinyin: string;
    initials: string;
    level: UnionLevel;
    kind: string;
    division: string;
    state: UnionState;
    since_day: Day;
    closed_day: Day | null;
    last_segment: number;
    successor_id: string | null;
  };
  "organisation.codes": { uscc: string; union_id: string; role: "own" | "employer" };
};

const db = (act: Act) => act.tx.withTables<UnionTables>();

const unionColumns = [
  "id",
  "path",
  "parent_id as parentId",
  "name",
  "level",
  "kind",
  "division",
  "state",
  "since_day as sinceDay",
  "closed_day as closedDay",
] as const;

const unions = (act: Act) => db(act).selectFrom("organisation.unions").select(unionColumns);

export const unionById = (act: Act, id: string): Promise<Union | undefined> =>
  unions(act).where("id", "=", id).executeTakeFirst();

export const unionByPath = (act: Act, path: string): Promise<Union | undefined> =>
  unions(act)
    .where("path", "=", path as OrgPath)
    .executeTakeFirst();

export const unionsOfIds = (act: Act, ids: readonly string[]): Promise<Union[]> =>
  unions(act).where("id", "=", sql<string>`any(${ids}::uuid[])`).execute();

export const unionsOfPaths = (act: Act, paths: readonly string[]): Promise<Union[]> =>
  unions(act).where("path", "=", sql<OrgPath>`any(${paths}::text[])`).orderBy("path").execute();

/**
 * `shared`: it cannot move or close until the act ends. `alone`: nor can another act change or add
 * below it.
 */
export type Hold = "shared" | "alone" | "closing";

const locks = {
  shared: sql`for key share`,
  alone: sql`for no key update`,
  closing: sql`for update`,
} as const;

/**
 * The union, held; undefined outside the actor's scope. Always taken in order of path, so that no
 * two acts wait in a ring.
 */
export async function holdUnions(act: Act, ids: readonly string[], hold: Hold): Promise<Union[]> {
  return unions(act)
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("path")
    .modifyEnd(locks[hold])
    .execute();
}

/** Holds unions by path; answers how many of the paths are those of unions at this moment. */
export async function holdPaths(act: Act, paths: readonly string[]): Promise<number> {
  const { rows } = await sql`select from organisation.unions
    where path = any(${paths}::text[]) order by path for key share`.execute(act.tx);
  return rows.length;
}

export interface ChildrenWanted {
  readonly parentId: string;
  readonly closedToo: boolean;
  readonly page: number;
  readonly size: number;
}

export interface Child extends Union {
  readonly hasChildren: boolean;
}

export async function childrenOf(
  act: Act,
  { parentId, closedToo, page, size }: ChildrenWanted,
): Promise<{ rows: Child[]; total: number }> {
  let children = db(act).selectFrom("organisation.unions").where("parent_id", "=", parentId);
  if (!closedToo) children = children.where("state", "<>", "closed");
  const onPage = children
    .select(unionColumns)
    .orderBy("path")
    .limit(size)
    .offset((page - 1) * size);
  const living = closedToo ? sql`` : sql`and b.state <> 'closed'`;
  const hasChildren = sql<boolean>`exists (
    select from organisation.unions b where b.parent_id = p.id ${living})`;
  const rows = await db(act)
    .selectFrom(onPage.as("p"))
    .selectAll("p")
    .select(hasChildren.as("hasChildren"))
    .orderBy("p.path")
    .execute();
  if (page === 1 && rows.length < size) return { rows, total: rows.length };
  const counted = children.select(({ fn }) => fn.countAll<number>().as("total"));
  return { rows, ...(await counted.executeTakeFirstOrThrow()) };
}

export const hasChildren = async (act: Act, id: string): Promise<boolean> =>
  (await livingBelow(act, id, 1)) > 0;

/** Levels of the living unions right below, with how many are of each. */
export async function levelsRightBelow(
  act: Act,
  id: string,
): Promise<{ level: UnionLevel; count: number }[]> {
  const { rows } = await sql<{ level: UnionLevel; count: number }>`
    select level, count(*) from organisation.unions
    where parent_id = ${id} and state <> 'closed' group by level order by level`.execute(act.tx);
  return rows;
}

/** How many living unions stand right below, counted up to `atMost`. */
export async function livingBelow(act: Act, id: string, atMost = 1_000_000): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from (
    select from organisation.unions where parent_id = ${id} and state <> 'closed'
    limit ${atMost}) below`.execute(act.tx);
  return rows[0]!.count;
}

export const livingSibling = (
  act: Act,
  parentId: string,
  name: string,
): Promise<Union | undefined> =>
  unions(act)
    .where("parent_id", "=", parentId)
    .where("name", "=", name)
    .where("state", "<>", "closed")
    .executeTakeFirst();

/** The union that bears a credit code itself. */
export const bearerOf = (act: Act, uscc: string): Promise<Union | undefined> =>
  unions(act).where("id", "=", ownerOf(act, uscc)).executeTakeFirst();

const ownerOf = (act: Act, uscc: string) =>
  db(act)
    .selectFrom("organisation.codes")
    .select("union_id")
    .where("uscc", "=", uscc)
    .where("role", "=", "own");

/** Living unions whose employer bears a credit code. */
export const unionsOfEmployer = (act: Act, uscc: string): Promise<Union[]> =>
  unions(act)
    .where(
      "id",
      "in",
      db(act)
        .selectFrom("organisation.codes")
        .select("union_id")
        .where("uscc", "=", uscc)
        .where("role", "=", "employer"),
    )
    .where("state", "<>", "closed")
    .orderBy("path")
    .execute();

/** The highest running segment among a parent's unions, and the highest number it ever gave. */
export async function lastSegmentOf(
  act: Act,
  { id, path }: Union,
): Promise<{ last: number; highest: string | null }> {
  const { rows } = await sql<{ last: number; highest: string | null }>`
    select last_segment as last, (
      select substr(path, length(${path}::text) + 1, 4) from organisation.unions
      where parent_id = ${id} and length(path) = length(${path}::text) + 5
      order by path desc limit 1) as highest
    from organisation.unions where id = ${id}`.execute(act.tx);
  return rows[0]!;
}

/** Notes that a running number was given under a parent, so that it never is again. */
export async function noteSegment(act: Act, parentId: string, number: number): Promise<void> {
  await db(act)
    .updateTable("organisation.unions")
    .set({ last_segment: sql<number>`greatest(last_segment, ${number}::int)` })
    .where("id", "=", parentId)
    .execute();
}

/** Changes a union's own row. Throws when the actor's scope does not hold it. */
export async function updateUnion(
  act: Act,
  id: string,
  change: Partial<UnionTables["organisation.unions"]>,
): Promise<void> {
  const { numUpdatedRows } = await db(act)
    .updateTable("organisation.unions")
    .set(change)
    .where("id", "=", id)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error("a union that was held can be changed");
}
