// The worst place (最需要看的地方): for each figure, which union right below stands lowest, or highest where less is better.
import { countWords } from "../../ui/words.ts";
import type { ChildRow, Measure } from "./figures.ts";

/** Below so many members a share says nothing about a place. */
const judgedFrom = 20;

const share = (part: number, { members }: ChildRow): number => part / members;

interface Yardstick {
  readonly worth: (row: ChildRow) => number;
  readonly say: (worth: number) => string;
  readonly sayBefore: string;
  readonly highIsWorst?: boolean;
  readonly anySize?: boolean;
}

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

const yardsticks: Record<Measure, Yardstick> = {
  members: {
    worth: ({ members }) => members,
    say: (worth) => `${countWords(worth)} 人`,
    sayBefore: "最少",
    anySize: true,
  },
  "members.gig": {
    worth: (row) => share(row.gig, row),
    say: percent,
    sayBefore: "占比最低",
  },
  "members.women": {
    worth: (row) => share(row.women, row),
    say: percent,
    sayBefore: "占比最低",
  },
  "members.kept": {
    worth: (row) => share(row.kept, row),
    say: percent,
    sayBefore: "占比最高",
    highIsWorst: true,
  },
  unions: {
    worth: ({ unions }) => unions,
    say: (worth) => `${countWords(worth)} 个`,
    sayBefore: "最少",
    anySize: true,
  },
};

export const beforeWorst = (measure: Measure): string => yardsticks[measure].sayBefore;

/** Undefined where there is nothing to compare. */
export function worstOf(
  measure: Measure,
  rows: readonly ChildRow[],
): { id: string; words: string } | undefined {
  const { worth, say, highIsWorst, anySize } = yardsticks[measure];
  const judged = rows.filter(({ members }) => anySize || members >= judgedFrom);
  if (judged.length < 2) return undefined;
  const sign = highIsWorst ? -1 : 1;
  const [worst] = judged.toSorted((one, other) => sign * (worth(one) - worth(other)));
  return worst && { id: worst.id, words: `${worst.name} ${say(worth(worst))}` };
}
