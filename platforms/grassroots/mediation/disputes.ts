// The register of disputes (调解台账): its list, its file, one dispute whole.
import { citationWords } from "@niangjia/engine/policy";
import { postHolders } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { day, dayOf } from "@niangjia/foundation/day";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { rangeOf } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { addWorkdays } from "@niangjia/foundation/workdays";
import { getUnion, unionsByIds } from "@niangjia/registers/organisations";
import type {
  dispute as disputeContract,
  disputesFile as fileContract,
  disputes as listContract,
} from "./contract.ts";
import { unionInReach } from "./county.ts";
import { deliveriesOf } from "./delivery-store.ts";
import {
  claimsOf,
  type DisputeRow,
  evidenceOf,
  findAgreement,
  findDispute,
  recoveriesOf,
} from "./dispute-store.ts";
import { assignmentsOf } from "./interest-store.ts";
import { countDisputes, type DisputeFilters, listDisputes } from "./list-store.ts";
import { parametersOn } from "./parameters.ts";
import { refusals } from "./refusals.ts";
import { minutesOf, sessionsOf } from "./session-store.ts";
import { claimKinds, deliveryKinds, disputeStates, sides } from "./words.ts";

type Line = Answer<typeof listContract>["rows"][number];
type Shown = Answer<typeof disputeContract>;
type Query = Asked<typeof fileContract>["query"];

/** Amber from the working day before the last one on; what lies with the applicant has time. */
export function colourOf(dispute: DisputeRow, today: string): Line["colour"] {
  const { state, closed_day, due_day } = dispute;
  if (closed_day !== null) return "closed";
  if (state === "returned") return "ok";
  if (due_day < today) return "red";
  return due_day <= addWorkdays(day(today), 1) ? "amber" : "ok";
}

async function filtersOf(act: Act, query: Query): Promise<DisputeFilters> {
  const { path } = await unionInReach(act, query.under);
  const { accountId, role } = act.actor;
  return {
    range: rangeOf(path),
    mediator: role === "mediator" ? accountId! : undefined,
    ...{ q: query.q || undefined, state: query.state, late: query.late ?? false },
    mine: query.mine ? accountId! : undefined,
    from: query.from ? day(query.from) : undefined,
    to: query.to ? day(query.to) : undefined,
    today: dayOf(act.now),
  };
}

type Named = DisputeRow & { readonly recovered_fen: number };

async function linesOf(act: Act, rows: readonly Named[]): Promise<Line[]> {
  const unions = await unionsByIds(
    act,
    rows.map(({ org_id }) => org_id),
  );
  return rows.map((row) => ({
    ...{ id: row.case_id, number: row.number, applicant: row.applicant_mask },
    ...{ respondent: row.respondent, people: row.people, state: row.state },
    unionName: unions.get(row.org_id)?.name ?? "",
    stateName: disputeStates[row.state],
    colour: colourOf(row, dayOf(act.now)),
    filedAt: row.filed_at.toISOString(),
    ...{ dueDay: row.due_day, closedDay: row.closed_day },
    ...{ claimedFen: row.claimed_fen, agreedFen: row.agreed_fen },
    recoveredFen: row.recovered_fen,
    mine: row.mediator_account === act.actor.accountId,
  }));
}

export async function showDisputes(
  act: Act,
  { query }: Asked<typeof listContract>,
): Promise<Answer<typeof listContract>> {
  const { page, size, sort } = query;
  const filters = await filtersOf(act, query);
  const paging = { sort, limit: size, offset: (page - 1) * size };
  const rows = await linesOf(act, await listDisputes(act, filters, paging));
  return { rows, total: await countDisputes(act, filters), page, size };
}

const columns = [
  { title: "办件编号", widthCharacters: 18 },
  { title: "受理工会", widthCharacters: 24 },
  { title: "申请人", widthCharacters: 10 },
  { title: "人数", widthCharacters: 8, kind: "number" },
  { title: "用人单位", widthCharacters: 30 },
  { title: "申请日期", widthCharacters: 12 },
  { title: "办结期限", widthCharacters: 12 },
  { title: "办结日期", widthCharacters: 12 },
  { title: "结果", widthCharacters: 14 },
  { title: "请求金额（元）", widthCharacters: 14, kind: "number" },
  { title: "协议金额（元）", widthCharacters: 14, kind: "number" },
  { title: "追回金额（元）", widthCharacters: 14, kind: "number" },
] as const;

const exportedAtMost = 20_000;
const yuan = (amountFen: number | null): number | null =>
  amountFen === null ? null : amountFen / 100;

export async function exportDisputes(
  act: Act,
  { query }: Asked<typeof fileContract>,
): Promise<Download> {
  const filters = await filtersOf(act, query);
  const count = await countDisputes(act, filters);
  if (count > exportedAtMost) {
    throw refuse(refusals.tooManyToExport, { words: { count, limit: exportedAtMost } });
  }
  const paging = { sort: "-filed", limit: exportedAtMost, offset: 0 } as const;
  const rows = await linesOf(act, await listDisputes(act, filters, paging));
  const cells = rows.map((row) => [
    ...[row.number, row.unionName, row.applicant, row.people, row.respondent],
    ...[dayOf(new Date(row.filedAt)), row.dueDay, row.closedDay, row.stateName],
    ...[yuan(row.claimedFen), yuan(row.agreedFen), yuan(row.recoveredFen)],
  ]);
  return sheetFile({ name: "调解台账", columns, rows: cells, madeAt: act.now });
}

