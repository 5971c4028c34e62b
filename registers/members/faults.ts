// Faults (问题) of records: which checks a record does not keep to, asked of the store by one expression a check.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
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

/** Codes of the checks each of these members fails at this moment; who is sound or out of reach is left out. */
export async function faultsOf(
  act: Act,
  personIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const checks = checksOn(dayOf(act.now));
  const { rows } = await sql<{ id: string; codes: string[] }>`
    select p.id, ${faultCodes(checks)} as codes from ${onRoster}
    where p.id = any(${personIds}::uuid[])`.execute(act.tx);
  return new Map(rows.filter(({ codes }) => codes.length > 0).map(({ id, codes }) => [id, codes]));
}
