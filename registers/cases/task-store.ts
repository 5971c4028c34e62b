// Store of tasks (待办): what a case asks of whom, and which case of a kind runs.
import {
  type CaseState,
  type Definition,
  type FlowNode,
  isDecision,
  nodeOf,
  openTasks,
  type Task,
  undecided,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { type Write, write } from "@niangjia/foundation/postgres";
import type { CaseTables } from "./store.ts";

const db = (act: Act) => act.tx.withTables<CaseTables>();

const decidedBy: readonly string[] = ["agree", "return", "reject", "abstain", "transfer"];

/** How many working days before its last day a step's term turns amber. */
export const amberAt = (node: FlowNode | undefined): number =>
  node && isDecision(node) ? (node.amber ?? 1) : 1;

const insertTask = write(`insert into business.tasks (case_id, number, excluded, state,
    holder_account, waits, due_day, opened_at, alarm_day, done_by, done_at, how, node, title, amber,
    begun_at, org_path, role)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`);
const updateTask = write(`update business.tasks set excluded = $3, state = $4, holder_account = $5,
    waits = $6, due_day = $7, opened_at = $8, alarm_day = $9, done_by = $10, done_at = $11, how = $12,
    node = $13, title = $14, amber = $15, begun_at = $16
  where case_id = $1 and number = $2`);

/** What may change of a task; where it lies is the tree's to change. */
function changeable(caseId: string, task: Task, due: Day | null, waits: boolean): unknown[] {
  const { id, closed, holder, excluded, since, alarm } = task;
  const done = closed !== null && decidedBy.includes(closed.how);
  const state = closed === null ? "open" : done ? "done" : "dropped";
  const by = done ? closed.by.accountId : null;
  const end = [by, closed?.at ?? null, closed?.how ?? null];
  return [
    ...[caseId, id, [...excluded], state, holder?.accountId ?? null, waits],
    ...[due, since, alarm, ...end],
  ];
}

interface Touched {
  readonly id: string;
  readonly definition: Definition;
  /** As the case was, and as it is. */
  readonly before: CaseState;
  readonly state: CaseState;
}

/** Tasks that lie on a desk, with the last day of each: its own, else that of the whole case. */
const onDesks = (state: CaseState): Map<number, Day | null> =>
  new Map(openTasks(state).map(({ id, due }) => [id, due ?? state.term?.due ?? null]));

/**
 * Adds tasks, or brings them up to date: those that an action changed, and those that wait for
 * another from now on or no more, or whose case has another last day.
 */
export function putTasks(
  { id: caseId, definition, before, state }: Touched,
  tasks: readonly Task[],
): Write[] {
  const lay = onDesks(before);
  const lie = onDesks(state);
  const known = new Set(before.tasks.map(({ id }) => id));
  const turned = undecided(state).filter(({ id }) => known.has(id) && lay.get(id) !== lie.get(id));
  const last = new Map([...turned, ...tasks].map((task) => [task.id, task]));
  return [...last.values()].map((task) => {
    const { id, closed, orgPath, role } = task;
    // What is done keeps the day it was to be done by.
    const due = task.due ?? (closed ? lay : lie).get(id) ?? null;
    const row = changeable(caseId, task, due, closed === null && !lie.has(id));
    const node = nodeOf(definition, task.node);
    const step = [task.node, node?.title ?? "", amberAt(node), task.begun ?? null];
    return known.has(id) ? updateTask(...row, ...step) : insertTask(...row, ...step, orgPath, role);
  });
}

/**
 * Takes the place of the one running case of a key. Answers the case that has it, which may be
 * another.
 */
export async function claimRunning(
  house: Act,
  claim: { readonly function: string; readonly caseId: string; readonly blinds: readonly Buffer[] },
): Promise<string> {
  const holder = () =>
    db(house)
      .selectFrom("business.cases_running")
      .select("case_id")
      .where("function", "=", claim.function)
      .where("key", "in", [...claim.blinds])
      .executeTakeFirst();
  const before = await holder();
  if (before) return before.case_id;
  await db(house)
    .insertInto("business.cases_running")
    .values({ function: claim.function, key: claim.blinds[0]!, case_id: claim.caseId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await holder())?.case_id ?? claim.caseId;
}

/** Gives up the place of a case, by its id. */
export const releaseRunning = write("delete from business.cases_running where case_id = $1");
