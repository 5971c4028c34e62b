// Store of the archive of questions (质询档案).
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { sql } from "kysely";

export type QuestionRow = {
  case_id: string;
  org_id: string;
  org_path: string;
  person_id: string;
  number: string;
  title: string;
  question: string;
  answer: string;
  answered_by: string;
  asked_day: Day;
  answered_day: Day;
  open: boolean;
};

type Tables = { "business.proposals_questions": QuestionRow };
const db = (act: Act) => act.tx.withTables<Tables>();

export async function insertQuestion(house: Act, row: QuestionRow): Promise<void> {
  await db(house).insertInto("business.proposals_questions").values(row).execute();
}

/** The next number of a union's archive in a year, such as `Z2026-003`; held until the act ends. */
export async function nextQuestionNumber(house: Act, orgId: string, year: number): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`questions ${orgId}`}, 0))`.execute(
    house.tx,
  );
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(split_part(number, '-', 2)::int), 0) as last
    from business.proposals_questions
    where org_id = ${orgId} and number like ${`Z${year}-%`}`.execute(house.tx);
  return `Z${year}-${String(rows[0]!.last + 1).padStart(3, "0")}`;
}

const orders = {
  answered: sql`answered_day`,
  "-answered": sql`answered_day desc`,
  asked: sql`asked_day`,
  "-asked": sql`asked_day desc`,
  number: sql`number`,
  "-number": sql`number desc`,
} as const;

export interface QuestionWish {
  readonly q?: string | undefined;
  readonly sort: keyof typeof orders;
  readonly limit: number;
  readonly offset: number;
}

export async function listQuestions(
  act: Act,
  wish: QuestionWish,
): Promise<{ rows: QuestionRow[]; total: number }> {
  const like = `%${wish.q?.replaceAll(/[\\%_]/g, "\\$&") ?? ""}%`;
  const from = db(act)
    .selectFrom("business.proposals_questions")
    .where(({ or, eb }) => or([eb("title", "like", like), eb("number", "like", like)]));
  const rows = await from
    .selectAll()
    .orderBy(orders[wish.sort])
    .orderBy("case_id", "desc")
    .limit(wish.limit)
    .offset(wish.offset)
    .execute();
  const { total } = await from
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return { rows, total };
}
