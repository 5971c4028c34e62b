// A union's ballot (工会选举认定): the meeting, quorum, votes, candidates and their notice, as every election of a
// grassroots union is held against them (工会基层组织选举工作条例; 基层工会会员代表大会条例 art 3).
import { z } from "zod";
import { countBallot } from "./count.ts";
import { reason } from "./decision.ts";
import { cite } from "./documents.ts";
import { against, asking, type Found } from "./finding.ts";
import { reaches } from "./majority.ts";
import type { Parameters } from "./parameters.ts";
import { bandFor } from "./units.ts";

const count = z.int().min(0);
/** Votes of those named as elected, in the order of the list. */
const votes = z.array(count);

/** What is reported of a ballot, in every election. */
export const ballotFacts = {
  members: count,
  women: count,
  due: count,
  present: count,
  issued: count,
  returned: count,
  invalid: count,
  /** Everybody on the ballot for the committee, elected or not. */
  candidates: count,
  /** Working days for which the candidates were made known. */
  noticeWorkdays: count,
  committee: votes,
  audit: votes,
  /** Most votes of whoever was not elected to it; null where everybody was. What is optional, older decisions lack. */
  committeeNext: count.nullable().optional(),
  auditNext: count.nullable().optional(),
  /** Who was proposed was approved before it was made known. */
  candidatesApproved: z.boolean().optional(),
  /** How many were elected to the women's committee; 0 when there is none. */
  womenSeats: count,
  chairIsHead: z.boolean(),
  relatives: z.boolean(),
  /** The chair also sits where the money is looked after. */
  chairAudits: z.boolean().optional(),
};
export type BallotFacts = z.infer<z.ZodObject<typeof ballotFacts>>;

/** The numbers it is held against; a room with elections has them in its own file. */
type Numbers = Parameters<{
  readonly quorum: "ratio";
  readonly electedWith: "over";
  readonly candidateMargin: "percent";
  readonly candidatesNotice: "workdays";
  readonly delegatesFrom: "people";
  readonly delegateSeats: "people-by-size";
}>;

/** A meeting of all members 会员大会, or of their delegates 会员代表大会. */
export const meetings = ["all", "delegates"] as const;

interface Congress extends Pick<BallotFacts, "members" | "due"> {
  readonly meeting?: (typeof meetings)[number] | undefined;
}

/** To a meeting of all members all of them are to come, but for whoever has no vote (保留会籍). */
function everybodyOf({ members, due }: Congress): Found {
  if (due === members) return null;
  const say = `会员大会应到的是全体会员 ${members} 人，现在填的应到是 ${due} 人；有保留会籍的，他们不参加选举。`;
  return asking("all-due", cite("工会基层组织选举工作条例", 4), say);
}

/** Few members meet all together; of more the delegates are as many as goes with their number. */
export function meetingOf(
  congress: Congress,
  { delegatesFrom, delegateSeats }: Pick<Numbers, "delegatesFrom" | "delegateSeats">,
): Found {
  const { meeting, members, due } = congress;
  if (meeting === "all") return everybodyOf(congress);
  if (meeting === undefined) return null;
  const least = delegatesFrom.value;
  if (members < least) {
    const say = `会员 ${members} 人，不足 ${least} 人，应召开会员大会，不是会员代表大会。`;
    return against("delegates-from", delegatesFrom, say);
  }
  const band = bandFor(delegateSeats.value, members);
  if (!band || (due >= band.least && due <= band.most)) return null;
  const say = `会员 ${members} 人，代表应是 ${band.least} 至 ${band.most} 人，现在是 ${due} 人。`;
  return against("delegate-seats", delegateSeats, say);
}

function quorumOf(
  { due, present }: Pick<BallotFacts, "due" | "present">,
  { quorum }: Pick<Numbers, "quorum">,
): Found {
  const said = `应到 ${due} 人，实到 ${present} 人`;
  if (due > 0 && reaches(Math.min(present, due), quorum.value, due)) {
    return reason("quorum", quorum, `${said}，达到${quorum.words}。`);
  }
  return against("no-quorum", quorum, `${said}，没有达到${quorum.words}，应当重新召开大会选举。`);
}

