// Store of tasks (待办): what a case asks of whom, who is let know, and which case of a kind runs.
import type { Task } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Role } from "@niangjia/foundation/roles";
import type { CaseTables, StoredCase } from "./store.ts";

const db = (act: Act) => act.tx.withTables<CaseTables>();

const decidedBy: readonly string[] = ["agree", "return", "reject"];

function taskRow(caseId: string, title: string, task: Task): CaseTables["business.tasks"] {
  const { closed } = task;
  const done = closed !== null && decidedBy.includes(closed.how);
  return {
    case_id: caseId,
    number: task.id,
    org_path: task.orgPath,
    role: task.role,
    node: task.node,
    title,
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
  { id, definition }: Pick<StoredCase, "id" | "definition">,
  tasks: readonly Task[],
): Promise<void> {
  if (tasks.length === 0) return;
  const titles = new Map(definition.nodes.map((node) => [node.id, node.title]));
  const rows = tasks.map((task) => taskRow(id, titles.get(task.node) ?? "", task));
  await db(house)
    .insertInto("business.tasks")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["case_id", "number"]).doUpdateSet(({ ref }) => ({
        excluded: ref("excluded.excluded"),
        state: ref("excluded.state"),
        alarm_day: ref("excluded.alarm_day"),
        done_by: ref("excluded.done_by"),
        done_at: ref("excluded.done_at"),
        how: ref("excluded.how"),
      })),
    )
    .execute();
}

/** Lets posts know of a case; who knew of it before is told anew. */
export async function putCopies(
  house: Act,
  caseId: string,
  seats: readonly { readonly role: Role; readonly orgPath: string }[],
): Promise<void> {
  if (seats.length === 0) return;
  const rows = seats.map(({ role, orgPath }) => ({
    case_id: caseId,
    org_path: orgPath,
    role,
    at: house.now,
  }));
  await db(house)
    .insertInto("business.case_copies")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["case_id", "org_path", "role"]).doUpdateSet({ at: house.now }),
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
