// The table (结果表) of a benchmark as people read it: ours, the peer's, and whether each figure reaches its bound.
import type { Bench, Bound, Measured, Outcome } from "./bench.ts";

/** Columns a text takes on a terminal: a Chinese character takes two. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, sign) => width + (/[⺀-￮]/.test(sign) ? 2 : 1), 0);

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!))));
  return rows.map((row) =>
    row.map((cell, column) => cell + " ".repeat(widths[column]! - widthOf(cell))).join("   "),
  );
}

const rowOf = ({ what, ours, peer, ratio }: Measured) => [what, ours, peer, ratio];

function verdictOf({ figure, atLeast, atMost }: Bound, value: number): string {
  const reached = value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
  const bound = atLeast === undefined ? `不高于 ${atMost}` : `不低于 ${atLeast}`;
  return `${figure} = ${value}（应${bound}，${reached ? "达到" : "未达到"}）`;
}

/** Figures as they are told: four digits say all that a run can know. */
export const rounded = (figures: Outcome["figures"]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(4))]),
  );

export function tableOf(bench: Bench, outcome: Outcome): string {
  const figures = rounded(outcome.figures);
  const lines = [
    ...aligned([["", "娘家", "对照", "娘家比对照"], ...outcome.lines.map(rowOf)]),
    ...bench.bounds.map((bound) => verdictOf(bound, figures[bound.figure]!)),
  ];
  return lines.map((line) => `  ${line.trimEnd()}\n`).join("");
}
