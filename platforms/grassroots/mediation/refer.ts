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
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { type Application, type Approved, caseFunction } from "@niangjia/registers/cases";
import type { deliveryFile as fileContract, receipt as receiptContract } from "./contract.ts";
import { deliver, tellReceipt } from "./deliver.ts";
import { type Delivery, deliveriesOf, findDelivery, noteReceipt } from "./delivery-store.ts";
import { type DisputeRow, disputeOfNumber } from "./dispute-store.ts";
import { getDispute, getHandled } from "./disputes.ts";
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

/** The dispute of a number, when whoever acts has it in hand. */
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
  const before = (await deliveriesOf(act, dispute.case_id)).find(({ kind }) => kind === facts.to);
  if (!before) return;
  const words = { partner: before.partner, kind: deliveryKinds[facts.to] };
  throw refuse(refusals.alreadyDelivered, { words });
}

async function effect(act: Act, { facts }: Approved<ReferFacts>): Promise<string> {
  const { to: kind, partner, reason, consentPaper } = facts;
  const dispute = await disputeIn(act, facts);
  const documents = await asHouse(act, async (house) => [
    ...(await makeDossier(house, dispute)),
    ...(await papersOf(house, consentPaper)),
  ]);
  await deliver(act, { dispute, kind, partner, reason, documents });
  return `卷宗（${documents.length} 个文件）已送往“${partner}”，收到回执后会通知您。`;
}

export const refer = caseFunction({
  id: "mediation.refer",
  title: "仲裁诉讼衔接移送",
  says: "调解不成的，把整个卷宗移送给劳动仲裁或者法院",
  may: ["mediator", "cadre"],
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

async function deliveryIn(act: Act, id: string): Promise<Delivery> {
  const found = await findDelivery(act, id);
  if (!found) throw refuse(refusals.deliveryNotFound);
  await getDispute(act, found.case_id);
  return found;
}

/** For files that were taken there by hand, or whose partner answers on paper. */
export async function enterReceipt(
  act: Act,
  { params, body }: Asked<typeof receiptContract>,
): Promise<Answer<typeof receiptContract>> {
  const delivery = await deliveryIn(act, params.id);
  const dispute = await getHandled(act, delivery.case_id);
  const { id, kind, partner } = delivery;
  const noted = { id, receipt: body.receipt, from: "hand" } as const;
  if (!(await asHouse(act, (house) => noteReceipt(house, noted)))) {
    throw refuse(refusals.receiptThere, { words: { receipt: delivery.receipt ?? "" } });
  }
  await tellReceipt(act, dispute, { kind, partner, receipt: body.receipt });
  return { id };
}

export async function fetchDelivered(
  act: Act,
  { params }: Asked<typeof fileContract>,
): Promise<Download> {
  const { documents, case_id } = await deliveryIn(act, params.id);
  await getHandled(act, case_id);
  const document = documents[params.nth - 1];
  if (!document) throw refuse(refusals.deliveryNotFound);
  const { name, type, sha256 } = document;
  return { name, type, bytes: act.vault.read(sha256) };
}
