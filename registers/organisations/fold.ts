// Fold (汇总): the sweep that carries waiting deltas into the totals of every ancestor.
import type { Act } from "@niangjia/foundation/act";
import { findParent, type PathRange, wholeTree } from "@niangjia/foundation/orgpath";
import type { Step, Sweep } from "@niangjia/foundation/worker";
import { foldDeltas, movePaths, movesSince, type PathChange, tryRollups } from "./rollup-store.ts";

/** Keeps each transaction under a second or so. */
const deltasATime = 10_000;

/**
 * An act that began before a move and wrote rows under the old path without holding its union ends
 * well within a day.
 */
const stragglersForMs = 86_400_000;

/** Folds everything within a range; the caller holds the rollups. Answers how many deltas. */
export async function foldAll(act: Act, range: PathRange): Promise<number> {
  let folded = 0;
  for (;;) {
    const count = await foldDeltas(act, range, deltasATime);
    folded += count;
    if (count < deltasATime) return folded;
  }
}

/** In their order, those of one parent that follow each other together: by old path, moved at once. */
function together(moves: readonly PathChange[]): Map<string, PathChange>[] {
  const groups: Map<string, PathChange>[] = [];
  let parent: string | undefined;
  for (const move of moves) {
    const last = groups.at(-1);
    if (last && parent === findParent(move.oldPath) && !last.has(move.oldPath)) {
      last.set(move.oldPath, move);
    } else groups.push(new Map([[move.oldPath, move]]));
    parent = findParent(move.oldPath);
  }
  return groups;
}

/** Rows written under a union's old path while it moved follow it. Answers how many. */
async function bringStragglers(act: Act): Promise<number> {
  const since = new Date(act.now.getTime() - stragglersForMs);
  let brought = 0;
  for (const moves of together(await movesSince(act, since))) {
    for (const rows of (await movePaths(act, [...moves.values()])).values()) brought += rows;
  }
  return brought;
}

/**
 * Runs `work` when nobody else folds or moves; answers undefined when somebody does: the next
 * minute comes soon.
 */
const inTurn = <T>(step: Step, work: (act: Act) => Promise<T>): Promise<T | undefined> =>
  step(async (act) => ((await tryRollups(act)) ? work(act) : undefined));

export const foldSweep: Sweep = {
  name: "organisations.fold",
  title: "汇总工会和会员人数",
  cron: "* * * * *",
  async run(step) {
    const stragglers = (await inTurn(step, bringStragglers)) ?? 0;
    let folded = 0;
    for (;;) {
      const count = await inTurn(step, (act) => foldDeltas(act, wholeTree, deltasATime));
      folded += count ?? 0;
      if (count !== deltasATime) return { folded, stragglers };
    }
  },
};
