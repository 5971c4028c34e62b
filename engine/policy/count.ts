// Counting votes (计票): who is elected and what is passed, from counts alone, so that anyone can count again.
import { refuse } from "@niangjia/foundation/refusal";
import { refusals } from "./contract.ts";
import { leastOf, reaches, type Share } from "./majority.ts";

/** People at a meeting: those due to come (应到) and those who came (实到). */
export interface Attendance {
  readonly due: number;
  readonly present: number;
}

/** One round of a secret ballot: papers given out, taken in and void, and votes by candidate. */
export interface Ballot extends Attendance {
  readonly seats: number;
  readonly issued: number;
  readonly returned: number;
  readonly invalid: number;
  readonly votes: readonly { readonly candidate: string; readonly votes: number }[];
}

/** What the rule asks, from parameters: who must be there, and what share of those due elects. */
export interface ElectionRule {
  readonly quorum: Share;
  readonly elect: Share;
}

export interface Count {
  readonly valid: boolean;
  /** Why the round does not count: too few came, or more papers came back than were given out. */
  readonly fault: "no-quorum" | "more-papers-than-issued" | null;
  /** Votes that elect. */
  readonly needed: number;
  /** Most votes first. */
  readonly elected: readonly string[];
  /** Enough votes and the same number for fewer seats than they are: they are voted on again. */
  readonly tied: readonly string[];
  /** Seats still open, those of the tied among them. */
  readonly open: number;
}

const miscount = (why: string) => refuse(refusals.miscount, { words: { why } });

function assertAttendance({ due, present }: Attendance): void {
  if (![due, present].every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw miscount("人数应是 0 以上的整数");
  }
  if (due === 0) throw miscount("应到人数不能是 0");
  if (present > due) throw miscount(`实到 ${present} 人多于应到 ${due} 人`);
}

function assertBallot(ballot: Ballot): void {
  assertAttendance(ballot);
  const { seats, present, issued, returned, invalid, votes } = ballot;
  const numbers = [seats, issued, returned, invalid, ...votes.map((row) => row.votes)];
  if (!numbers.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw miscount("票数应是 0 以上的整数");
  }
  if (seats === 0) throw miscount("应选名额不能是 0");
  if (issued > present) throw miscount(`发出 ${issued} 张票多于实到 ${present} 人`);
  if (invalid > returned) throw miscount(`废票 ${invalid} 张多于收回 ${returned} 张`);
  if (new Set(votes.map((row) => row.candidate)).size < votes.length) {
    throw miscount("同一候选人出现了两次");
  }
}

/** Only papers that count bear votes, each at most one for a candidate and one for each seat. */
function assertVotes({ seats, returned, invalid, votes }: Ballot): void {
  const papers = returned - invalid;
  const most = Math.max(0, ...votes.map((row) => row.votes));
  if (most > papers) throw miscount(`有人得 ${most} 票，多于有效票 ${papers} 张`);
  const all = votes.reduce((sum, row) => sum + row.votes, 0);
  if (all > papers * seats) throw miscount(`得票合计 ${all} 多于 ${papers} 张有效票能投的总数`);
}

/**
 * Counts one round: valid with the quorum and no more papers back than out; elected with the share
 * of those **due** (not of votes cast), most votes first; a tie for the last seats elects none of
 * the tied (工会基层组织选举工作条例). Refuses with `policy.miscount` what cannot be.
 */
export function countBallot(ballot: Ballot, rule: ElectionRule): Count {
  assertBallot(ballot);
  const { due, present, issued, returned, seats } = ballot;
  const needed = leastOf(rule.elect, due);
  const none = { needed, elected: [], tied: [], open: seats };
  if (!reaches(present, rule.quorum, due)) return { valid: false, fault: "no-quorum", ...none };
  if (returned > issued) return { valid: false, fault: "more-papers-than-issued", ...none };
  assertVotes(ballot);
  const enough = ballot.votes.filter(({ votes }) => reaches(votes, rule.elect, due));
  const ranked = enough.toSorted((left, right) => right.votes - left.votes);
  const last = ranked.length > seats ? ranked[seats - 1]?.votes : undefined;
  const firstOut = ranked[seats]?.votes;
  const isTied = (votes: number): boolean => votes === last && last === firstOut;
  const elected = ranked.slice(0, seats).filter(({ votes }) => !isTied(votes));
  const tied = ranked.filter(({ votes }) => isTied(votes));
  const names = (rows: readonly { candidate: string }[]) => rows.map(({ candidate }) => candidate);
  const open = seats - elected.length;
  return { valid: true, fault: null, needed, elected: names(elected), tied: names(tied), open };
}

/** A vote on one text, such as a draft contract: for, against and abstaining. */
export interface Vote extends Attendance {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

export interface PassRule {
  readonly quorum: Share;
  /** Share in favour of all who are due, never of votes cast. */
  readonly pass: Share;
}

/** Whether a text is passed, and by how many it would be. Refuses with `policy.miscount`. */
export function countVote(vote: Vote, rule: PassRule) {
  assertAttendance(vote);
  const { due, present, inFavour, against, abstained } = vote;
  const cast = [inFavour, against, abstained];
  if (!cast.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw miscount("票数应是 0 以上的整数");
  }
  const all = inFavour + against + abstained;
  if (all > present) throw miscount(`表决 ${all} 票多于实到 ${present} 人`);
  const quorate = reaches(present, rule.quorum, due);
  const passed = quorate && reaches(inFavour, rule.pass, due);
  return { quorate, passed, needed: leastOf(rule.pass, due) };
}
