// Who was elected (工会选举认定): sizes of the committees, a women's committee, and who may not be elected, in every
// election of a grassroots union (工会基层组织选举工作条例; 工会法 art 10; 中国工会章程 art 25).
import type { BallotFacts } from "./ballot.ts";
import { cite } from "./documents.ts";
import { against, asking, barred, type Found } from "./finding.ts";
import type { Parameters, Stated } from "./parameters.ts";
import { type Band, bandFor } from "./units.ts";

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

/** Women who are members have a committee of their own, which is more than one, or somebody where they are few. */
export function womenOf(
  { women, womenSeats }: Pick<BallotFacts, "women" | "womenSeats">,
  { womenCommitteeFrom }: Parameters<{ readonly womenCommitteeFrom: "people" }>,
): Found {
  const least = womenCommitteeFrom.value;
  const many = women >= least;
  if (women === 0 || womenSeats >= (many ? 2 : 1)) return null;
  const say = many
    ? `女会员 ${women} 人，${least} 人以上，要同时建立女职工委员会（不止一人）。`
    : `女会员 ${women} 人，要设一名女职工委员。`;
  return against("women", womenCommitteeFrom, say);
}

const headSays =
  "单位行政主要负责人、法定代表人、合伙人和他们的近亲属，不作为主席、副主席候选人，应当另选他人。";

/** Who may not hold office, whoever votes for them: what the law's own text says bars. */
export const excluded = ({
  chairIsHead,
  relatives,
}: Pick<BallotFacts, "chairIsHead" | "relatives">): Found[] => [
  chairIsHead ? asking("chair-is-head", cite("工会基层组织选举工作条例"), headSays) : null,
  relatives
    ? barred("relatives", cite("工会法", 10), "企业主要负责人的近亲属不能当选本企业工会委员。")
    : null,
];

/** Who leads the union does not look after its money as well. */
export const auditorOf = ({ chairAudits }: Pick<BallotFacts, "chairAudits">): Found =>
  chairAudits
    ? asking("chair-audits", cite("中国工会章程"), "主席兼任了经费审查委员，应当另选他人。")
    : null;
