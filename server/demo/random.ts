// Seeded chance (随机): the same seed gives the same demo federation on every machine.

export interface Random {
  /** A fraction in [0, 1) of 32 bits. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True with that probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One entry of a table prepared by `weigh`, as often as its weight says. */
  weighted<T>(table: Weighted<T>): T;
  /** A new array with the same entries in another order. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Entries with the running total of their weights, so that a draw is one binary search. */
export interface Weighted<T> {
  readonly entries: readonly T[];
  readonly totals: Float64Array;
}

/**
 * Prepares a table for `weighted`. Weights are relative and not negative; one of them at least is
 * positive.
 */
export function weigh<T>(pairs: Iterable<readonly [entry: T, weight: number]>): Weighted<T> {
  const kept = [...pairs].filter(([, weight]) => weight > 0);
  if (kept.length === 0) throw new Error("a weighted table needs a positive weight");
  let total = 0;
  const totals = Float64Array.from(kept, ([, weight]) => {
    total += weight;
    return total;
  });
  return { entries: kept.map(([entry]) => entry), totals };
}

/** Prepares a table written as text: each word followed by its weight, `钳工8 焊工6`. */
export const tally = (text: string): Weighted<string> =>
  weigh(
    Array.from(text.matchAll(/([^\d ]+)([\d.]+)/g), ([, word, weight]) => [word!, Number(weight)]),
  );

/** The same for words of a closed list; another word is a bug. */
export function tallyOf<Word extends string>(known: readonly Word[], text: string): Weighted<Word> {
  const { entries, totals } = tally(text);
  const words = entries.map((entry) => {
    const word = known.find((candidate) => candidate === entry);
    if (word === undefined) throw new Error(`not in the list: ${entry}`);
    return word;
  });
  return { entries: words, totals };
}

/** FNV-1a over UTF-16 units: spreads a text over 32 bits. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** sfc32 of PractRand (Chris Doty-Humphrey): small, fast, period about 2^127. Not for secrets. */
function sfc32(seed: string): () => number {
  let a = hash32(seed);
  let b = hash32(`${seed}/b`);
  let c = hash32(`${seed}/c`);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/**
 * How many of the running totals are not above the mark: the index of the entry the mark falls on.
 */
function indexAt(totals: Float64Array, mark: number): number {
  let low = 0;
  let high = totals.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (totals[middle]! > mark) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A stream of chance. Streams of different seeds are independent: give each part of the demo its
 * own.
 */
export function createRandom(seed: string): Random {
  const next = sfc32(seed);
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new Error("nothing to pick from");
      return list[int(0, list.length - 1)]!;
    },
    weighted: ({ entries, totals }) =>
      entries[indexAt(totals, next() * totals[totals.length - 1]!)]!,
    shuffle: (list) => {
      const order = [...list];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = int(0, last);
        [order[last], order[other]] = [order[other]!, order[last]!];
      }
      return order;
    },
  };
}
