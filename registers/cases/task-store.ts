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
import { type Write, write } from "@niangjia/foundation/postgres";
import type { CaseTables } from "./store.ts";

const db = (act: Act) => act.tx.withTables<CaseTables>();

const decidedBy: readonly string[] = ["agree", "return", "reject", "abstain", "transfer"];

/** How many working days before its last day a step's term turns amber. */
export const amberAt = (node: FlowNode | undefined): number =>
  node && isDecision(node) ? (node.amber ?? 1) : 1;

const insertTask = write(`insert into business.tasks (case_id, number, excluded, state,
    holder_account, waits, due_day, opened_at, alarm_day, done_by, done_at, how, org_path, role,
    node, title, amber)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`);
const updateTask = write(`update business.tasks set excluded = $3, state = $4, holder_account = $5,
    waits = $6, due_day = $7, opened_at = $8, alarm_day = $9, done_by = $10, done_at = $11, how = $12
  where case_id = $1 and number = $2`);

/** What may change of a task; where it lies is the tree's to change. */
function changeable(caseId: string, task: Task, waits: boolean): unknown[] {
  const { id, closed, holder, excluded, due, since, alarm } = task;
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

const openIds = (state: CaseState): Set<number> => new Set(openTasks(state).map(({ id }) => id));

/**
 * Adds tasks, or brings them up to date: those that an action changed, and those that wait for
 * another from now on or no more.
 */
export function putTasks(
  { id, definition, before, state }: Touched,
  tasks: readonly Task[],
): Write[] {
  const openBefore = openIds(before);
  const open = openIds(state);
  const known = new Set(before.tasks.map((task) => task.id));
  const turned = undecided(state).filter(
    (task) => known.has(task.id) && open.has(task.id) !== openBefore.has(task.id),
  );
  const last = new Map([...turned, ...tasks].map((task) => [task.id, task]));
  return [...last.values()].map((task) => {
    const row = changeable(id, task, task.closed === null && !open.has(task.id));
    if (known.has(task.id)) return updateTask(...row);
    const node = nodeOf(definition, task.node);
    const { orgPath, role } = task;
    return insertTask(...row, orgPath, role, task.node, node?.title ?? "", amberAt(node));
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
