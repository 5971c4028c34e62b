// Store of proposals (提案), of who seconds them and of what was answered.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";
import type { Category, ProposalState, Result, Satisfaction, Seconding } from "./words.ts";

export type ProposalRow = {
  case_id: string;
  org_id: string;
  org_path: string;
  person_id: string;
  account_id: string;
  proposer_mask: string;
  category: Category;
  title: string;
  why: string;
  wish: string;
  campaign_id: string | null;
  state: ProposalState;
  made_day: Day;
  number: string | null;
  filed_day: Day | null;
  department: string | null;
  handler_post: string | null;
  merged_into: string | null;
  due_day: Day | null;
  closed_day: Day | null;
};

export type SeconderRow = {
  case_id: string;
  person_id: string;
  org_path: string;
  proposer_id: string;
  name_mask: string;
  state: Seconding;
  invited_at: Date;
  said_at: Date | null;
  /** The record they were invited under, while it is merged into that of `person_id`. */
  record_id: string | null;
};

export type AnswerRow = {
  case_id: string;
  round: number;
  org_path: string;
  person_id: string;
  department: string;
  result: Result;
  words: string;
  approved_day: Day;
  satisfaction: Satisfaction | null;
  remark: string | null;
  rated_day: Day | null;
};

type Tables = {
  "business.proposals_proposals": ProposalRow;
  "business.proposals_seconders": SeconderRow;
  "business.proposals_answers": AnswerRow;
};

const db = (act: Act) => act.tx.withTables<Tables>();

/** Nobody else brings the row of this case up to date until the act ends. */
export async function holdProposal(house: Act, caseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`proposals ${caseId}`}, 0))`.execute(
    house.tx,
  );
}

export const findProposal = (act: Act, caseId: string): Promise<ProposalRow | undefined> =>
  db(act)
    .selectFrom("business.proposals_proposals")
    .selectAll()
    .where("case_id", "=", caseId)
    .executeTakeFirst();

export const findByNumber = (
  act: Act,
  orgId: string,
  number: string,
): Promise<ProposalRow | undefined> =>
  db(act)
    .selectFrom("business.proposals_proposals")
    .selectAll()
    .where("org_id", "=", orgId)
    .where("number", "=", number)
    .executeTakeFirst();

export async function putProposal(house: Act, row: ProposalRow): Promise<void> {
  const { case_id: _, ...rest } = row;
  await db(house)
    .insertInto("business.proposals_proposals")
    .values(row)
    .onConflict((conflict) => conflict.column("case_id").doUpdateSet(rest))
    .execute();
}

/** Whoever seconded it and what was answered lie where the proposal lies. */
export async function hangParts(house: Act, caseId: string, path: string): Promise<void> {
  for (const part of ["seconders", "answers"]) {
    await sql`update ${sql.table(`business.proposals_${part}`)} set org_path = ${path}
      where case_id = ${caseId} and org_path <> ${path}`.execute(house.tx);
  }
}

/** The next 提案号 of a union in a year, such as `2026-003`; held until the act ends. */
export async function nextNumber(house: Act, orgId: string, year: number): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`proposals ${orgId}`}, 0))`.execute(
    house.tx,
  );
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(split_part(number, '-', 2)::int), 0) as last
    from business.proposals_proposals
    where org_id = ${orgId} and number like ${`${year}-%`}`.execute(house.tx);
  return `${year}-${String(rows[0]!.last + 1).padStart(3, "0")}`;
}

export const mergedInto = (act: Act, caseId: string): Promise<ProposalRow[]> =>
  db(act)
    .selectFrom("business.proposals_proposals")
    .selectAll()
    .where("merged_into", "=", caseId)
    .orderBy("made_day")
    .execute();

export const ownProposals = (act: Act, personId: string): Promise<ProposalRow[]> =>
  db(act)
    .selectFrom("business.proposals_proposals")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("made_day", "desc")
    .orderBy("case_id", "desc")
    .limit(100)
    .execute();

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Voting members at or under a union by name and phone; undefined when nobody is, or several are. */
export async function findColleague(
  house: Act,
  wanted: {
    readonly path: OrgPath;
    readonly name: string;
    readonly phoneBlinds: readonly Buffer[];
  },
): Promise<Colleague | undefined> {
  const hashes = wanted.phoneBlinds.map((blind) => `\\x${blind.toString("hex")}`);
  const { rows } = await sql<Colleague>`select p.id, p.name from member.persons p
      join member.memberships m on m.person_id = p.id and m.state = 'active'
    where p.phone_blind = any(${hashes}::bytea[]) and p.name = ${wanted.name}
      and p.merged_into is null and starts_with(m.org_path, ${wanted.path}) limit 2`.execute(
    house.tx,
  );
  return rows.length === 1 ? rows[0] : undefined;
}

export const secondersOf = (act: Act, caseId: string): Promise<SeconderRow[]> =>
  db(act)
    .selectFrom("business.proposals_seconders")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("invited_at")
    .orderBy("person_id")
    .execute();

/** Those whom this person is asked to second, and those they answered. */
export const askedOf = (act: Act, personId: string): Promise<SeconderRow[]> =>
  db(act)
    .selectFrom("business.proposals_seconders")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("invited_at", "desc")
    .limit(50)
    .execute();

/** Answers whether they are invited only now. */
export async function invite(house: Act, row: SeconderRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(house)
    .insertInto("business.proposals_seconders")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Answers whether they had not said anything yet. */
export async function say(
  house: Act,
  caseId: string,
  said: Pick<SeconderRow, "person_id" | "state">,
): Promise<boolean> {
  const { numUpdatedRows } = await db(house)
    .updateTable("business.proposals_seconders")
    .set({ state: said.state, said_at: house.now })
    .where("case_id", "=", caseId)
    .where("person_id", "=", said.person_id)
    .where("state", "=", "invited")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What was said of another text counts no more. Answers whom that concerns. */
export async function askAgain(house: Act, caseId: string): Promise<string[]> {
  const rows = await db(house)
    .updateTable("business.proposals_seconders")
    .set({ state: "invited", said_at: null })
    .where("case_id", "=", caseId)
    .where("state", "!=", "invited")
    .returning("person_id")
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** People, not records: who was invited twice and turned out to be one counts once, and the proposer never. */
export async function countSeconded(house: Act, caseId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct coalesce(p.merged_into, s.person_id))
    from business.proposals_seconders s left join member.persons p on p.id = s.person_id
    where s.case_id = ${caseId} and s.state = 'seconded'
      and coalesce(p.merged_into, s.person_id) <> s.proposer_id`.execute(house.tx);
  return rows[0]!.count;
}

export const answersOf = (act: Act, caseId: string): Promise<AnswerRow[]> =>
  db(act)
    .selectFrom("business.proposals_answers")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("round")
    .execute();

/** Answers whether what was answered is new, or another answer than before. */
export async function putAnswer(house: Act, row: AnswerRow): Promise<boolean> {
  const { case_id, round, org_path: _path, person_id: _person, ...answer } = row;
  const known = (await answersOf(house, case_id)).some(
    (one) => one.round === round && one.words === row.words && one.result === row.result,
  );
  await db(house)
    .insertInto("business.proposals_answers")
    .values(row)
    .onConflict((conflict) => conflict.columns(["case_id", "round"]).doUpdateSet(answer))
    .execute();
  return !known;
}
