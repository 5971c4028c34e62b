// Fulfilling (自动办结): a case asks for what is so already, and the house ends the waiting.
import { openTasks } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { sql } from "kysely";
import { proceed } from "./command.ts";
import type { CaseFunction, Facts } from "./function.ts";
import { findCase } from "./store.ts";

/** A case that waits for somebody's decision. */
export interface WaitingCase {
  readonly id: string;
  /** The union it was filed at. */
  readonly orgPath: OrgPath;
  readonly personId: string | null;
  /** As filed, without what is sealed. */
  readonly facts: Facts;
}

/**
 * Cases of a function that wait, those of these unions or all of them, in order. For reactions and sweeps: they are the
 * house's, and see every case.
 */
export async function waitingCases(
  act: Act,
  { id }: Pick<CaseFunction, "id">,
  paths?: readonly string[],
): Promise<WaitingCase[]> {
  const at = paths ? sql`org_path = any(${[...paths]}::text[])` : sql`true`;
  const { rows } = await sql<WaitingCase>`
    select id, org_path as "orgPath", person_id as "personId", facts from business.cases
    where ${at} and status = 'running' and function = ${id} order by id`.execute(act.tx);
  return rows;
}

/**
 * Passes the step at which a case waits, in the house's name and without anybody's signature: what it asks for is so.
 * `because` says what made it so, for the history. At the last step the effect follows, and may refuse.
 */
export async function fulfilCase(
  act: Act,
  fn: CaseFunction,
  { id, because }: { readonly id: string; readonly because: string },
): Promise<void> {
  const found = await findCase(act, id);
  const [task] = found ? openTasks(found.state) : [];
  if (!task) return;
  const command = { kind: "fulfil", task: task.id, opinion: because } as const;
  await proceed(act, new Map([[fn.id, { fn }]]), { id, command });
}

/**
 * Ends a case in the house's name: what it asks for is not needed any more. `because` says why, for the applicant and
 * the history. For reactions and sweeps. Refuses a case that has ended.
 */
export async function withdrawCase(
  act: Act,
  fn: CaseFunction,
  { id, because }: { readonly id: string; readonly because: string },
): Promise<void> {
  const command = { kind: "withdraw", opinion: because } as const;
  await proceed(act, new Map([[fn.id, { fn }]]), { id, command });
}
