// Store of who is told and asked (抄送、沟通): copies with whether they were read, questions with whom they lie.
import type { Action, CaseState, Seat, Stepped } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";
import type { CaseTables } from "./store.ts";
import type { Standing } from "./take.ts";

const db = (act: Act) => act.tx.withTables<CaseTables>();

type CopyRow = CaseTables["business.case_copies"];
type QuestionRow = CaseTables["business.case_questions"];

/** What the flow itself lets know; a seat that was told before is told anew. */
function byFlow(standing: Standing, actions: readonly Action[], at: Date): CopyRow[] {
  const visits = actions.flatMap(({ patch }) => patch.tokens ?? []);
  const fresh = visits.filter(({ id }) => id > standing.state.tokens.length);
  const seats = new Map<string, Seat>();
  for (const seat of fresh.flatMap(({ copied }) => copied)) {
    seats.set(`${seat.orgPath} ${seat.role}`, seat);
  }
  return [...seats.values()].map(({ orgPath, role }) => ({
    ...{ case_id: standing.id, org_path: orgPath, role, number: 0, at },
    ...{ account_id: null, read_at: null },
  }));
}

const bySomebody = ({ id: caseId }: Standing, actions: readonly Action[]): CopyRow[] =>
  actions
    .flatMap(({ patch }) => patch.copies ?? [])
    .map(({ id, orgPath, role, to, since, read }) => ({
      ...{ case_id: caseId, org_path: orgPath, role, number: id, at: new Date(since) },
      account_id: to?.accountId ?? null,
      read_at: read ? new Date(read.at) : null,
    }));

/** Lets posts know of a case, and notes what was read. */
export async function putCopies(
  house: Act,
  standing: Standing,
  actions: readonly Action[],
): Promise<void> {
  const rows = [...byFlow(standing, actions, house.now), ...bySomebody(standing, actions)];
  if (rows.length === 0) return;
  await db(house)
    .insertInto("business.case_copies")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["case_id", "org_path", "role", "number"])
        .doUpdateSet(({ ref }) => ({ at: ref("excluded.at"), read_at: ref("excluded.read_at") })),
    )
    .execute();
}

type Question = NonNullable<CaseState["questions"]>[number];

function questionRow(
  { id: caseId, accountId, filing }: Standing,
  { id, task, to, at, answer }: Question,
): QuestionRow {
  return {
    ...{ case_id: caseId, number: id, task },
    org_path: to?.orgPath ?? filing.places.union.path,
    account_id: to?.accountId ?? accountId,
    asked_at: new Date(at),
    state: answer ? "answered" : "open",
  };
}

/** Who was asked, and whether they answered. */
export async function putQuestions(
  house: Act,
  standing: Standing,
  actions: readonly Action[],
): Promise<void> {
  const touched = actions.flatMap(({ patch }) => patch.questions ?? []);
  if (touched.length === 0) return;
  await db(house)
    .insertInto("business.case_questions")
    .values(touched.map((question) => questionRow(standing, question)))
    .onConflict((conflict) =>
      conflict
        .columns(["case_id", "number"])
        .doUpdateSet(({ ref }) => ({ state: ref("excluded.state") })),
    )
    .execute();
}

/** Questions of tasks that are over need no answer any more. */
export async function dropQuestions(
  house: Act,
  { id, state }: Standing,
  { closed }: Stepped,
): Promise<void> {
  if ((state.questions ?? []).length === 0 || closed.length === 0) return;
  const over = closed.map((task) => task.id);
  await sql`update business.case_questions set state = 'dropped' where case_id = ${id}
    and state = 'open' and task = any(${over}::int[])`.execute(house.tx);
}
