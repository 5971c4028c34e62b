// Store of progress (办理进展): what every command writes of a case, in statements whose texts never change.
import { overtakenWhen, type Write, write } from "@niangjia/foundation/postgres";
import type { StoredAction } from "./content-seal.ts";
import type { CaseTables } from "./store.ts";

/** What every command may change of a case. */
export interface Progress
  extends Pick<
    CaseTables["business.cases"],
    "status" | "state" | "org_id" | "org_path" | "due_day" | "alarm_day" | "ended_at" | "updated_at"
  > {}

/** What is so from when it was filed. */
type Filing = Omit<CaseTables["business.cases"], keyof Progress | "outcome">;

const insertCase = write(`insert into business.cases (id, status, state, org_id, org_path, due_day,
    alarm_day, ended_at, updated_at, title, person_id, facts, facts_cipher, function, version,
    variant, number, account_id, filed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`);
const advanceCase = write(`update business.cases set status = $2, state = $3, org_id = $4,
  org_path = $5, due_day = $6, alarm_day = $7, ended_at = $8, updated_at = $9, mend_by = null
  where id = $1`);
const refileCase = write(`update business.cases set status = $2, state = $3, org_id = $4,
  org_path = $5, due_day = $6, alarm_day = $7, ended_at = $8, updated_at = $9, mend_by = null,
  title = $10, person_id = $11, facts = $12, facts_cipher = $13 where id = $1`);

const progressOf = (id: string, to: Progress) => [
  ...[id, to.status, to.state, to.org_id, to.org_path],
  ...[to.due_day, to.alarm_day, to.ended_at, to.updated_at],
];

const contentOf = ({ title, person_id: person, facts, facts_cipher: cipher }: Refiled) => [
  ...[title, person, facts, cipher],
];

type Refiled = Pick<Filing, "title" | "person_id" | "facts" | "facts_cipher">;

export function addCase(row: Progress & Filing & { readonly id: string }): Write {
  const { id, function: fn, version, variant, number, account_id: account, filed_at: at } = row;
  const fixedParts = [fn, version, variant, number, account, at];
  return insertCase(...progressOf(id, row), ...contentOf(row), ...fixedParts);
}

/** Brings a case up to date; `refiled` when what it says is new. */
export const putCase = ({
  id,
  ...to
}: Progress & { readonly id: string; readonly refiled?: Refiled }): Write =>
  to.refiled
    ? refileCase(...progressOf(id, to), ...contentOf(to.refiled))
    : advanceCase(...progressOf(id, to));

/** Says what a case came to, by its id and what its effect answered. */
export const setOutcome = write("update business.cases set outcome = $2 where id = $1");

const insertAction = write(`insert into business.case_actions
    (case_id, seq, kind, account_id, at, action) values ($1, $2, $3, $4, $5, $6)`);

// Of two acts that both found a case as it was, one adds the next action; the other looks again.
overtakenWhen("case_actions_pkey");

/** To be done before what comes of them: should another act have been faster, nothing of it is done. */
export const addActions = (caseId: string, actions: readonly StoredAction[]): Write[] =>
  actions.map((action) => {
    const { id, kind, by, at } = action;
    return insertAction(caseId, id, kind, by.accountId, at, JSON.stringify(action));
  });
