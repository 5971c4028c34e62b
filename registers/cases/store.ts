// Store of cases (办件): cases, the flows they run on, their actions; tasks lie in task-store.ts,
// desks in desk-store.ts.
import type { Action, CaseState, Definition, Status } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { fixed } from "@niangjia/foundation/postgres";
import { caseHelpers, type Role } from "@niangjia/foundation/roles";
import { type RawBuilder, sql } from "kysely";
import type { Facts } from "./function.ts";

type Json<T> = T | string;

export type CaseTables = {
  "business.case_flows": {
    function: string;
    version: number;
    variant: number;
    definition: Json<Definition>;
  };
  "business.cases": {
    id: string;
    function: string;
    version: number;
    variant: number;
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
    alarm_day: Day | null;
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
    holder_account: string | null;
    waits: boolean;
    amber: number;
    excluded: string[];
    state: "open" | "done" | "dropped";
    opened_at: Date;
    due_day: Day | null;
    alarm_day: Day | null;
    done_by: string | null;
    done_at: Date | null;
    how: string | null;
  };
  "business.case_copies": {
    case_id: string;
    org_path: string;
    role: Role;
    number: number;
    account_id: string | null;
    at: Date;
    read_at: Date | null;
  };
  "business.case_questions": {
    case_id: string;
    number: number;
    task: number;
    org_path: string;
    account_id: string;
    asked_at: Date;
    state: "open" | "answered" | "dropped";
  };
  "business.cases_running": { function: string; key: Buffer; case_id: string };
  "business.case_ratings": {
    case_id: string;
    org_path: string;
    account_id: string;
    stars: number;
    words: string | null;
    rated_at: Date;
    changed_at: Date;
  };
  "business.case_drafts": {
    id: string;
    account_id: string;
    function: string;
    facts_cipher: Buffer;
    updated_at: Date;
  };
};

const db = (act: Act) => act.tx.withTables<CaseTables>();

/** A case as stored, with the flow it runs on. Seats of the state name their union by id. */
export interface StoredCase {
  readonly id: string;
  readonly function: string;
  readonly version: number;
  /** Which local flow 本地流程 of the version; 0 is the function's own. */
  readonly variant: number;
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
      join
        .onRef("f.function", "=", "c.function")
        .onRef("f.version", "=", "c.version")
        .onRef("f.variant", "=", "c.variant"),
    )
    .select([
      "c.id",
      "c.function",
      "c.version",
      "c.variant",
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

/**
 * A helper handed it in or is asked there: it lies on their desk, was theirs to do, or they are asked
 * or told something there. What another at the same post took up is that one's alone.
 */
function askedAt({ actor }: Act): RawBuilder<boolean> {
  const { accountId, post } = actor;
  const seat = sql`org_path = ${post?.orgPath} and role = ${post?.role}`;
  return sql`(c.account_id = ${accountId}
    or exists (select from business.tasks where case_id = c.id
      and (holder_account = ${accountId} or done_by = ${accountId}
        or (${seat} and holder_account is null and state = 'open')))
    or exists (select from business.case_copies where case_id = c.id
      and (account_id = ${accountId} or (${seat} and account_id is null)))
    or exists (select from business.case_questions
      where case_id = c.id and account_id = ${accountId}))`;
}

const isHelper = ({ actor: { role } }: Act): boolean =>
  role !== null && (caseHelpers as readonly Role[]).includes(role);

/** The case of an id, when the actor may read it. */
export const findCase = (act: Act, id: string): Promise<StoredCase | undefined> => {
  const found = caseOf(act, id);
  return (isHelper(act) ? found.where(askedAt(act)) : found).executeTakeFirst();
};

/**
 * The case as it is now, with nobody else at it until the act ends. As the house: whoever acts was
 * found to reach it.
 */
export const lockCase = (house: Act, id: string): Promise<StoredCase> =>
  caseOf(house, id).forUpdate("c").executeTakeFirstOrThrow();

/** A case without the flow it runs on. */
export type Filed = Omit<StoredCase, "definition">;

const filed = fixed<Filed>(`select id, function, version, variant, number, title, org_id as "orgId",
    org_path as "orgPath", person_id as "personId", account_id as "accountId", status, facts,
    facts_cipher as "factsCipher", state, outcome, due_day as "dueDay", filed_at as "filedAt",
    ended_at as "endedAt"
  from business.cases where id = $1`);

/** The case of an id, when the actor may read it; asked for by every command. */
export async function findFiled(act: Act, id: string): Promise<Filed | undefined> {
  if (isHelper(act)) return findCase(act, id);
  const [found] = await filed(act.tx, id);
  return found;
}

const flowKept = fixed<{ definition: Definition }>(
  "select definition from business.case_flows where function = $1 and version = $2 and variant = $3",
);

/** The flow a case runs on, as it was first filed on. */
export async function flowOf(house: Act, of: Filed): Promise<Definition> {
  const [flow] = await flowKept(house.tx, of.function, of.version, of.variant);
  return flow!.definition;
}

const keepsFlow = fixed(
  "select from business.case_flows where function = $1 and version = $2 and variant = 0",
);

export const isFlowKept = async ({ tx }: Act, { id, version }: Flow): Promise<boolean> =>
  (await keepsFlow(tx, id, version)).length > 0;

interface Flow {
  readonly id: string;
  readonly version: number;
  readonly variant?: number;
  readonly flow: Definition;
}

/** The flow of a version, or of a variant of it, as it was first filed on; the given one when it is new. */
export async function keepFlow(
  house: Act,
  { id, version, variant = 0, flow }: Flow,
): Promise<Definition> {
  const kept = () =>
    db(house)
      .selectFrom("business.case_flows")
      .select("definition")
      .where("function", "=", id)
      .where("version", "=", version)
      .where("variant", "=", variant)
      .$castTo<{ definition: Definition }>();
  const before = await kept().executeTakeFirst();
  if (before) return before.definition;
  await db(house)
    .insertInto("business.case_flows")
    .values({ function: id, version, variant, definition: JSON.stringify(flow) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await kept().executeTakeFirstOrThrow()).definition;
}

const nextRunning = fixed<{ next: number }>("select nextval('business.case_numbers') as next");

/** The running part of the next case number. */
export async function nextNumber(house: Act): Promise<number> {
  const [row] = await nextRunning(house.tx);
  return row!.next;
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
