// Majorities (多数): shares of a whole compared in whole numbers; no rounding ever decides a vote.

/** A share a rule asks for: 以上 includes the number itself, 过 (`over`) does not (民法典 art 1259). */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  readonly over: boolean;
}

const half: Share = { numerator: 1, denominator: 2, over: true };
const twoThirdsShare: Share = { numerator: 2, denominator: 3, over: false };

function assertCounts(part: number, whole: number): void {
  const counts = [part, whole].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!counts || whole === 0 || part > whole) {
    throw new RangeError(`no share: ${part} of ${whole}`);
  }
}

/**
 * Whether `part` of `whole` people reaches the share. Throws RangeError when they are no counts,
 * the whole is nobody, or the part is more than the whole.
 */
export function reaches(part: number, share: Share, whole: number): boolean {
  assertCounts(part, whole);
  const got = BigInt(part) * BigInt(share.denominator);
  const asked = BigInt(whole) * BigInt(share.numerator);
  return share.over ? got > asked : got >= asked;
}

/** The least number of people that reaches the share; more than `whole` when all are not enough. */
export function leastOf(share: Share, whole: number): number {
  assertCounts(0, whole);
  const [asked, by] = [BigInt(whole) * BigInt(share.numerator), BigInt(share.denominator)];
  return Number(share.over ? asked / by + 1n : (asked + by - 1n) / by);
}

/** 过半数: more than half of all, half itself is not enough. */
export const moreThanHalf = (votes: number, of: number): boolean => reaches(votes, half, of);

/** 三分之二以上: two thirds or more. */
export const twoThirds = (present: number, of: number): boolean =>
  reaches(present, twoThirdsShare, of);
