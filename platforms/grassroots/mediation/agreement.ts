// The agreement (调解协议): its content is checked, printed, put on record and, when both sides ask,
// sent to the court for confirmation (调解仲裁法 art 14; 人民调解法 art 29, 33; 民事诉讼法 art 205).
import type { Act } from "@niangjia/foundation/act";
import { day, dayOf, formatDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { maskName } from "@niangjia/foundation/masks";
import { formatYuan } from "@niangjia/foundation/money";
import { emit } from "@niangjia/foundation/outbox";
import { pdf } from "@niangjia/foundation/pdf";
import { dueBy } from "@niangjia/foundation/workdays";
import { type Approved, actionsOf, findCase } from "@niangjia/registers/cases";
import { deliver } from "./deliver.ts";
import type { Handed } from "./delivery-store.ts";
import { insertAgreement, insertRecovery } from "./dispute-store.ts";
import { agreed, recovered } from "./events.ts";
import type { DisputeFacts, Term } from "./form.ts";
import { papersOf } from "./papers.ts";
import { parametersOn } from "./parameters.ts";

type Closing = Approved<DisputeFacts>;

export const totalOf = (terms: readonly Term[]): number =>
  terms.reduce((sum, { amountFen = 0 }) => sum + amountFen, 0);

/** Something must be owed, and not by a day that is over; it was drawn up today or a few days ago. */
export function termFaults(terms: readonly Term[], today: string) {
  return terms.flatMap(({ payByDay }, row) =>
    payByDay < today
      ? [{ path: `terms.${row}.payByDay`, say: "履行期限已经过去，请填写今天或以后的日期。" }]
      : [],
  );
}

/** No more can be paid at once than is owed. */
export function paidFaults({ terms = [], paidFen = 0 }: DisputeFacts) {
  const totalFen = totalOf(terms);
  const say = `不能超过协议金额 ${formatYuan(totalFen)}。`;
  return paidFen > totalFen ? [{ path: "paidFen", say }] : [];
}

/** The mediator who sealed it, and not who signed after them. */
async function sealedBy(act: Act, caseId: string): Promise<string> {
  const { row, actions } = await asHouse(act, async (house) => ({
    row: await findCase(house, caseId),
    actions: await actionsOf(house, caseId),
  }));
  const sealing = actions.findLast(
    ({ kind, node, task }) =>
      kind === "agree" && node === "seal" && !row?.state.tasks[(task ?? 0) - 1]?.beside,
  );
  if (!sealing) throw new Error(`agreement ${caseId} was sealed by nobody`);
  return sealing.by.words;
}

type Drawn = Closing & { readonly mediator: string };

async function drawn(act: Act, { facts, union, number, mediator }: Drawn): Promise<Handed> {
  const { terms = [], duties = "", signer = "" } = facts;
  const title = "劳动争议调解协议书";
  const name = `${title}${number}.pdf`;
  const bytes = await pdf(
    { title, madeAt: act.now, footer: `${union.name}　${number}` },
    (paper) => {
      paper.title(title);
      paper.keyValues([
        ["编号", number],
        ["申请人", facts.isGroup ? `${facts.name}等 ${facts.people} 人` : facts.name],
        ["被申请人", facts.respondent],
        ["调解组织", union.name],
      ]);
      paper.heading("争议事实和各方责任");
      paper.paragraph(duties);
      paper.heading("协议内容");
      paper.table({
        columns: [
          { title: "履行内容", share: 4 },
          { title: "金额", share: 2, align: "right" },
          { title: "履行期限", share: 2 },
          { title: "履行方式", share: 3 },
        ],
        rows: terms.map(({ what, amountFen, payByDay, manner }) => [
          what,
          amountFen === undefined ? "—" : formatYuan(amountFen),
          formatDay(day(payByDay)),
          manner,
        ]),
      });
      paper.paragraph(`金额合计 ${formatYuan(totalOf(terms))}。`);
      paper.keyValues([
        ["申请人签字", `${facts.name}（在线确认）`],
        ["被申请人签字", `${signer}（纸质签字盖章件随卷保存）`],
        ["调解员", mediator],
        ["日期", formatDay(dayOf(act.now))],
      ]);
    },
  );
  return { name, type: "application/pdf", ...(await act.vault.put([bytes])) };
}

async function keepPaid(act: Act, closing: Closing): Promise<void> {
  const { caseId, union, personId, facts } = closing;
  const { paidFen = 0 } = facts;
  if (paidFen === 0) return;
  await asHouse(act, (house) =>
    insertRecovery(house, {
      ...{ id: newId(act.now), case_id: caseId, org_path: union.path, person_id: personId },
      ...{ day: dayOf(act.now), amount_fen: paidFen, how: "签协议时当场付清" },
      ...{ recorded_at: act.now, recorded_by: act.actor.accountId! },
    }),
  );
  await emit(act, recovered(union.path, { caseId, personId, amountFen: paidFen }));
}

async function askCourt(act: Act, closing: Closing, document: Handed): Promise<string> {
  const { caseId, union, facts } = closing;
  const court = facts.court ?? "";
  await deliver(act, {
    dispute: { case_id: caseId, org_path: union.path },
    ...{ kind: "confirmation", partner: court, reason: "双方共同申请司法确认" },
    documents: [document, ...(await papersOf(act, facts.signedPaper))],
  });
  return `双方已共同申请司法确认，材料送“${court}”。`;
}

/**
 * Puts a signed agreement on record. Refuses papers that are not there. Answers what came of it, in
 * words for the applicant.
 */
export async function conclude(act: Act, closing: Closing): Promise<string> {
  const { caseId, number, union, personId, facts } = closing;
  const today = dayOf(act.now);
  const { terms = [], signer = "", joint = false, signedPaper = [] } = facts;
  await papersOf(act, signedPaper);
  const { confirmWithin } = parametersOn(today, union.division);
  const mediator = await sealedBy(act, caseId);
  const document = await drawn(act, { ...closing, mediator });
  const totalFen = totalOf(terms);
  const until = dueBy(confirmWithin.value, today);
  await asHouse(act, (house) =>
    insertAgreement(house, {
      ...{ case_id: caseId, number, org_path: union.path, person_id: personId, terms },
      ...{ total_fen: totalFen, signed_at: act.now, signer_mask: maskName(signer) },
      ...{ mediator, effective_day: today, confirm_until_day: until, joint },
      ...{ document_sha256: document.sha256, document_size: document.size },
    }),
  );
  await keepPaid(act, closing);
  await emit(act, agreed(union.path, { caseId, personId, totalFen }));
  const asked = joint
    ? await askCourt(act, closing, document)
    : `${formatDay(until)}前双方可以共同向法院申请司法确认。`;
  return `已达成调解协议，金额 ${formatYuan(totalFen)}。${asked}`;
}
