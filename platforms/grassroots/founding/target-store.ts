// Store of coverage (应建未建): firms and communities without a union, with the plan for each.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { type RawBuilder, sql } from "kysely";
import type { plans, TargetKind, TargetSort, TargetSource } from "./contract.ts";

export type TargetRow = {
  id: string;
  org_path: string;
  org_id: string;
  kind: TargetKind;
  name: string;
  uscc: string | null;
  address: string | null;
  staff: number | null;
  employed: number;
  opened_day: Day | null;
  source: TargetSource;
  found_at: Date;
  plan_who: string | null;
  plan_day: Day | null;
  plan_note: string | null;
  planned_at: Date | null;
  planned_by: string | null;
  union_id: string | null;
  off_day: Day | null;
};

type Tables = { "business.founding_targets": TargetRow };

const db = (act: Act) => act.tx.withTables<Tables>();

export interface TargetsWanted {
  readonly range: PathRange;
  readonly today: Day;
  readonly kind?: TargetKind | undefined;
  readonly plan?: keyof typeof plans | undefined;
  readonly source?: TargetSource | undefined;
  readonly q?: string | undefined;
}

const planIs = (today: Day) => ({
  none: sql<boolean>`plan_day is null`,
  planned: sql<boolean>`plan_day >= ${today}`,
  late: sql<boolean>`plan_day < ${today}`,
});

function wanted(act: Act, { range, today, kind, plan, source, q }: TargetsWanted) {
  let rows = db(act)
    .selectFrom("business.founding_targets")
    .where("org_path", ">=", range.low)
    .where("org_path", "<", range.high)
    .where("off_day", "is", null);
  if (kind) rows = rows.where("kind", "=", kind);
  if (source) rows = rows.where("source", "=", source);
  if (plan) rows = rows.where(planIs(today)[plan]);
  if (q) rows = rows.where(sql<boolean>`(strpos(name, ${q}) > 0 or uscc = upper(${q}))`);
  return rows;
}

const orders: Record<TargetSort, RawBuilder<unknown>> = {
  staff: sql`greatest(coalesce(staff, 0), employed)`,
  name: sql`name collate "C"`,
  plan: sql`plan_day`,
  found: sql`found_at`,
};

export interface TargetPage {
  /** A column, with a hyphen in front for the order turned round. */
  readonly sort: TargetSort | `-${TargetSort}`;
  readonly size: number;
  readonly offset: number;
}

export function listTargets(
  act: Act,
  filters: TargetsWanted,
  { sort, size, offset }: TargetPage,
): Promise<TargetRow[]> {
  const by = orders[sort.replace("-", "") as TargetSort];
  const way = sort.startsWith("-") ? sql`desc` : sql`asc`;
  return wanted(act, filters)
    .selectAll()
    .orderBy(sql`${by} ${way} nulls last`)
    .orderBy("id")
    .limit(size)
    .offset(offset)
    .execute();
}

export async function countTargets(act: Act, filters: TargetsWanted): Promise<number> {
  const { total } = await wanted(act, filters)
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return total;
}

export const findTarget = (act: Act, id: string): Promise<TargetRow | undefined> =>
  db(act)
    .selectFrom("business.founding_targets")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();

export async function setPlan(
  act: Act,
  id: string,
  { who, day, note }: { readonly who: string; readonly day: Day; readonly note: string | null },
): Promise<void> {
  await db(act)
    .updateTable("business.founding_targets")
    .set({
      ...{ plan_who: who, plan_day: day, plan_note: note },
      ...{ planned_at: act.now, planned_by: act.actor.accountId },
    })
    .where("id", "=", id)
    .execute();
}

export type NewTarget = Pick<
  TargetRow,
  "id" | "org_path" | "org_id" | "kind" | "name" | "uscc" | "address" | "staff" | "opened_day"
> & { readonly employed: number; readonly source: TargetSource };

/** The union for which it went off the list. */
const isGone = sql`exists (select from organisation.unions u
  where u.id = t.union_id and u.state = 'closed')`;

/**
 * Enters what was found; what stands there under the same name already learns what it did not know, and comes back when
 * the union it had is closed. Answers how many were new.
 */
export async function putTargets(act: Act, rows: readonly NewTarget[]): Promise<number> {
  if (rows.length === 0) return 0;
  const done = await sql<{ added: boolean }>`
    insert into business.founding_targets as t
      (id, org_path, org_id, kind, name, uscc, address, staff, employed, opened_day, source, found_at)
    select id, org_path, org_id, kind, name, uscc, address, staff, employed, opened_day, source,
      ${act.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, org_path text, org_id uuid,
      kind text, name text, uscc text, address text, staff int, employed int, opened_day date,
      source text)
    on conflict (org_path, name) do update set uscc = coalesce(excluded.uscc, t.uscc),
      address = coalesce(excluded.address, t.address), staff = coalesce(excluded.staff, t.staff),
      opened_day = coalesce(excluded.opened_day, t.opened_day),
      union_id = case when ${isGone} then null else t.union_id end,
      off_day = case when ${isGone} then null else t.off_day end,
      employed = case when excluded.source = 'employers' then excluded.employed else t.employed end
    returning xmax = 0 as added`.execute(act.tx);
  return done.rows.filter(({ added }) => added).length;
}

/** Takes off the list whatever bears the code, or the name within the range. Answers how many went. */
export async function takeOff(
  act: Act,
  { unionId, day }: { readonly unionId: string; readonly day: Day },
  firm: { readonly range: PathRange; readonly name: string | null; readonly uscc: string | null },
): Promise<number> {
  const { low, high } = firm.range;
  const { numUpdatedRows } = await db(act)
    .updateTable("business.founding_targets")
    .set({ union_id: unionId, off_day: day })
    .where("off_day", "is", null)
    .where(
      sql<boolean>`(uscc = ${firm.uscc}::text
        or (name = ${firm.name}::text and org_path >= ${low} and org_path < ${high}
          and (uscc is null or ${firm.uscc}::text is null)))`,
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
