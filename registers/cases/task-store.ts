// Store of tasks (待办): what a case asks of whom, and which case of a kind runs.
import {
  allNodes,
  type FlowNode,
  isDecision,
  openTasks,
  type Task,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { CaseTables, StoredCase } from "./store.ts";

const db = (act: Act) => act.tx.withTables<CaseTables>();

const decidedBy: readonly string[] = ["agree", "return", "reject", "abstain", "transfer"];

interface Kept {
  readonly title: string;
  /** It waits for others, or for the applicant, and lies on nobody's desk meanwhile. */
  readonly waits: boolean;
  readonly amber: number;
}

/** How many working days before its last day a step's term turns amber. */
export const amberAt = (node: FlowNode | undefined): number =>
  node && isDecision(node) ? (node.amber ?? 1) : 1;

function taskRow(caseId: string, kept: Kept, task: Task): CaseTables["business.tasks"] {
  const { closed } = task;
  const done = closed !== null && decidedBy.includes(closed.how);
  return {
    case_id: caseId,
    number: task.id,
    org_path: task.orgPath,
    role: task.role,
    node: task.node,
    ...kept,
    holder_account: task.holder?.accountId ?? null,
    excluded: [...task.excluded],
    state: closed === null ? "open" : done ? "done" : "dropped",
    opened_at: new Date(task.since),
    due_day: task.due,
    alarm_day: task.alarm,
    done_by: done ? closed.by.accountId : null,
    done_at: closed && new Date(closed.at),
    how: closed?.how ?? null,
  };
}

/** Adds tasks, or brings them up to date; where a task lies is the tree's to change. */
export async function putTasks(
  house: Act,
  { id, definition, state }: Pick<StoredCase, "id" | "definition" | "state">,
  tasks: readonly Task[],
): Promise<void> {
  if (tasks.length === 0) return;
  const nodes = new Map(allNodes(definition).map((node) => [node.id, node]));
  const open = new Set(openTasks(state).map((task) => task.id));
  const rows = tasks.map((task) => {
    const waits = task.closed === null && !open.has(task.id);
    const node = nodes.get(task.node);
    return taskRow(id, { title: node?.title ?? "", waits, amber: amberAt(node) }, task);
  });
  await db(house)
    .insertInto("business.tasks")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["case_id", "number"]).doUpdateSet(({ ref }) => ({
        excluded: ref("excluded.excluded"),
        state: ref("excluded.state"),
        holder_account: ref("excluded.holder_account"),
        waits: ref("excluded.waits"),
        due_day: ref("excluded.due_day"),
        opened_at: ref("excluded.opened_at"),
        alarm_day: ref("excluded.alarm_day"),
        done_by: ref("excluded.done_by"),
        done_at: ref("excluded.done_at"),
        how: ref("excluded.how"),
      })),
    )
    .execute();
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

export async function releaseRunning(house: Act, caseId: string): Promise<void> {
  await db(house).deleteFrom("business.cases_running").where("case_id", "=", caseId).execute();
}
