// Figures of the joining rate (入会率口径): which headcounts hold for a federation, and which members they cover.

export interface Head {
  readonly path: string;
  readonly trade: string;
  readonly workers: number;
}

export interface Members {
  readonly path: string;
  readonly trade: string;
  readonly members: number;
}

export interface Figures {
  readonly members: number;
  /** Of these, members whom one of the headcounts is about. */
  readonly covered: number;
  readonly workers: number | null;
  /** `covered` over `workers`, four decimals; null where nothing was reported, or nobody works. */
  readonly rate: number | null;
}

/**
 * The headcounts of a trade that hold at a federation: its own, or else those of the nearest
 * federations below, so that nobody is counted twice.
 */
export function headsAt<H extends Head>(heads: readonly H[], path: string, trade: string): H[] {
  const below = heads.filter((head) => head.trade === trade && head.path.startsWith(path));
  const isUnder = (head: H) => (other: H) =>
    other.path !== head.path && head.path.startsWith(other.path);
  return below.filter((head) => !below.some(isUnder(head)));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const rateOf = (covered: number, workers: number | null): number | null =>
  workers === null || workers === 0 ? null : Math.round((covered / workers) * 10_000) / 10_000;

/** One trade at one federation. Both lists may hold other trades and places. */
export function figuresOf(
  { heads, members }: { readonly heads: readonly Head[]; readonly members: readonly Members[] },
  path: string,
  trade: string,
): Figures {
  const holding = headsAt(heads, path, trade);
  const own = members.filter((line) => line.trade === trade && line.path.startsWith(path));
  const known = own.filter((line) => holding.some((head) => line.path.startsWith(head.path)));
  const covered = sum(known.map((line) => line.members));
  const workers = holding.length === 0 ? null : sum(holding.map((head) => head.workers));
  return {
    members: sum(own.map((line) => line.members)),
    covered,
    workers,
    rate: rateOf(covered, workers),
  };
}

/** All trades together; `members` is what the rollup counts. */
export function figuresOfAll(trades: readonly Figures[], members: number): Figures {
  const reported = trades.flatMap(({ workers }) => workers ?? []);
  const workers = reported.length === 0 ? null : sum(reported);
  const covered = sum(trades.map((one) => one.covered));
  return { members, covered, workers, rate: rateOf(covered, workers) };
}