/** A dispute the actor may look at; a mediator only at what they mediate or what waits. */
export async function getDispute(act: Act, id: string): Promise<DisputeRow> {
  const found = await findDispute(act, id);
  const { role, accountId } = act.actor;
  const waits = found?.state === "filed" || found?.state === "returned";
  const others = role === "mediator" && found?.mediator_account !== accountId && !waits;
  if (!found || others) throw refuse(refusals.notFound);
  return found;
}

/** The chair stands in where no cadre may act. */
const handles = ({ actor }: Act, { mediator_account }: DisputeRow): boolean =>
  actor.role === "cadre" ||
  actor.role === "chair" ||
  (actor.role === "mediator" && mediator_account === actor.accountId);

/** A dispute whoever acts has in hand: its mediator, or a cadre or chair of the county or above. */
export async function getHandled(act: Act, id: string): Promise<DisputeRow> {
  const found = await getDispute(act, id);
  if (!handles(act, found)) throw refuse(refusals.notYours);
  return found;
}

async function sittings(act: Act, id: string): Promise<Shown["sessions"]> {
  const minutes = await minutesOf(act, id);
  return (await sessionsOf(act, id)).map((session) => ({
    ...{ id: session.id, place: session.place, calledOffWhy: session.called_off_why },
    startsAt: session.starts_at.toISOString(),
    remindedAt: session.reminded_at?.toISOString() ?? null,
    minutes: minutes
      .filter(({ session_id }) => session_id === session.id)
      .map(({ id: one, at, by_words, present, words, offers }) => ({
        ...{ id: one, at: at.toISOString(), by: by_words, present, words },
        offers: offers.map((offer) => ({ ...offer, sideName: sides[offer.side] })),
      })),
  }));
}

async function agreementOf(act: Act, { case_id, org_id }: DisputeRow): Promise<Shown["agreement"]> {
  const found = await findAgreement(act, case_id);
  if (!found) return null;
  const { division } = await getUnion(act, org_id);
  const { confirmWithin } = parametersOn(found.effective_day, division);
  return {
    ...{ effectiveDay: found.effective_day, totalFen: found.total_fen, joint: found.joint },
    ...{ signer: found.signer_mask, mediator: found.mediator },
    confirmUntilDay: found.confirm_until_day,
    confirmBasis: `${confirmWithin.words}（${citationWords(confirmWithin.citation)}）`,
    terms: found.terms.map(({ amountFen = null, ...term }) => ({ ...term, amountFen })),
  };
}

async function handedOn(act: Act, id: string): Promise<Shown["deliveries"]> {
  return (await deliveriesOf(act, id)).map((one) => ({
    ...{ id: one.id, kind: one.kind, kindName: deliveryKinds[one.kind] },
    ...{ partner: one.partner, reason: one.reason, receipt: one.receipt },
    madeAt: one.made_at.toISOString(),
    ...{ voidedAt: one.voided_at?.toISOString() ?? null, voidWhy: one.void_why },
    receivedAt: one.received_at?.toISOString() ?? null,
    byHand: one.receipt_from === "hand",
    documents: one.documents.map(({ name, sha256, size }) => ({ name, sha256, size })),
  }));
}

async function assigned(act: Act, id: string): Promise<Shown["assignments"]> {
  const rows = await assignmentsOf(act, id);
  const holders = await postHolders(
    act,
    rows.map(({ post_id }) => post_id),
  );
  return rows.map(({ post_id, at, decision }) => ({
    at: at.toISOString(),
    name: holders.find(({ postId }) => postId === post_id)?.words ?? "（已离岗）",
    reasons: decision.reasons.map(({ words }) => words),
  }));
}

export async function showDispute(
  act: Act,
  { params: { id } }: Asked<typeof disputeContract>,
): Promise<Shown> {
  const row = await getDispute(act, id);
  const recoveries = await recoveriesOf(act, id);
  const recovered_fen = recoveries.reduce((sum, { amount_fen }) => sum + amount_fen, 0);
  const [line] = await linesOf(act, [{ ...row, recovered_fen }]);
  const [mediator] = await postHolders(act, row.mediator_post ? [row.mediator_post] : []);
  return {
    ...line!,
    ...{ mayHandle: handles(act, row), oral: row.oral, acceptDueDay: row.accept_due_day },
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    mediatorName: mediator?.words ?? null,
    claims: (await claimsOf(act, id)).map(({ kind, amount_fen, words }) => ({
      ...{ kindName: claimKinds[kind], amountFen: amount_fen, words },
    })),
    evidence: (await evidenceOf(act, id)).map(({ file_id, name, sha256 }) => ({
      ...{ id: file_id, name, sha256 },
    })),
    assignments: await assigned(act, id),
    sessions: await sittings(act, id),
    agreement: await agreementOf(act, row),
    recoveries: recoveries.map(({ id: one, day: paid, amount_fen, how }) => ({
      ...{ id: one, day: paid, amountFen: amount_fen, how },
    })),
    deliveries: await handedOn(act, id),
  };
}
