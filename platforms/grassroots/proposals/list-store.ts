// Store of the register as lists show it (提案台账): proposals in reach by filters, with support and the last rating.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { type RawBuilder, sql } from "kysely";
import type { ProposalRow } from "./store.ts";
import type { Category, ProposalState, Satisfaction } from "./words.ts";

export interface ProposalFilters {
  readonly q: string | undefined;
  readonly state: ProposalState | undefined;
  readonly category: Category | undefined;
  readonly campaign: string | undefined;
  readonly late: boolean;
  readonly today: Day;
}

export type ListedProposal = ProposalRow & {
  readonly seconded: number;
  readonly campaign: string | null;
  readonly satisfaction: Satisfaction | null;
};

const literal = (q: string): string => q.replaceAll(/[\\%_]/g, "\\$&");

function conditions({ q, state, category, campaign, late, today }: ProposalFilters) {
  const about = q && `%${literal(q)}%`;
  const wanted: RawBuilder<unknown>[] = [sql`true`];
  if (state) wanted.push(sql`p.state = ${state}`);
  if (category) wanted.push(sql`p.category = ${category}`);
  if (campaign) wanted.push(sql`p.campaign_id = ${campaign}`);
  if (late) wanted.push(sql`p.closed_day is null and p.due_day < ${today}::date`);
  if (q) wanted.push(sql`(p.number = ${q} or p.title like ${about} or p.department like ${about})`);
  return sql.join(wanted, sql` and `);
}

const shown = sql`p.*,
  (select count(*) from business.proposals_seconders s
    where s.case_id = p.case_id and s.state = 'seconded') as seconded,
  (select c.title from business.proposals_campaigns c where c.id = p.campaign_id) as campaign,
  (select a.satisfaction from business.proposals_answers a
    where a.case_id = p.case_id order by a.round desc limit 1) as satisfaction`;

const orders = {
  made: sql`p.made_day asc`,
  "-made": sql`p.made_day desc`,
  due: sql`p.due_day asc nulls last`,
  "-due": sql`p.due_day desc nulls last`,
  number: sql`p.number asc nulls last`,
  "-number": sql`p.number desc nulls last`,
} as const;

export interface Paging {
  readonly sort: keyof typeof orders;
  readonly limit: number;
  readonly offset: number;
}

export async function listProposals(
  act: Act,
  filters: ProposalFilters,
  { sort, limit, offset }: Paging,
): Promise<ListedProposal[]> {
  const { rows } = await sql<ListedProposal>`select ${shown}
    from business.proposals_proposals p where ${conditions(filters)}
    order by ${orders[sort]}, p.case_id desc limit ${limit} offset ${offset}`.execute(act.tx);
  return rows;
}

export async function countProposals(act: Act, filters: ProposalFilters): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)
    from business.proposals_proposals p where ${conditions(filters)}`.execute(act.tx);
  return rows[0]!.count;
}

/** These, as far as the actor may see them, the newest first. */
export async function proposalsOf(act: Act, ids: readonly string[]): Promise<ListedProposal[]> {
  const { rows } = await sql<ListedProposal>`select ${shown}
    from business.proposals_proposals p where p.case_id = any(${[...ids]}::uuid[])
    order by p.made_day desc, p.case_id desc`.execute(act.tx);
  return rows;
}
