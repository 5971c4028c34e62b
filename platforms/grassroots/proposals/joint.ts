// Joint proposals (并案的提案): whose proposal was merged hears the answer to the leading one, or that none will come.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { tell } from "@niangjia/foundation/notices";
import { type CaseRecords, findCase, offerDraft, openSecrets } from "@niangjia/registers/cases";
import type { ProposalFacts } from "./form.ts";
import { type Joint, jointWith, leadingOf } from "./joint-store.ts";
import { findProposal, type ProposalRow } from "./store.ts";
import { type ProposalState, states } from "./words.ts";

const functionId = "proposals.submit";

const isDead = (state: ProposalState): boolean => state === "withdrawn" || state === "refused";

/** The body says what was answered to the leading one. */
export async function tellJoint(house: Act, leadingId: string, body: string): Promise<void> {
  for (const { accountId, caseId, leadingNumber } of await jointWith(house, leadingId)) {
    const title = `您并入 ${leadingNumber} 号的提案有了答复`;
    await tell(house, { accountId, title, body, link: `/cases/${caseId}` });
  }
}

/** The form as it was, but for papers: those belong to the case. False when they are at another proposal. */
async function offerAgain(house: Act, { accountId, caseId }: Joint): Promise<boolean> {
  const found = await findCase(house, caseId);
  if (!found) throw new Error(`no case ${caseId} to file again`);
  const { category, title, why, wish, seconders } = {
    ...found.facts,
    ...openSecrets(house.keys, found),
  } as unknown as ProposalFacts;
  const facts = { category, title, why, wish, seconders };
  return offerDraft(house, { accountId, functionId, facts });
}

/**
 * A leading proposal that ended without an answer: whoever waits for it is told, and finds their own
 * text filled in to make it again.
 */
export async function tellLost(house: Act, { case_id, state }: ProposalRow): Promise<void> {
  if (!isDead(state)) return;
  for (const joint of await jointWith(house, case_id)) {
    if (joint.isAnswered) continue;
    const filled = (await offerAgain(house, joint))
      ? "内容已经替您填好，附件要重新上传。"
      : "内容可以照原来的填写。";
    await tell(house, {
      ...{ accountId: joint.accountId, link: `/cases/${joint.caseId}` },
      title: "您并案的提案没有办下去",
      body: `“${joint.title}”并入的 ${joint.leadingNumber} 号提案${states[state]}，不会再有答复。想接着提的，请重新提交职工提案。${filled}`,
    });
  }
}

/** What the case of a merged proposal shows: where the leading one stands, and the way back when it died. */
export async function recordsOf(act: Act, caseId: string): Promise<readonly CaseRecords[]> {
  const row = await findProposal(act, caseId);
  if (row?.state !== "merged") return [];
  const leading = await asHouse(act, (house) => leadingOf(house, caseId));
  if (!leading) throw new Error(`proposal ${caseId} was merged into none`);
  const joints = await asHouse(act, (house) => jointWith(house, leading.caseId));
  const { number, state } = leading;
  const lost = isDead(state) && joints.some((one) => one.caseId === caseId && !one.isAnswered);
  const note = lost ? "它不会再有答复；想接着提的，请重新提交。" : null;
  const next = lost ? { function: functionId, title: "重新提交提案" } : null;
  const line = { title: `提案 ${number}`, words: states[state], note };
  return [{ title: "并案办理", lines: [line], next }];
}
