// Store of cases (办件): cases, their actions, tasks, copies and drafts; desks lie in desk-store.ts.
import type { Action, CaseState, Definition, Status, Task } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { Role } from "@niangjia/foundation/roles";
import { sql } from "kysely";
import type { Facts } from "./function.ts";

type Json<T> = T | string;

export type CaseTables = {
  "business.case_flows": { function: string; version: number; definition: Json<Definition> };
  "business.cases": {
    id: string;
    function: string;
    version: number;
    number: string;
    title: string;
    org_id: string;
    org_path: string;
    person_id: string | null;
    account_id: string;
    status: Exclude<Status, "draft">;
    facts: Json<Facts>;
    facts_cipher: Buffer | null;
    state: Json<CaseState>;
    outcome: string | null;
    due_day: Day | null;
    filed_at: Date;
    ended_at: Date | null;
    updated_at: Date;
  };
  "business.case_actions": {
    case_id: string;
    seq: number;
    kind: Action["kind"];
    account_id: string | null;
    at: Date;
    action: Json<Action>;
  };
  "business.tasks": {
    case_id: string;
    number: number;
    org_path: string;
    role: Role;
    node: string;
    title: string;
    excluded: string[];
    state: "open" | "done" | "dropped";
    opened_at: Date;
    due_day: Day | null;
    alarm_day: Day | null;
    done_by: string | null;
    done_at: Date | null;
    how: string | null;
  };
  "business.case_copies": { case_id: string; org_path: string; role: Role; at: Date };
  "business.cases_running": { function: string; key: Buffer; case_id: string };
  "business.case_drafts": {
    id: string;
    account_id: string;
    function: string;
    facts_cipher: Buffer;
    updated_at: Date;
  };
};

type Row<Table extends keyof CaseTables> = CaseTables[Table];

const db = (act: Act) => act.tx.withTables<CaseTables>();

/** A case as stored, with the flow it runs on. Seats of the state name their union by id. */
export interface StoredCase {
  readonly id: string;
  readonly function: string;
  readonly version: number;
  readonly number: string;
  readonly title: string;
  readonly orgId: string;
  readonly orgPath: string;
  readonly personId: string | null;
  readonly accountId: string;
  readonly status: Exclude<Status, "draft">;
  readonly facts: Facts;
  readonly factsCipher: Buffer | null;
  readonly state: CaseState;
  readonly outcome: string | null;
  readonly dueDay: Day | null;
  readonly filedAt: Date;
  readonly endedAt: Date | null;
  readonly definition: Definition;
}

const caseOf = (act: Act, id: string) =>
  db(act)
    .selectFrom("business.cases as c")
    .innerJoin("business.case_flows as f", (join) =>
      join.onRef("f.function", "=", "c.function").onRef("f.version", "=", "c.version"),
    )
    .select([
      "c.id",
      "c.function",
      "c.version",
      "c.number",
      "c.title",
      "c.org_id as orgId",
      "c.org_path as orgPath",
      "c.person_id as personId",
      "c.account_id as accountId",
      "c.status",
      "c.facts",
      "c.facts_cipher as factsCipher",
      "c.state",
      "c.outcome",
      "c.due_day as dueDay",
      "c.filed_at as filedAt",
      "c.ended_at as endedAt",
      "f.definition",
    ])
    .where("c.id", "=", id)
    .$castTo<StoredCase>();

/** The case of an id, when the actor may read it. */
export const findCase = (act: Act, id: string): Promise<StoredCase | undefined> =>
  caseOf(act, id).executeTakeFirst();

/** The case as it is now, with nobody else at it until the act ends. As the house: whoever acts was found to reach it. */
export const lockCase = (house: Act, id: string): Promise<StoredCase> =>
  caseOf(house, id).forUpdate("c").executeTakeFirstOrThrow();

/** The flow of a version as it was first filed on; the code's own when it is new. */
export async function keepFlow(
  house: Act,
  {
    id,
    version,
    flow,
  }: { readonly id: string; readonly version: number; readonly flow: Definition },
): Promise<Definition> {
  const kept = () =>
    db(house)
      .selectFrom("business.case_flows")
      .select("definition")
      .where("function", "=", id)
      .where("version", "=", version)
      .$castTo<{ definition: Definition }>();
  const before = await kept().executeTakeFirst();
  if (before) return before.definition;
  await db(house)
    .insertInto("business.case_flows")
    .values({ function: id, version, definition: JSON.stringify(flow) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await kept().executeTakeFirstOrThrow()).definition;
}

/** The running part of the next case number. */
export async function nextNumber(house: Act): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select nextval('business.case_numbers') as next`.execute(house.tx);
  return rows[0]!.next;
}

/** Adds a case, or brings what may change of it up to date. */
export async function putCase(house: Act, row: Row<"business.cases">): Promise<void> {
  const { id: _id, function: _function, version: _version, number: _number, ...rest } = row;
  const { account_id: _account, filed_at: _filed, ...changeable } = rest;
  await db(house)
    .insertInto("business.cases")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(changeable))
    .execute();
}

export async function addAction(house: Act, caseId: string, action: Action): Promise<void> {
  const { id: seq, kind, at, by } = action;
  await db(house)
    .insertInto("business.case_actions")
    .values({
      case_id: caseId,
      seq,
      kind,
      account_id: by.accountId,
      at: new Date(at),
      action: JSON.stringify(action),
    })
    .execute();
}

/** The history of a case the actor may read, in order. */
export async function actionsOf(act: Act, caseId: string): Promise<Action[]> {
  const rows = await db(act)
    .selectFrom("business.case_actions")
    .select("action")
    .where("case_id", "=", caseId)
    .orderBy("seq")
    .$castTo<{ action: Action }>()
    .execute();
  return rows.map(({ action }) => action);
}

const decidedBy: readonly string[] = ["agree", "return", "reject"];

function taskRow(caseId: string, title: string, task: Task): Row<"business.tasks"> {
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

/** Takes the place of the one running case of a key. Answers the case that has it, which may be another. */
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
