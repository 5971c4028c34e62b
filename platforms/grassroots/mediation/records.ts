// What the case page shows of a dispute (我的调解): sittings with their minutes, the agreement, money received.
import type { Act } from "@niangjia/foundation/act";
import { day, formatDay } from "@niangjia/foundation/day";
import { formatYuan } from "@niangjia/foundation/money";
import type { CaseRecords } from "@niangjia/registers/cases";
import {
  type AgreementRow,
  findAgreement,
  type RecoveryRow,
  recoveriesOf,
} from "./dispute-store.ts";
import type { Term } from "./form.ts";
import { type Minutes, minutesOf, type SessionRow, sessionsOf } from "./session-store.ts";
import { whenOf } from "./sessions.ts";
import { sides } from "./words.ts";

type Line = CaseRecords["lines"][number];

const amountOf = (amountFen: number | undefined): string =>
  amountFen === undefined ? "" : `（${formatYuan(amountFen)}）`;

function minutesLine({ present, words, offers, by_words }: Minutes): Line {
  const offered = offers.map(
    (one) => `${sides[one.side]}提出：${one.words}${amountOf(one.amountFen)}`,
  );
  return {
    title: "笔录",
    words: [`到场：${present}。${words}`, ...offered].join(" "),
    note: `记录：${by_words}`,
  };
}

function sittingLines(session: SessionRow, minutes: readonly Minutes[]): Line[] {
  const { id, place, called_off_why: off } = session;
  const sitting = { title: whenOf(session), words: place, note: off && `已取消：${off}` };
  return [sitting, ...minutes.filter((one) => one.session_id === id).map(minutesLine)];
}

const termLine = ({ what, amountFen, payByDay, manner }: Term): Line => ({
  title: what,
  words: `${formatDay(day(payByDay))}前，${manner}${amountOf(amountFen)}`,
  note: null,
});

type Agreement = Pick<AgreementRow, "total_fen" | "effective_day" | "confirm_until_day"> & {
  readonly terms: readonly Term[];
};

function agreementRecord(agreement: Agreement): CaseRecords {
  const { terms, total_fen, effective_day, confirm_until_day } = agreement;
  const whole = {
    title: "合计",
    words: `${formatYuan(total_fen)}，${formatDay(effective_day)}生效`,
    note: `双方可以在 ${formatDay(confirm_until_day)}前共同申请司法确认`,
  };
  return { title: "调解协议", lines: [...terms.map(termLine), whole], next: null };
}

const paidLine = ({ day: paid, amount_fen, how }: RecoveryRow): Line => ({
  title: formatDay(paid),
  words: `${formatYuan(amount_fen)}，${how}`,
  note: null,
});

/** The minutes are the house's: a worker reads when and where, and what was agreed. */
export async function recordsOf(act: Act, caseId: string): Promise<readonly CaseRecords[]> {
  const sessions = await sessionsOf(act, caseId);
  const minutes = act.actor.kind === "person" ? [] : await minutesOf(act, caseId);
  const sittings = sessions.flatMap((one) => sittingLines(one, minutes));
  const agreement = await findAgreement(act, caseId);
  const paid = (await recoveriesOf(act, caseId)).map(paidLine);
  return [
    ...(sittings.length > 0 ? [{ title: "调解会议", lines: sittings, next: null }] : []),
    ...(agreement ? [agreementRecord(agreement)] : []),
    ...(paid.length > 0 ? [{ title: "收到的款项", lines: paid, next: null }] : []),
  ];
}
