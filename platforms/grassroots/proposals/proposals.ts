// The register of proposals (提案台账): its list and its file, one proposal whole, a member's own.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { currentMembership } from "@niangjia/registers/members";
import { openCampaign } from "./campaign-store.ts";
import type {
  exportList as exportContract,
  list as listContract,
  own as ownContract,
  show as showContract,
} from "./contract.ts";
import {
  countProposals,
  type ListedProposal,
  listProposals,
  type ProposalFilters,
  proposalsOf,
} from "./list-store.ts";
import { unionNames } from "./reach.ts";
import { refusals } from "./refusals.ts";
import { leastFor } from "./seconders.ts";
import { answersOf, askedOf, mergedInto, ownProposals, secondersOf } from "./store.ts";
import { refuseTooMany, whole } from "./whole.ts";
import { categories, results, satisfactions, seconding, states } from "./words.ts";

type Line = Answer<typeof listContract>["rows"][number];
type Shown = Answer<typeof showContract>;

async function linesOf(act: Act, rows: readonly ListedProposal[]): Promise<Line[]> {
  const unionOf = await unionNames(act, rows);
  const today = dayOf(act.now);
  return rows.map((row) => ({
    ...{ id: row.case_id, number: row.number, title: row.title, proposer: row.proposer_mask },
    ...{ campaign: row.campaign, department: row.department, seconded: row.seconded },
    ...{ state: row.state, stateName: states[row.state], madeDay: row.made_day },
    ...{ categoryName: categories[row.category], union: unionOf(row), dueDay: row.due_day },
    late: row.closed_day === null && row.due_day !== null && row.due_day < today,
    satisfactionName: row.satisfaction && satisfactions[row.satisfaction],
  }));
}

const filtersOf = (
  act: Act,
  { q, state, category, campaign, late }: Asked<typeof exportContract>["query"],
): ProposalFilters => ({
  ...{ q: q || undefined, state, category, campaign },
  ...{ late: late ?? false, today: dayOf(act.now) },
});

export async function showList(
  act: Act,
  { query }: Asked<typeof listContract>,
): Promise<Answer<typeof listContract>> {
  const { page, size, sort } = query;
  const filters = filtersOf(act, query);
  const paging = { sort, limit: size, offset: (page - 1) * size };
  const rows = await linesOf(act, await listProposals(act, filters, paging));
  return { rows, total: await countProposals(act, filters), page, size };
}

const columns = [
  { title: "提案号", widthCharacters: 12 },
  { title: "案名", widthCharacters: 36 },
  { title: "类别", widthCharacters: 16 },
  { title: "提案人", widthCharacters: 10 },
  { title: "工会", widthCharacters: 28 },
  { title: "附议人数", widthCharacters: 10, kind: "number" },
  { title: "提出日期", widthCharacters: 12 },
  { title: "状态", widthCharacters: 14 },
  { title: "承办部门", widthCharacters: 18 },
  { title: "期限", widthCharacters: 12 },
  { title: "评价", widthCharacters: 10 },
] as const;

export async function exportProposals(
  act: Act,
  { query }: Asked<typeof exportContract>,
): Promise<Download> {
  const filters = filtersOf(act, query);
  const count = await countProposals(act, filters);
  refuseTooMany(count);
  const paging = { sort: query.sort, ...whole };
  const rows = await linesOf(act, await listProposals(act, filters, paging));
  const cells = rows.map((row) => [
    ...[row.number, row.title, row.categoryName, row.proposer, row.union.name, row.seconded],
    ...[row.madeDay, row.stateName, row.department, row.dueDay, row.satisfactionName],
  ]);
  return sheetFile({ name: "提案台账", columns, rows: cells, madeAt: act.now });
}

async function answered(act: Act, id: string): Promise<Shown["answers"]> {
  return (await answersOf(act, id)).map(({ round, department, result, words, ...rated }) => ({
    ...{ round, department, result, resultName: results[result], words },
    approvedDay: rated.approved_day,
    satisfactionName: rated.satisfaction && satisfactions[rated.satisfaction],
    remark: rated.remark,
  }));
}

async function leading(act: Act, id: string | null): Promise<Shown["mergedInto"]> {
  const [row] = id === null ? [] : await proposalsOf(act, [id]);
  return row?.number ? { id: row.case_id, number: row.number, title: row.title } : null;
}

/** Whoever is asked to second it sees its text and their own answer, and nobody else's. */
export async function showProposal(
  act: Act,
  { params: { id } }: Asked<typeof showContract>,
): Promise<Shown> {
  const [row] = await proposalsOf(act, [id]);
  if (!row) throw refuse(refusals.notFound);
  const [line] = await linesOf(act, [row]);
  const { personId } = act.actor;
  const mine = act.actor.kind === "person" && row.person_id === personId;
  const seconders = await secondersOf(act, id);
  const asked = seconders.find(({ person_id }) => person_id === personId);
  return {
    ...line!,
    ...{ why: row.why, wish: row.wish, mine, least: await leastFor(act, row) },
    asked: act.actor.kind === "person" ? (asked?.state ?? null) : null,
    mayInvite: mine && (row.state === "seconding" || row.state === "filing"),
    seconders: seconders.map(({ name_mask, state, said_at }) => ({
      ...{ name: name_mask, state, stateName: seconding[state] },
      saidAt: said_at?.toISOString() ?? null,
    })),
    answers: await answered(act, id),
    merged: (await mergedInto(act, id)).map(({ case_id, title, proposer_mask }) => ({
      ...{ id: case_id, title, proposer: proposer_mask },
    })),
    mergedInto: await leading(act, row.merged_into),
  };
}

async function campaignNow(act: Act, personId: string) {
  const held = await currentMembership(act, personId);
  if (held?.state !== "active") return null;
  const open = await asHouse(act, (house) =>
    openCampaign(house, orgPath(held.orgPath), dayOf(act.now)),
  );
  return open ? { title: open.title, words: open.words, toDay: open.to_day } : null;
}

export async function showOwn(act: Act): Promise<Answer<typeof ownContract>> {
  const { personId } = act.actor;
  if (personId === null) throw new Error("a member has a person");
  const made = (await ownProposals(act, personId)).map(({ case_id }) => case_id);
  const asked = await askedOf(act, personId);
  const ids = asked.map(({ case_id }) => case_id);
  const said = new Map(asked.map(({ case_id, state }) => [case_id, state]));
  const lines = await linesOf(act, await proposalsOf(act, [...made, ...ids]));
  return {
    campaign: await campaignNow(act, personId),
    mine: lines.filter(({ id }) => made.includes(id)),
    asked: lines.flatMap((line) => {
      const state = said.get(line.id);
      return state ? { ...line, said: state, saidName: seconding[state] } : [];
    }),
  };
}
