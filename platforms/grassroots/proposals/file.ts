// Filing (立案审查): a proposal is filed under a number and given to a department, or merged with one that was filed.
import { postHolders } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import type { FieldFault } from "@niangjia/foundation/refusal";
import type { Deed } from "@niangjia/registers/cases";
import type { ProposalFacts } from "./form.ts";
import { findByNumber } from "./store.ts";
import type { ProposalState } from "./words.ts";

/** Answered together only with what is not answered yet. */
const unanswered: readonly ProposalState[] = ["answering", "approving", "reopened"];

/** What keeps an officer from deciding so: nothing to merge with, or a handler who made it themselves. */
export async function filingFaults(
  act: Act,
  { facts, union, applicant }: Deed<ProposalFacts>,
): Promise<FieldFault[]> {
  if (facts.decision === "merge" && facts.mergeInto) {
    const leading = await findByNumber(act, union.id, facts.mergeInto);
    if (!leading) return [{ path: "mergeInto", say: "本工会没有这个提案号，请在台账里核对。" }];
    if (!unanswered.includes(leading.state)) {
      return [{ path: "mergeInto", say: "这件提案已经答复，不能再并入；请单独立案。" }];
    }
  }
  if (facts.decision === "file" && facts.handler) {
    const [holder] = await postHolders(act, [facts.handler]);
    if (holder?.accountId === applicant.accountId) {
      return [{ path: "handler", say: "承办人就是提案人，请另选一位。" }];
    }
  }
  return [];
}
