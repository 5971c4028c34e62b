// Handling (交办答复): each answer as the chair approved it, how it was rated, and who is to hear of it.
import type { CaseState } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import type { ProposalFacts } from "./form.ts";
import { tellJoint } from "./joint.ts";
import { tellPerson } from "./member.ts";
import { type AnswerRow, type ProposalRow, putAnswer, secondersOf } from "./store.ts";
import { proposalLink, results } from "./words.ts";

/** The day on which a step was done, when what was done there still counts. */
export function doneOn({ tokens }: CaseState, node: string): Day | null {
  const token = tokens.findLast((one) => one.node === node && !one.void && one.until !== null);
  return token?.until ? dayOf(new Date(token.until)) : null;
}

/** The day on which a step was come to, when it still counts. */
function begunOn({ tokens }: CaseState, node: string): Day | null {
  const token = tokens.findLast((one) => one.node === node && !one.void);
  return token ? dayOf(new Date(token.since)) : null;
}

/** An answer stands once it is the proposer's to rate: whoever had to look at it before has. */
function answersIn(row: ProposalRow, facts: ProposalFacts, state: CaseState): AnswerRow[] {
  const rounds = [
    {
      ...{ round: 1, approved: begunOn(state, "rate"), rated: doneOn(state, "rate") },
      ...{ result: facts.result, words: facts.answer },
      ...{ satisfaction: facts.satisfaction, remark: facts.remark },
    },
    {
      ...{ round: 2, approved: begunOn(state, "rate-again"), rated: doneOn(state, "rate-again") },
      ...{ result: facts.resultAgain, words: facts.answerAgain },
      ...{ satisfaction: facts.satisfactionAgain, remark: facts.remarkAgain },
    },
  ];
  return rounds.flatMap(({ round, approved, rated, result, words, satisfaction, remark }) => {
    if (approved === null || !result || !words) return [];
    const rating = rated !== null && satisfaction ? satisfaction : null;
    return {
      ...{ case_id: row.case_id, round, org_path: row.org_path, person_id: row.person_id },
      ...{ department: row.department ?? "", result, words, approved_day: approved },
      ...{ satisfaction: rating, rated_day: rating && rated },
      remark: rating === "poor" ? (remark ?? null) : null,
    };
  });
}

const mostWords = 180;

/** Whose proposal was merged into it, and who seconded it, hear what was answered. */
async function tellAnswered(house: Act, row: ProposalRow, answer: AnswerRow): Promise<void> {
  const said = `“${answer.department}”答复：${results[answer.result]}。${answer.words}`;
  const body = said.length > mostWords ? `${said.slice(0, mostWords)}…` : said;
  await tellJoint(house, row.case_id, body);
  const link = proposalLink(row.case_id);
  for (const { person_id, state } of await secondersOf(house, row.case_id)) {
    if (state !== "seconded") continue;
    await tellPerson(house, person_id, { title: `您附议的“${row.title}”有了答复`, body, link });
  }
}

/** Keeps what was answered and rated so far; a new answer is told to all whom it concerns. */
export async function keepAnswers(
  house: Act,
  row: ProposalRow,
  { facts, state }: { readonly facts: ProposalFacts; readonly state: CaseState },
): Promise<void> {
  for (const answer of answersIn(row, facts, state)) {
    if (await putAnswer(house, answer)) await tellAnswered(house, row, answer);
  }
}
