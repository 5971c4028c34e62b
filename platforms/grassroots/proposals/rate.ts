// Selection of excellent proposals (优秀提案评选): members vote once each until the end of a day; counted once, ties told.
// What a proposer thinks of an answer, and the one reopening it may bring, are steps of `submit.ts`.
import type { Act } from "@niangjia/foundation/act";
import { day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { tell } from "@niangjia/foundation/notices";
import { refuse } from "@niangjia/foundation/refusal";
import type { Sweep } from "@niangjia/foundation/worker";
import type { Union } from "@niangjia/registers/organisations";
import type {
  selectionsFile as exportContract,
  selections as listContract,
  openSelection as openContract,
  selectionOf as showContract,
  vote as voteContract,
} from "./contract.ts";
import { proposalsOf } from "./list-store.ts";
import { ownMembership, tellPerson } from "./member.ts";
import { unionInReach, unionNames } from "./reach.ts";
import { refusals } from "./refusals.ts";
import {
  castVote,
  findSelection,
  holdSelection,
  insertSelection,
  keepCount,
  listSelections,
  type NomineeRow,
  nomineesOf,
  type SelectionRow,
  uncounted,
  votedFor,
  votesFor,
} from "./selection-store.ts";
import { answersOf, findProposal } from "./store.ts";
import { tally } from "./tally.ts";
import { refuseTooMany, whole } from "./whole.ts";
import { outcomes, proposalLink, results } from "./words.ts";

type Nominee = Omit<NomineeRow, "selection_id" | "org_path">;

/** Only what was answered and closed stands for election: it must be seen what came of it. */
async function nominated(act: Act, union: Union, ids: readonly string[]): Promise<Nominee[]> {
  const rows = await proposalsOf(act, ids);
  if (rows.length < ids.length) throw refuse(refusals.notFound);
  const nominees: Nominee[] = [];
  for (const { case_id, number, title, wish, proposer_mask, state, org_path } of rows) {
    const answer = (await answersOf(act, case_id)).at(-1);
    if (state !== "closed" || !number || !answer || !org_path.startsWith(union.path)) {
      throw refuse(refusals.notNominable, { words: { title } });
    }
    nominees.push({
      ...{ case_id, number, title, wish, proposer_mask, votes: null, outcome: null },
      answer: `${answer.department}：${results[answer.result]}。${answer.words}`,
    });
  }
  return nominees;
}

export async function openSelection(
  act: Act,
  { body }: Asked<typeof openContract>,
): Promise<Answer<typeof openContract>> {
  const union = await unionInReach(act, body.union);
  const ends_day = day(body.endsDay);
  if (ends_day < dayOf(act.now)) throw refuse(refusals.dayPast);
  const nominees = await nominated(act, union, body.proposals);
  const { places, title } = body;
  if (places >= nominees.length) {
    throw refuse(refusals.tooManyPlaces, { words: { places, count: nominees.length } });
  }
  const id = newId(act.now);
  const row = {
    ...{ id, org_id: union.id, org_path: union.path, title, places, ends_day, made_at: act.now },
    ...{ made_by: act.actor.accountId!, counted_at: null, ballots: null },
  };
  const lines = nominees.map((one) => ({ ...one, selection_id: id, org_path: union.path }));
  await insertSelection(act, row, lines);
  return { id };
}

const stateNames = { voting: "投票中", counting: "待计票", counted: "已计票" } as const;

function stateOf(act: Act, { counted_at, ends_day }: SelectionRow): keyof typeof stateNames {
  if (counted_at !== null) return "counted";
  return ends_day >= dayOf(act.now) ? "voting" : "counting";
}

async function heads<R extends SelectionRow>(act: Act, rows: readonly R[]) {
  const unionOf = await unionNames(act, rows);
  return rows.map((row) => {
    const state = stateOf(act, row);
    const { id, title, places, ends_day, ballots } = row;
    return {
      ...{ id, union: unionOf(row), title, places, endsDay: ends_day, ballots },
      ...{ state, stateName: stateNames[state] },
    };
  });
}

export async function showSelections(
  act: Act,
  { query: { sort, page, size } }: Asked<typeof listContract>,
): Promise<Answer<typeof listContract>> {
  const wish = { sort, limit: size, offset: (page - 1) * size };
  const { rows, total } = await listSelections(act, wish);
  const shown = await heads(act, rows);
  return {
    rows: shown.map((head, nth) => ({ ...head, nominees: rows[nth]!.nominees })),
    ...{ total, page, size },
  };
}

const columns = [
  { title: "名称", widthCharacters: 32 },
  { title: "工会", widthCharacters: 28 },
  { title: "状态", widthCharacters: 10 },
  { title: "参评件数", widthCharacters: 10, kind: "number" },
  { title: "评出件数", widthCharacters: 10, kind: "number" },
  { title: "投票截止", widthCharacters: 12 },
  { title: "收到选票", widthCharacters: 10, kind: "number" },
] as const;

export async function exportSelections(
  act: Act,
  { query }: Asked<typeof exportContract>,
): Promise<Download> {
  const { rows, total } = await listSelections(act, { ...query, ...whole });
  refuseTooMany(total);
  const cells = (await heads(act, rows)).map(
    ({ title, union, stateName, places, ...head }, nth) => {
      return [
        title,
        union.name,
        stateName,
        rows[nth]!.nominees,
        places,
        head.endsDay,
        head.ballots,
      ];
    },
  );
  return sheetFile({ name: "优秀提案评选", columns, rows: cells, madeAt: act.now });
}

export async function showSelection(
  act: Act,
  { params: { id } }: Asked<typeof showContract>,
): Promise<Answer<typeof showContract>> {
  const row = await findSelection(act, id);
  if (!row) throw refuse(refusals.selectionNotFound);
  const nominees = await nomineesOf(act, id);
  const { personId, kind } = act.actor;
  const [head] = await heads(act, [row]);
  return {
    ...head!,
    voted: kind === "person" && personId ? await votedFor(act, id, personId) : null,
    tiedCount: nominees.filter(({ outcome }) => outcome === "tied").length,
    nominees: nominees.map(({ case_id, number, title, wish, answer, ...one }) => ({
      ...{ id: case_id, number, title, wish, answer, proposer: one.proposer_mask },
      ...{ votes: one.votes, outcome: one.outcome },
      outcomeName: one.outcome && outcomes[one.outcome],
    })),
  };
}

export async function voteOnce(
  act: Act,
  { params: { id }, body }: Asked<typeof voteContract>,
): Promise<Answer<typeof voteContract>> {
  const { personId } = await ownMembership(act);
  if (!(await findSelection(act, id))) throw refuse(refusals.selectionNotFound);
  const nominees = await nomineesOf(act, id);
  if (!nominees.some(({ case_id }) => case_id === body.proposal)) {
    throw refuse(refusals.notNominated);
  }
  await asHouse(act, async (house) => {
    const held = await holdSelection(house, id);
    if (stateOf(house, held) !== "voting") {
      throw refuse(refusals.voteOver, { words: { day: held.ends_day } });
    }
    const vote = { selection_id: id, person_id: personId, case_id: body.proposal };
    if (!(await castVote(house, vote))) throw refuse(refusals.votedAlready);
  });
  return { proposal: body.proposal };
}

const titlesOf = (nominees: readonly NomineeRow[], wanted: NomineeRow["outcome"]): string =>
  nominees.flatMap(({ outcome, title }) => (outcome === wanted ? `“${title}”` : [])).join("、");

function resultWords(nominees: readonly NomineeRow[]): string {
  const [chosen, tied] = [titlesOf(nominees, "chosen"), titlesOf(nominees, "tied")];
  const places = chosen === "" ? "没有提案入选。" : `入选：${chosen}。`;
  return tied === ""
    ? places
    : `${places}票数并列、名额不够：${tied}，请就这几件再开一次评选，或由工会委员会讨论决定。`;
}

async function tellResult(house: Act, row: SelectionRow, nominees: readonly NomineeRow[]) {
  await tell(house, {
    ...{ accountId: row.made_by, title: `“${row.title}”已经计票`, body: resultWords(nominees) },
    link: `/grassroots/proposals/selections/${row.id}`,
  });
  for (const { case_id, title, outcome } of nominees) {
    const proposal = outcome === "chosen" ? await findProposal(house, case_id) : undefined;
    if (!proposal) continue;
    await tellPerson(house, proposal.person_id, {
      ...{ title: "您的提案评上了优秀提案", body: `“${title}”在“${row.title}”中入选。` },
      link: proposalLink(case_id),
    });
  }
}

async function countOne(house: Act, id: string): Promise<void> {
  const row = await holdSelection(house, id);
  if (row.counted_at !== null) return;
  await keepCount(house, id, tally(await votesFor(house, id), row.places));
  await tellResult(house, row, await nomineesOf(house, id));
}

/** Each vote that was cast is counted, once, on the day after the last. `subject`: one selection. */
export const countSweep: Sweep = {
  name: "proposals.rate.count",
  title: "优秀提案评选计票",
  cron: "10 0 * * *",
  async run(step, subject) {
    const due = await step((house) => uncounted(house, dayOf(house.now), subject));
    for (const id of due) await step((house) => countOne(house, id));
    return { counted: due.length };
  },
};
