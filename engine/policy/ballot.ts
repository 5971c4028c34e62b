// A union's ballot (工会选举认定): quorum, votes, candidates, notice, sizes of committees, who may not be elected, as every
// election of a grassroots union is held against them (工会基层组织选举工作条例; 工会法 art 10).
import { z } from "zod";
import { countBallot } from "./count.ts";
import { reason } from "./decision.ts";
import { cite } from "./documents.ts";
import { against, barred, type Found } from "./finding.ts";
import { reaches } from "./majority.ts";
import type { Parameters, Stated } from "./parameters.ts";
import { type Band, bandFor } from "./units.ts";

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
  /** How many were elected to the women's committee; 0 when there is none. */
  womenSeats: count,
  chairIsHead: z.boolean(),
  relatives: z.boolean(),
};
export type BallotFacts = z.infer<z.ZodObject<typeof ballotFacts>>;

/** The numbers it is held against; a room with elections has them in its own file. */
type Numbers = Parameters<{
  readonly quorum: "ratio";
  readonly electedWith: "over";
  readonly candidateMargin: "percent";
  readonly candidatesNotice: "workdays";
}>;

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

/** Papers and votes that cannot be are refused by the count itself (`policy.miscount`). */
function votesFor(facts: BallotFacts, on: Numbers, body: keyof typeof titles): Found {
  const list = facts[body].map((got, nth) => ({ candidate: String(nth), votes: got }));
  if (list.length === 0) return null;
  const { due, present, issued, returned, invalid } = facts;
  const ballot = { due, present, issued, returned, invalid, seats: list.length, votes: list };
  const { electedWith, quorum } = on;
  const { fault, needed } = countBallot(ballot, { quorum: quorum.value, elect: electedWith.value });
  if (fault === "no-quorum") return null;
  if (fault === "more-papers-than-issued") {
    const say = `${titles[body]}选票收回 ${returned} 张，多于发出的 ${issued} 张，选举无效。`;
    return against("more-papers", electedWith, say);
  }
  const short = list.filter(({ votes: got }) => got < needed).length;
  const say = `${titles[body]}：当选要得应到会人数${electedWith.words}的票（${needed} 票），`;
  if (short === 0) return reason(`${body}-votes`, electedWith, `${say}都已达到。`);
  return against(`${body}-votes`, electedWith, `${say}有 ${short} 人没有达到，不能当选。`);
}

/** Quorum, and the votes of both committees. */
export const votesOf = (facts: BallotFacts, on: Numbers): Found[] => [
  quorumOf(facts, on),
  votesFor(facts, on, "committee"),
  votesFor(facts, on, "audit"),
];

/** In whole people: 5 % of three seats is one candidate more. */
export function candidatesOf(
  { committee, candidates }: BallotFacts,
  { candidateMargin }: Numbers,
): Found {
  const seats = committee.length;
  const { numerator, denominator } = candidateMargin.value;
  const least = seats + Math.ceil((seats * numerator) / denominator);
  if (seats < 3 || candidates >= least) return null;
  const say = `应选委员 ${seats} 人，候选人不少于 ${least} 人（差额${candidateMargin.words}），现在是 ${candidates} 人。`;
  return against("candidate-margin", candidateMargin, say);
}

export function noticeOf({ noticeWorkdays }: BallotFacts, { candidatesNotice }: Numbers): Found {
  if (noticeWorkdays >= candidatesNotice.value.workdays) return null;
  const say = `候选人名单公示 ${noticeWorkdays} 个工作日，不足 ${candidatesNotice.words}。`;
  return against("candidates-notice", candidatesNotice, say);
}

type Bands = Stated<readonly Band[]>;

const misfits = (seats: number, { least, most }: Band): boolean =>
  seats < least || seats > most || seats % 2 === 0;

/** The committee is of an odd number within what goes with its members. */
export function committeeSizeOf({ members, committee }: BallotFacts, on: Bands): Found {
  const seats = committee.length;
  const band = bandFor(on.value, members);
  if (!band || !misfits(seats, band)) return null;
  const say = `会员 ${members} 人，委员应是 ${band.least} 至 ${band.most} 人的单数，现在是 ${seats} 人。`;
  return against("committee-size", on, say);
}

/** So is the one that looks after the money, or it is one person alone. */
export function auditSizeOf({ members, audit }: BallotFacts, on: Bands): Found {
  const seats = audit.length;
  const band = bandFor(on.value, members);
  if (!band || seats === 1 || !misfits(seats, band)) return null;
  const say =
    seats === 0
      ? "没有选举经费审查委员会，会员少的也要选一名经费审查委员。"
      : `经费审查委员会应是 ${band.least} 至 ${band.most} 人的单数，现在是 ${seats} 人。`;
  return against("audit-size", on, say);
}

/** Who may not hold office, whoever votes for them. */
export const excluded = ({
  chairIsHead,
  relatives,
}: Pick<BallotFacts, "chairIsHead" | "relatives">): Found[] => [
  chairIsHead
    ? barred(
        "chair-is-head",
        cite("工会基层组织选举工作条例"),
        "单位行政主要负责人、法定代表人、合伙人和他们的近亲属，不能当选主席、副主席。",
      )
    : null,
  relatives
    ? barred("relatives", cite("工会法", 10), "企业主要负责人的近亲属不能当选本企业工会委员。")
    : null,
];
