// Store of the rows behind a number (扣分明细): members that lose points, with the checks they fail.
import type { Act } from "@niangjia/foundation/act";
import { type OrgPath, rangeOf } from "@niangjia/foundation/orgpath";
import type { Check, Condition } from "@niangjia/registers/members";
import { sql } from "kysely";
import { losing, withAccepted } from "./score-store.ts";

export interface LosingRow {
  readonly personId: string;
  readonly name: string;
  readonly idMask: string;
  readonly unionId: string;
  readonly unionName: string;
  readonly codes: readonly string[];
}

const loses = (checks: readonly Check[]): Condition =>
  sql`(${sql.join(checks.map(losing), sql` or `)})`;

const within = (path: OrgPath): Condition => {
  const { low, high } = rangeOf(path);
  return sql`p.org_path >= ${low} and p.org_path < ${high}`;
};

/** Members at and under a path that fail one of the checks, by union and person. */
export async function losingRows(
  act: Act,
  checks: readonly Check[],
  {
    path,
    size,
    offset,
  }: { readonly path: OrgPath; readonly size: number; readonly offset: number },
): Promise<LosingRow[]> {
  const codes = sql.join(
    checks.map((check) => sql`case when ${losing(check)} then ${check.code} end`),
  );
  const { rows } = await sql<LosingRow>`select p.id as "personId", p.name, p.id_mask as "idMask",
      u.id as "unionId", u.name as "unionName", array_remove(array[${codes}]::text[], null) as codes
    from ${withAccepted} where ${within(path)} and ${loses(checks)}
    order by p.org_path, p.id limit ${size} offset ${offset}`.execute(act.tx);
  return rows;
}

/** Counts them up to one beyond `atMost`. */
export async function countLosing(
  act: Act,
  checks: readonly Check[],
  { path, atMost }: { readonly path: OrgPath; readonly atMost: number },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select from ${withAccepted} where ${within(path)} and ${loses(checks)}
    limit ${atMost + 1}) as found`.execute(act.tx);
  return rows[0]!.n;
}
