// Store of matters as lists show them (援助案件清单): filtered, sorted, page by page.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { type RawBuilder, sql } from "kysely";
import type { StoredMatter } from "./matter-store.ts";
import type { AidState, MatterKind } from "./words.ts";

export interface MatterFilters {
  /** A lawyer sees what they have or had in hand. */
  readonly lawyer: string | undefined;
  readonly q: string | undefined;
  readonly state: AidState | undefined;
  readonly kind: MatterKind | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

const orders = {
  filed: sql`m.filed_at`,
  due: sql`m.assign_due_day`,
  claim: sql`m.claim_fen`,
  recovered: sql`m.recovered_fen`,
} as const;

type Column = keyof typeof orders;

export interface Paging {
  /** Latest or largest first with a leading `-`. */
  readonly sort: Column | `-${Column}`;
  readonly size: number;
  readonly offset: number;
}

const when = (given: unknown, condition: RawBuilder<unknown>) => (given ? condition : sql`true`);

const wantedOf = ({ lawyer, q, state, kind, from, to }: MatterFilters) => sql`
  ${when(lawyer, sql`m.lawyer_account = ${lawyer}`)}
  and ${when(q, sql`(m.number = ${q} or strpos(m.respondent, ${q}) > 0 or strpos(m.lawyer, ${q}) > 0)`)}
  and ${when(state, sql`m.state = ${state}`)} and ${when(kind, sql`m.kind = ${kind}`)}
  and ${when(from, sql`m.filed_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`)}
  and ${when(to, sql`m.filed_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)}`;

export async function listMatters(
  act: Act,
  filters: MatterFilters,
  { sort, size, offset }: Paging,
): Promise<StoredMatter[]> {
  const direction = sort.startsWith("-") ? sql`desc` : sql`asc`;
  const column = sort.replace("-", "") as Column;
  const { rows } = await sql<StoredMatter>`
    select m.* from business.legal_aid_matters m where ${wantedOf(filters)}
    order by ${orders[column]} ${direction} nulls last, m.case_id ${direction}
    limit ${size} offset ${offset}`.execute(act.tx);
  return rows;
}

export async function countMatters(act: Act, filters: MatterFilters): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from business.legal_aid_matters m where ${wantedOf(filters)}`.execute(
    act.tx,
  );
  return rows[0]!.n;
}

/** The running case that waits for a lawyer to be chosen for a matter, when there is one. */
export async function assigningCase(act: Act, matterId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select c.id from business.cases c
      left join business.case_subs s on s.case_id = c.id
      join business.legal_aid_matters m on m.case_id = ${matterId}
    where c.function = 'legal-aid.assign' and c.status = 'running'
      and c.org_id = m.org_id and (s.parent_id = m.case_id or c.facts ->> 'aid' = m.number)
    order by c.id desc limit 1`.execute(act.tx);
  return rows[0]?.id;
}
