// After the agreement (协议履行): the printed agreement, money really received, the court asked later.
import type { Act } from "@niangjia/foundation/act";
import { day, dayOf, formatDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { getFile } from "@niangjia/foundation/files";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { formatYuan } from "@niangjia/foundation/money";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import type {
  agreementFile as agreementContract,
  confirmation as confirmationContract,
  recovery as recoveryContract,
} from "./contract.ts";
import { deliver } from "./deliver.ts";
import { findAgreement, holdAgreement, insertRecovery, recoveriesOf } from "./dispute-store.ts";
import { getDispute, getHandled } from "./disputes.ts";
import { recovered } from "./events.ts";
import { refusals } from "./refusals.ts";

const agreementName = (number: string): string => `劳动争议调解协议书${number}.pdf`;

/** For both the applicant and whoever handles it. */
export async function fetchAgreement(
  act: Act,
  { params }: Asked<typeof agreementContract>,
): Promise<Download> {
  if (act.actor.kind === "staff") await getDispute(act, params.id);
  const found = await findAgreement(act, params.id);
  if (!found) throw refuse(refusals.noAgreement);
  const { number, document_sha256 } = found;
  return {
    ...{ name: agreementName(number), type: "application/pdf" },
    bytes: act.vault.read(document_sha256),
  };
}

export async function keepRecovery(
  act: Act,
  { params, body }: Asked<typeof recoveryContract>,
): Promise<Answer<typeof recoveryContract>> {
  const dispute = await getHandled(act, params.id);
  const agreement = await findAgreement(act, params.id);
  if (!agreement) throw refuse(refusals.noAgreement);
  const paid = day(body.day);
  if (paid > dayOf(act.now)) throw refuse(refusals.dayAhead);
  if (dispute.accepted_at && paid < dayOf(dispute.accepted_at)) throw refuse(refusals.dayEarly);
  await asHouse(act, (house) => holdAgreement(house, params.id));
  const before = (await recoveriesOf(act, params.id)).reduce((sum, one) => sum + one.amount_fen, 0);
  if (before + body.amountFen > agreement.total_fen) {
    throw refuse(refusals.tooMuch, { words: { total: formatYuan(agreement.total_fen) } });
  }
  const { case_id, org_path, person_id } = dispute;
  const id = newId(act.now);
  await asHouse(act, (house) =>
    insertRecovery(house, {
      ...{ id, case_id, org_path, person_id, day: paid, amount_fen: body.amountFen },
      ...{ how: body.how, recorded_at: act.now, recorded_by: act.actor.accountId! },
    }),
  );
  const { amountFen } = body;
  await emit(act, recovered(org_path, { caseId: case_id, personId: person_id, amountFen }));
  return { id };
}

const typeOf = (kind: string): string => (kind === "pdf" ? "application/pdf" : `image/${kind}`);

/** Both sides ask the court within the days of the law (民事诉讼法 art 205; 人民调解法 art 33). */
export async function askConfirmation(
  act: Act,
  { params, body }: Asked<typeof confirmationContract>,
): Promise<Answer<typeof confirmationContract>> {
  const dispute = await getHandled(act, params.id);
  const agreement = await findAgreement(act, params.id);
  if (!agreement) throw refuse(refusals.noAgreement);
  const { number, confirm_until_day: until } = agreement;
  if (dayOf(act.now) > until) {
    throw refuse(refusals.windowOver, { words: { day: formatDay(until) } });
  }
  const { name, kind, sha256, size } = await getFile(act, body.application);
  const id = await deliver(act, {
    ...{ dispute, kind: "confirmation", partner: body.court, reason: "双方共同申请司法确认" },
    documents: [
      {
        ...{ name: agreementName(number), type: "application/pdf" },
        ...{ sha256: agreement.document_sha256, size: agreement.document_size },
      },
      { name, type: typeOf(kind), sha256, size },
    ],
  });
  return { id };
}
