// Following (跟随办件): the register of disputes says what its case says, whatever happened to it.

import { tokenOf } from "@niangjia/engine/process";
import { postHolders } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { findFile } from "@niangjia/foundation/files";
import { dueBy } from "@niangjia/foundation/workdays";
import { actionsOf, findCase, type StoredCase } from "@niangjia/registers/cases";
import { getUnion } from "@niangjia/registers/organisations";
import { parametersHere } from "@niangjia/registers/rules";
import { totalOf } from "./agreement.ts";
import {
  type ClaimRow,
  type DisputeRow,
  type EvidenceRow,
  holdDispute,
  putDispute,
  putMatter,
} from "./dispute-store.ts";
import type { DisputeFacts } from "./form.ts";
import { parametersOn } from "./parameters.ts";
import type { DisputeState } from "./words.ts";

type State = StoredCase["state"];

/** When the acceptance that counts was given; undefined while there is none. */
const acceptedAt = ({ tokens }: State): string | undefined =>
  tokens.find((token) => token.node === "accept" && !token.void && token.until)?.until ?? undefined;

function stateOf({ status, state }: StoredCase, facts: DisputeFacts): DisputeState {
  if (status === "withdrawn" || status === "returned") return status;
  if (status === "rejected") return "refused";
  if (status === "approved") {
    return facts.decision === "redirect" ? "redirected" : (facts.result ?? "refused");
  }
  return acceptedAt(state) && facts.decision === "accept" ? "accepted" : "filed";
}

type Mediator = Pick<DisputeRow, "mediator_post" | "mediator_account">;
const nobody: Mediator = { mediator_post: null, mediator_account: null };

/** Whoever has the task now, or had it last; else who was named at acceptance. */
async function mediatorOf(act: Act, { state }: StoredCase, facts: DisputeFacts): Promise<Mediator> {
  if (facts.decision !== "accept" || !facts.mediator) return nobody;
  const holder = state.tasks.findLast(
    ({ node, token, beside }) =>
      (node === "mediate" || node === "seal") && !beside && !tokenOf(state, token).void,
  )?.holder;
  if (holder?.postId && holder.accountId) {
    return { mediator_post: holder.postId, mediator_account: holder.accountId };
  }
  const [named] = await postHolders(act, [facts.mediator]);
  return named ? { mediator_post: named.postId, mediator_account: named.accountId } : nobody;
}

/** The last day of the whole case; what it was last, while its clock stands still or is over. */
async function lastTerm(house: Act, { id, state }: StoredCase): Promise<Day | undefined> {
  if (state.term?.due) return state.term.due;
  const told = (await actionsOf(house, id)).findLast(({ patch }) => patch.term?.due);
  return told?.patch.term?.due ?? undefined;
}

async function dueDays(
  house: Act,
  row: StoredCase,
): Promise<{ due_day: Day; accept_due_day: Day }> {
  const { division } = await getUnion(house, row.orgId);
  const filed = dayOf(row.filedAt);
  const on = await parametersHere(house, parametersOn, { division, day: filed });
  const accepting = row.state.tasks.findLast(
    ({ node, beside, due }) => node === "accept" && !beside && due,
  );
  return {
    due_day: (await lastTerm(house, row)) ?? dueBy(on.closeWithin.value, filed),
    accept_due_day: accepting?.due ?? dueBy(on.acceptWithin.value, filed),
  };
}

async function evidenceIn(act: Act, row: StoredCase, ids: readonly string[]) {
  const found: EvidenceRow[] = [];
  for (const id of ids) {
    const file = await findFile(act, id);
    if (!file) continue;
    const { name, kind, sha256 } = file;
    found.push({ case_id: row.id, file_id: id, org_path: row.orgPath, name, kind, sha256 });
  }
  return found;
}

const claimsIn = (row: StoredCase, { claims }: DisputeFacts): ClaimRow[] =>
  claims.map(({ kind, amountFen = null, words }, index) => ({
    ...{ case_id: row.id, line: index + 1, org_path: row.orgPath },
    ...{ kind, amount_fen: amountFen, words },
  }));

/** Writes what a case of mediation says into the register. Idempotent; the house's own work. */
export async function follow(house: Act, caseId: string): Promise<void> {
  await holdDispute(house, caseId);
  const row = await findCase(house, caseId);
  if (!row) throw new Error(`no case ${caseId} to follow`);
  const facts = row.facts as unknown as DisputeFacts;
  const { state, endedAt } = row;
  const accepted = acceptedAt(state);
  await putDispute(house, {
    ...{ case_id: row.id, number: row.number, org_id: row.orgId, org_path: row.orgPath },
    ...{ person_id: row.personId, account_id: row.accountId, filed_at: row.filedAt },
    oral: state.applicant?.postId != null,
    ...{ applicant_mask: facts.name, respondent: facts.respondent, people: facts.people ?? 1 },
    claimed_fen: facts.claims.reduce((sum, { amountFen = 0 }) => sum + amountFen, 0),
    wants_confirmation: facts.wantsConfirmation,
    state: stateOf(row, facts),
    accepted_at: accepted ? new Date(accepted) : null,
    ...(await mediatorOf(house, row, facts)),
    ...(await dueDays(house, row)),
    ...{ closed_at: endedAt, closed_day: endedAt && dayOf(endedAt) },
    agreed_fen: row.status === "approved" && facts.terms ? totalOf(facts.terms) : null,
  });
  const evidence = await evidenceIn(house, row, facts.evidence ?? []);
  await putMatter(house, row.id, { claims: claimsIn(row, facts), evidence });
}