const titles = { committee: "工会委员会", audit: "经费审查委员会" } as const;

type Votes = Pick<Numbers, "quorum" | "electedWith">;

const nextOf = (facts: BallotFacts, body: keyof typeof titles): number | null =>
  (body === "committee" ? facts.committeeNext : facts.auditNext) ?? null;

/** Papers and votes that cannot be are refused by the count itself (`policy.miscount`). */
function votesFor(facts: BallotFacts, on: Votes, body: keyof typeof titles): Found {
  const list = facts[body];
  if (list.length === 0) return null;
  const next = nextOf(facts, body);
  const counted = next === null ? list : [...list, next];
  const { due, present, issued, returned, invalid } = facts;
  const ballot = {
    ...{ due, present, issued, returned, invalid, seats: counted.length },
    votes: counted.map((got, nth) => ({ candidate: String(nth), votes: got })),
  };
  const { electedWith, quorum } = on;
  const { fault, needed } = countBallot(ballot, { quorum: quorum.value, elect: electedWith.value });
  if (fault === "no-quorum") return null;
  if (fault === "more-papers-than-issued") {
    const say = `${titles[body]}选票收回 ${returned} 张，多于发出的 ${issued} 张，选举无效。`;
    return against("more-papers", electedWith, say);
  }
  const short = list.filter((got) => got < needed).length;
  const say = `${titles[body]}：当选要得应到会人数${electedWith.words}的票（${needed} 票），`;
  if (short === 0) return reason(`${body}-votes`, electedWith, `${say}都已达到。`);
  return against(`${body}-votes`, electedWith, `${say}有 ${short} 人没有达到，不能当选。`);
}

/** More have enough votes than there are seats: most votes are elected, and a tie is voted on again. */
function rankOf(
  facts: BallotFacts,
  { electedWith }: Pick<Numbers, "electedWith">,
  body: keyof typeof titles,
): Found {
  const next = nextOf(facts, body);
  const last = Math.min(...facts[body]);
  if (next === null || next < last) return null;
  const said = `${titles[body]}：落选的人最多得 ${next} 票`;
  if (next === last) {
    const say = `${said}，和当选的人一样多，应当就得票相等的人再投一次票。`;
    return against(`${body}-tie`, electedWith, say);
  }
  const say = `${said}，多于当选的人（${last} 票），应当由得票多的人当选。`;
  return against(`${body}-most-votes`, electedWith, say);
}

/** Quorum, and the votes of both committees. */
export const votesOf = (facts: BallotFacts, on: Votes): Found[] => [
  quorumOf(facts, on),
  ...(["committee", "audit"] as const).flatMap((body) => [
    votesFor(facts, on, body),
    rankOf(facts, on, body),
  ]),
];

/** In whole people: 5 % of three seats is one candidate more. */
export function candidatesOf(
  { committee, candidates }: BallotFacts,
  { candidateMargin }: Pick<Numbers, "candidateMargin">,
): Found {
  const seats = committee.length;
  const { numerator, denominator } = candidateMargin.value;
  const least = seats + Math.ceil((seats * numerator) / denominator);
  if (seats < 3 || candidates >= least) return null;
  const say = `应选委员 ${seats} 人，候选人不少于 ${least} 人（差额${candidateMargin.words}），现在是 ${candidates} 人。`;
  return against("candidate-margin", candidateMargin, say);
}

/** The Party organisation and the union above approve who is proposed, before it is made known. */
export const approvalOf = ({ candidatesApproved }: BallotFacts): Found =>
  candidatesApproved === false
    ? asking(
        "candidates-approval",
        cite("工会基层组织选举工作条例"),
        "候选人建议人选要在公示以前报同级党组织和上一级工会批准，没有见到这样的批复。",
      )
    : null;

export function noticeOf(
  { noticeWorkdays }: BallotFacts,
  { candidatesNotice }: Pick<Numbers, "candidatesNotice">,
): Found {
  if (noticeWorkdays >= candidatesNotice.value.workdays) return null;
  const say = `候选人名单公示 ${noticeWorkdays} 个工作日，不足 ${candidatesNotice.words}。`;
  return against("candidates-notice", candidatesNotice, say);
}
