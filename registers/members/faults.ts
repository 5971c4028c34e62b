// Faults (问题) of records: which checks a record does not keep to, asked of the store by one expression a check.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { type OrgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";
import { type Check, type Condition, checksOn, onRoster } from "./checks.ts";

/** True for a record the check is asked of. */
export const asked = ({ applies }: Check): Condition => applies ?? sql`true`;

/** True for a record the check is asked of and that does not keep to it; never null. */
export const failing = (check: Check): Condition =>
  sql`coalesce((${asked(check)}) and (${check.fails}), false)`;

/** The codes of the checks a record fails, as a text array in the order of the checks. */
export const faultCodes = (checks: readonly Check[]): Condition =>
  sql`array_remove(array[${sql.join(
    checks.map((check) => sql`case when ${failing(check)} then ${check.code} end`),
  )}]::text[], null)`;

export interface WhoFails {
  readonly code: string;
  /** Everyone at and under a union, or one person wherever they are. */
  readonly of: { readonly path: OrgPath } | { readonly personId: string };
}

/** How many members fail a check at this moment. */
export async function countFailing(act: Act, { code, of }: WhoFails): Promise<number> {
  const check = checksOn(dayOf(act.now)).find((one) => one.code === code);
  if (!check) throw new RangeError(`no check is called ${code}`);
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${onRoster}
    where ${failing(check)} and ${whose(of)}`.execute(act.tx);
  return rows[0]!.n;
}

function whose(of: WhoFails["of"]): Condition {
  if ("personId" in of) return sql`p.id = ${of.personId}`;
  const { low, high } = rangeOf(of.path);
  return sql`p.org_path >= ${low} and p.org_path < ${high}`;
}
