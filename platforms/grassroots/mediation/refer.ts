// Referring (仲裁诉讼衔接移送): the whole file of a dispute goes to arbitration or court, with the worker's
// consent; the receipt is kept (调解仲裁法 art 14–15).

import {
  approve,
  byRule,
  cadreOf,
  choiceField,
  type FactsOf,
  filesField,
  flow,
  longTextField,
  textField,
  yesNoField,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { refuse } from "@niangjia/foundation/refusal";
import { type Application, type Approved, caseFunction } from "@niangjia/registers/cases";
import { deliver } from "./deliver.ts";
import { standingDelivery } from "./delivery-store.ts";
import { type DisputeRow, disputeOfNumber } from "./dispute-store.ts";
import { getHandled } from "./disputes.ts";
import { makeDossier } from "./dossier.ts";
import { papersOf } from "./papers.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { type DisputeState, deliveryKinds, disputeStates } from "./words.ts";

const form = {
  dispute: textField("调解办件编号", { maxLength: 20, help: "例如 20261121-000001" }),
  to: choiceField("移送去哪里", { arbitration: "劳动仲裁", court: "法院" }),
  partner: textField("接收单位", { maxLength: 60, help: "写全称，如“长沙县劳动人事争议仲裁院”" }),
  reason: longTextField("移送的原因", { maxLength: 500 }),
  consent: yesNoField("职工本人是否同意移送"),
  consentPaper: filesField("同意移送的签名", { required: false, maxCount: 2 }),
} as const;
type ReferFacts = FactsOf<typeof form>;

/** The dispute of a number, when whoever files has it in hand. */
async function disputeIn(act: Act, { dispute: number }: ReferFacts): Promise<DisputeRow> {
  const found = await disputeOfNumber(act, number);
  if (!found) throw refuse(refusals.notFound);
  return getHandled(act, found.case_id);
}

const notReferable: readonly DisputeState[] = ["filed", "returned", "withdrawn"];

async function check(act: Act, { facts }: Application<ReferFacts>): Promise<void> {
  const dispute = await disputeIn(act, facts);
  const { state } = dispute;
  if (!facts.consent) throw refuse(refusals.noConsent);
  if (notReferable.includes(state)) {
    throw refuse(refusals.notReferable, { words: { state: disputeStates[state] } });
  }
  const before = await standingDelivery(act, dispute.case_id, facts.to);
  if (!before) return;
  const words = { partner: before.partner, kind: deliveryKinds[facts.to] };
  throw refuse(refusals.alreadyDelivered, { words });
}

/** Whoever approves in the end has it not in hand always: it was asked for by somebody who had. */
async function effect(act: Act, { facts }: Approved<ReferFacts>): Promise<string> {
  const { to: kind, partner, reason, consentPaper } = facts;
  const { dispute, documents } = await asHouse(act, async (house) => {
    const found = await disputeOfNumber(house, facts.dispute);
    if (!found) throw new Error("what was filed is of a dispute");
    const papers = await papersOf(house, consentPaper);
    return { dispute: found, documents: [...(await makeDossier(house, found)), ...papers] };
  });
  await deliver(act, { dispute, kind, partner, reason, documents });
  return `卷宗（${documents.length} 个文件）已送往“${partner}”，收到回执后会通知您。`;
}

export const refer = caseFunction({
  id: "mediation.refer",
  title: "仲裁诉讼衔接移送",
  says: "调解不成的，把整个卷宗移送给劳动仲裁或者法院",
  may: ["mediator", "cadre", "chair"],
  words: ["移送", "劳动仲裁", "起诉", "诉调对接"],
  parameters: parametersOn,
  version: 3,
  form,
  flow: flow(
    approve(cadreOf("union"), {
      title: "县（市、区）总工会审批",
      within: byRule("referWithin"),
      onTimeout: "raise",
      basis: "《中华人民共和国劳动争议调解仲裁法》第十四条",
      adjustable: { addAfter: ["cadre"] },
    }),
  ),
  place: async (act, facts) => (await disputeIn(act, facts)).org_id,
  subject: async (act, facts) => (await disputeIn(act, facts)).person_id,
  summary: ({ dispute, to }) => `${dispute}移送${deliveryKinds[to]}`,
  oneRunningFor: (_act, { dispute, to }) => `${dispute}/${to}`,
  check,
  effect,
});
