// Store of hand-overs (工作交接): appended as each is made, and listed for who is responsible for the desk.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { OrgPath, PathRange } from "@niangjia/foundation/orgpath";
import type { Role } from "@niangjia/foundation/roles";
import { sql } from "kysely";
import type { HandOverWay } from "./hand-overs-contract.ts";

export interface HandOverRow {
  readonly caseId: string;
  /** Number of the action within its case. */
  readonly seq: number;
  /** The desk that gave it away. */
  readonly orgPath: OrgPath;
  readonly role: Role;
  readonly step: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly how: HandOverWay;
  readonly by: string | null;
  readonly reason: string;
  readonly at: Date;
}

export async function insertHandOver(act: Act, row: HandOverRow): Promise<void> {
  const { caseId, seq, orgPath, role, step, from, to, how, by, reason, at } = row;
  await asHouse(act, ({ tx }) =>
    sql`insert into business.case_hand_overs
        (case_id, seq, org_path, role, step, from_words, to_words, how, by_words, reason, at)
      values (${caseId}, ${seq}, ${orgPath}, ${role}, ${step}, ${from}, ${to}, ${how}, ${by},
        ${reason}, ${at})`.execute(tx),
  );
}

export interface HandOverWish {
  readonly range: PathRange;
  readonly how?: HandOverWay | undefined;
  /** Part of the name of whoever gave it, has it or ordered it. */
  readonly q?: string | undefined;
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
}

const among = ({ range, how, q, from, before }: HandOverWish) => sql`
  from business.case_hand_overs h
  where h.org_path >= ${range.low} and h.org_path < ${range.high}
    and ${how ? sql`h.how = ${how}` : sql`true`}
    and ${q ? sql`strpos(concat_ws(' ', h.from_words, h.to_words, h.by_words), ${q}) > 0` : sql`true`}
    and ${from ? sql`h.at >= ${from}` : sql`true`}
    and ${before ? sql`h.at < ${before}` : sql`true`}`;

export type ListedHandOver = HandOverRow & { readonly number: string; readonly function: string };

/** Those the actor may look up, the latest first. */
export async function handOversPage(
  act: Act,
  wish: HandOverWish,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ListedHandOver[]> {
  const { rows } = await sql<ListedHandOver>`
    with page as (select h.* ${among(wish)}
      order by h.at desc, h.case_id, h.seq desc limit ${limit} offset ${offset})
    select h.case_id as "caseId", h.seq, h.org_path as "orgPath", h.role, h.step,
      h.from_words as "from", h.to_words as "to", h.how, h.by_words as "by", h.reason, h.at,
      c.number, c.function
    from page h join business.cases c on c.id = h.case_id
    order by h.at desc, h.case_id, h.seq desc`.execute(act.tx);
  return rows;
}

export async function countHandOvers(act: Act, wish: HandOverWish): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total ${among(wish)}`.execute(
    act.tx,
  );
  return rows[0]!.total;
}
