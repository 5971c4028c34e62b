// Whether a change in office stands (届中调整认定): consent of the own committee, recall by more than half of all, and
// the election of who follows (工会法 art 10, 18; 工会基层组织选举工作条例).
import {
  against,
  assessed,
  auditorOf,
  barred,
  cite,
  countVote,
  excluded,
  type Fitness,
  type Found,
  type Parameters,
  type Policy,
  reaches,
  reason,
} from "@niangjia/engine/policy";
import { z } from "zod";
import { parametersOn, type units } from "./parameters.ts";

const count = z.int().min(0);
const factsShape = z.strictObject({
  office: z.enum(["chair", "vice-chair", "member", "organiser"]),
  /** Of the union's committee, and not of its audit or women's committee. */
  ofCommittee: z.boolean(),
  /** Why somebody leaves; `none` where nobody does. */
  reason: z.enum(["transfer", "resign", "retire", "recall", "other", "none"]),
  /** All members of the own committee and those who consented; 0 of 0 when it was not asked. */
  committee: count,
  consenting: count,
  /** All members or delegates, and those for the recall. */
  voters: count,
  recalling: count,
  /** The ballot for who follows: due 0 when nobody does. */
  due: count,
  present: count,
  votes: count,
  chairIsHead: z.boolean(),
  relatives: z.boolean(),
  /** Who follows would lead the union and look after its money; decisions of before it was asked lack it. */
  chairAudits: z.boolean().optional(),
});
export type AdjustFacts = z.infer<typeof factsShape>;

type Numbers = Parameters<typeof units>;
const guarded = cite("工会法", 18);

/** The law guards chair and vice-chair: an organiser has no committee to consent. */
const isHead = ({ ofCommittee, office }: AdjustFacts): boolean =>
  ofCommittee && (office === "chair" || office === "vice-chair");

/** Chair and vice-chair are not moved elsewhere during their term without consent. */
function consentOf(facts: AdjustFacts, { committeeConsent }: Numbers): Found {
  const { committee, consenting } = facts;
  if (!isHead(facts) || facts.reason !== "transfer") return null;
  if (committee === 0 || consenting === 0) {
    const say = "任期内调动主席、副主席，应当征得本级工会委员会和上一级工会的同意，请先开委员会。";
    return barred("no-consent", guarded, say);
  }
  const said = `委员 ${committee} 人，同意的 ${consenting} 人`;
  if (reaches(Math.min(consenting, committee), committeeConsent.value, committee)) {
    return reason("consent", guarded, `${said}，本级工会委员会同意。`);
  }
  const say = `${said}，没有${committeeConsent.words}，本级工会委员会没有同意。`;
  return against("consent-short", committeeConsent, say);
}

/** Of all members or delegates, not of those who came (工会法 art 18). */
function recallOf(facts: AdjustFacts, { recallShare }: Numbers): Found {
  if (!isHead(facts) || facts.reason !== "recall") return null;
  const { voters, recalling } = facts;
  const said = `全体 ${voters} 人，赞成罢免的 ${recalling} 人`;
  if (voters > 0 && reaches(Math.min(recalling, voters), recallShare.value, voters)) {
    return reason("recall", recallShare, `${said}，${recallShare.words}。`);
  }
  return against("recall-short", recallShare, `${said}，没有${recallShare.words}，不得罢免。`);
}

function electedOf({ due, present, votes }: AdjustFacts, on: Numbers): Found[] {
  if (due === 0) return [];
  const { quorum, electedWith } = on;
  const cast = { inFavour: votes, against: 0, abstained: Math.max(0, present - votes) };
  const rule = { quorum: quorum.value, pass: electedWith.value };
  const { quorate, needed } = countVote({ due, present, ...cast }, rule);
  const came = `应到 ${due} 人，实到 ${present} 人`;
  const got = `当选要得应到会人数${electedWith.words}的票（${needed} 票），得 ${votes} 票`;
  return [
    quorate
      ? reason("quorum", quorum, `${came}，达到${quorum.words}。`)
      : against("no-quorum", quorum, `${came}，没有达到${quorum.words}，应当重新选举。`),
    votes >= needed
      ? reason("votes", electedWith, `${got}，已达到。`)
      : against("votes-short", electedWith, `${got}，没有达到，不能当选。`),
  ];
}

export const adjustPolicy: Policy<AdjustFacts, typeof units, Fitness> = {
  id: "election.adjust",
  facts: factsShape,
  parametersOn,
  assess(facts, numbers) {
    const found = assessed([
      consentOf(facts, numbers),
      recallOf(facts, numbers),
      ...electedOf(facts, numbers),
      ...excluded(facts),
      auditorOf(facts),
    ]);
    if (found.reasons.length > 0) return found;
    const say = "辞去职务或者职位暂缺，报上一级工会。";
    const on = isHead(facts) ? guarded : cite("工会基层组织选举工作条例");
    return { verdict: "fit", reasons: [reason("reported", on, say)] };
  },
};
