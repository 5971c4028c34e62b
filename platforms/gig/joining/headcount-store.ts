// Store of the joining rate (入会率): headcounts as they were reported, and members by federation and trade.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";
import type { HeadcountKind } from "./rate-contract.ts";

export type HeadcountRow = {
  id: string;
  org_id: string;
  org_path: string;
  trade: string;
  workers: number;
  kind: HeadcountKind;
  source: string;
  document: string;
  day: Day;
  recorded_at: Date;
  recorded_by: string | null;
};

type Tables = { "business.joining_headcounts": HeadcountRow };

const db = (act: Act) => act.tx.withTables<Tables>();

export async function insertHeadcounts(act: Act, rows: readonly HeadcountRow[]): Promise<void> {
  await db(act)
    .insertInto("business.joining_headcounts")
    .values([...rows])
    .execute();
}

const within = (act: Act, { low, high }: PathRange) =>
  db(act)
    .selectFrom("business.joining_headcounts")
    .where("org_path", ">=", low)
    .where("org_path", "<", high);

/** The one that counts, of each federation and trade: of the newest day, and the last reported of that. */
export const newestHeadcounts = (act: Act, range: PathRange): Promise<HeadcountRow[]> =>
  within(act, range)
    .distinctOn(["org_path", "trade"])
    .selectAll()
    .orderBy("org_path")
    .orderBy("trade")
    .orderBy("day", "desc")
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .execute();

export async function listHeadcounts(
  act: Act,
  range: PathRange,
  { size, offset }: { readonly size: number; readonly offset: number },
): Promise<{ rows: HeadcountRow[]; total: number }> {
  const rows = await within(act, range)
    .selectAll()
    .orderBy("day", "desc")
    .orderBy("id", "desc")
    .limit(size)
    .offset(offset)
    .execute();
  const { total } = await within(act, range)
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return { rows, total };
}

export interface TradeMembers {
  /** Where they belong: as many segments of their path as were asked for, or all of it. */
  readonly path: string;
  readonly trade: string;
  readonly members: number;
}

/** Counted members of each trade, by the first segments of their path. The rollups hold trades together only. */
export async function membersByTrade(
  act: Act,
  { low, high }: PathRange,
  segments: number,
): Promise<TradeMembers[]> {
  const { rows } = await sql<TradeMembers>`
    select '/' || array_to_string(
        (trim_array(string_to_array(substr(m.org_path, 2), '/'), 1))[1:${sql.lit(segments)}], '/')
        || '/' as path,
      p.gig_occupation as trade, count(*) as members
    from member.memberships m join member.persons p on p.id = m.person_id
    where m.org_path >= ${low} and m.org_path < ${high} and m.state = 'active' and m.gig
      and p.gig_occupation is not null
    group by 1, 2`.execute(act.tx);
  return rows;
}
