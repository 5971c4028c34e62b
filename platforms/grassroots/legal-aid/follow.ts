// Following (跟随申请): until aid is granted a matter stands exactly as its application stands, whoever
// was asked on the way.

import type { Act } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { maskName } from "@niangjia/foundation/masks";
import { actionsOf, type StoredCase } from "@niangjia/registers/cases";
import { getUnion } from "@niangjia/registers/organisations";
import { applicationOf } from "./application.ts";
import { type Assessed, decisionOf } from "./assess.ts";
import { holdMatter, putMatter } from "./matter-store.ts";
import type { AidState } from "./words.ts";

const stateOf: Readonly<Record<StoredCase["status"], AidState>> = {
  running: "filed",
  returned: "returned",
  approved: "granted",
  rejected: "refused",
  withdrawn: "withdrawn",
};

/**
 * The action that decided a case: the agreement at a step's own task, which those beside it only
 * helped to; or the refusal, which ends a case whoever gives it. Undefined while there is none. Of a
 * `step` alone, where federations may add another after it.
 */
export async function decidingAction(
  house: Act,
  { id, state }: Pick<StoredCase, "id" | "state">,
  step?: string,
) {
  const actions = await actionsOf(house, id);
  return actions.findLast(
    ({ kind, node, task }) =>
      kind === "reject" ||
      (kind === "agree" &&
        (step === undefined || node === step) &&
        task !== null &&
        state.tasks[task - 1]?.beside === undefined),
  );
}

/** Who decided it, when and with what words; nobody, while it can still turn out otherwise. */
async function decided(house: Act, row: StoredCase) {
  const ended = row.status === "approved" || row.status === "rejected";
  const action = ended ? await decidingAction(house, row) : undefined;
  return {
    day: action && day(action.day),
    decided_at: action ? new Date(action.at) : null,
    decided_by: action?.by.accountId ?? null,
    decided_why: action?.opinion || null,
  };
}

/**
 * Writes what an application says into its matter, unless aid was granted or refused already, and
 * gives what the policy finds. Idempotent; the house's own work.
 */
export async function follow(house: Act, caseId: string): Promise<Assessed> {
  await holdMatter(house, caseId);
  const { row, facts } = await applicationOf(house, caseId);
  const union = await getUnion(house, row.orgId);
  const { day: on, ...by } = await decided(house, row);
  const decision = await decisionOf(house, { facts, union }, on);
  await putMatter(house, {
    ...{ case_id: row.id, number: row.number, org_id: union.id, org_path: union.path },
    ...{ state: stateOf[row.status], filed_at: row.filedAt },
    ...{ union_id: facts.union, account_id: row.accountId },
    ...{ applicant_mask: maskName(facts.name), kind: facts.kind, respondent: facts.respondent },
    ...{ claim_fen: facts.claimFen ?? null, urgent: facts.limit === "soon" },
    ...{ decision: JSON.stringify(decision), verdict: decision.verdict },
    ...{ ...by, assign_due_day: null },
    ...{ lawyer_post: null, lawyer_account: null, lawyer: null, assigned_at: null },
    ...{ close_case: null, closed_day: null, result: null, recovered_fen: null },
    ...{ stars: null, stars_words: null },
  });
  return decision;
}
