// Store of selections (优秀提案评选): nominees as they read when the vote began, votes, and what was counted.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";
import type { Counted } from "./tally.ts";
import type { Outcome } from "./words.ts";

export type SelectionRow = {
  id: string;
  org_id: string;
  org_path: string;
  title: string;
  places: number;
  ends_day: Day;
  made_at: Date;
  made_by: string;
  counted_at: Date | null;
  ballots: number | null;
};

export type NomineeRow = {
  selection_id: string;
  case_id: string;
  org_path: string;
  number: string;
  title: string;
  wish: string;
  proposer_mask: string;
  answer: string;
  votes: number | null;
  outcome: Outcome | null;
};

type Tables = {
  "business.proposals_selections": SelectionRow;
  "business.proposals_nominees": NomineeRow;
  "business.proposals_votes": {
    selection_id: string;
    person_id: string;
    case_id: string;
    at: Date;
  };
};

const db = (act: Act) => act.tx.withTables<Tables>();

export async function insertSelection(
  act: Act,
  row: SelectionRow,
  nominees: readonly NomineeRow[],
): Promise<void> {
  await db(act).insertInto("business.proposals_selections").values(row).execute();
  await db(act)
    .insertInto("business.proposals_nominees")
    .values([...nominees])
    .execute();
}

export const findSelection = (act: Act, id: string): Promise<SelectionRow | undefined> =>
  db(act)
    .selectFrom("business.proposals_selections")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();

/** Nobody counts or votes meanwhile: a vote is in time and counted, or neither. */
export const holdSelection = (house: Act, id: string): Promise<SelectionRow> =>
  db(house)
    .selectFrom("business.proposals_selections")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirstOrThrow();

const orders = {
  ends: sql`s.ends_day`,
  "-ends": sql`s.ends_day desc`,
  title: sql`s.title collate "C"`,
  "-title": sql`s.title collate "C" desc`,
  ballots: sql`s.ballots nulls last`,
  "-ballots": sql`s.ballots desc nulls last`,
} as const;

export interface SelectionWish {
  readonly sort: keyof typeof orders;
  readonly limit: number;
  readonly offset: number;
}

export async function listSelections(
  act: Act,
  { sort, limit, offset }: SelectionWish,
): Promise<{ rows: (SelectionRow & { nominees: number })[]; total: number }> {
  const { rows } = await sql<SelectionRow & { nominees: number }>`select s.*,
      (select count(*) from business.proposals_nominees n where n.selection_id = s.id) as nominees
    from business.proposals_selections s
    order by ${orders[sort]}, s.id desc limit ${limit} offset ${offset}`.execute(act.tx);
  const { total } = await db(act)
    .selectFrom("business.proposals_selections")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return { rows, total };
}

/** The most votes first once they were counted, before that by number. */
export const nomineesOf = (act: Act, selectionId: string): Promise<NomineeRow[]> =>
  db(act)
    .selectFrom("business.proposals_nominees")
    .selectAll()
    .where("selection_id", "=", selectionId)
    .orderBy(sql`votes desc nulls last`)
    .orderBy("number")
    .execute();

export async function votedFor(
  act: Act,
  selectionId: string,
  personId: string,
): Promise<string | null> {
  const found = await db(act)
    .selectFrom("business.proposals_votes")
    .select("case_id")
    .where("selection_id", "=", selectionId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return found?.case_id ?? null;
}

interface Vote {
  readonly selection_id: string;
  readonly person_id: string;
  readonly case_id: string;
}

/** By a record that has been merged into theirs since. */
const votedBefore = ({ selection_id, person_id }: Vote) => sql<{ yes: boolean }>`
  select exists (select from business.proposals_votes v join member.persons p on p.id = v.person_id
    where v.selection_id = ${selection_id} and p.merged_into = ${person_id}) as yes`;

/** Answers whether it was their first: a second one is not taken. */
export async function castVote(house: Act, vote: Vote): Promise<boolean> {
  const { rows } = await votedBefore(vote).execute(house.tx);
  if (rows[0]!.yes) return false;
  const { numInsertedOrUpdatedRows } = await db(house)
    .insertInto("business.proposals_votes")
    .values({ ...vote, at: house.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function uncounted(house: Act, before: Day, id?: string): Promise<string[]> {
  const rows = await db(house)
    .selectFrom("business.proposals_selections")
    .select("id")
    .where("ends_day", "<", before)
    .where("counted_at", "is", null)
    .$if(id !== undefined, (query) => query.where("id", "=", id!))
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

/** One vote a person: of two records that turned out to be one person's, the vote cast first counts. */
export async function votesFor(house: Act, selectionId: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`with ballots as (
      select distinct on (voter) coalesce(p.merged_into, v.person_id) as voter, v.case_id
      from business.proposals_votes v left join member.persons p on p.id = v.person_id
      where v.selection_id = ${selectionId} order by voter, v.at, v.person_id)
    select n.case_id as id, count(v.voter) as votes
    from business.proposals_nominees n left join ballots v on v.case_id = n.case_id
    where n.selection_id = ${selectionId}
    group by n.case_id, n.number order by n.number`.execute(house.tx);
  return rows;
}

export async function keepCount(
  house: Act,
  selectionId: string,
  counted: readonly (Counted & { readonly outcome: Outcome })[],
): Promise<void> {
  for (const { id, votes, outcome } of counted) {
    await db(house)
      .updateTable("business.proposals_nominees")
      .set({ votes, outcome })
      .where("selection_id", "=", selectionId)
      .where("case_id", "=", id)
      .execute();
  }
  const ballots = counted.reduce((sum, { votes }) => sum + votes, 0);
  await db(house)
    .updateTable("business.proposals_selections")
    .set({ counted_at: house.now, ballots })
    .where("id", "=", selectionId)
    .execute();
}
