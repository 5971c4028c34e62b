// Fold (汇总): the sweep that carries waiting deltas into the totals of every ancestor.
import type { Act } from "@niangjia/foundation/act";
import { type PathRange, wholeTree } from "@niangjia/foundation/orgpath";
import type { Step, Sweep } from "@niangjia/foundation/worker";
import { foldDeltas, movePaths, movesSince, tryRollups } from "./rollup-store.ts";

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

/** Rows written under a union's old path while it moved follow it. Answers how many. */
async function bringStragglers(act: Act): Promise<number> {
  const since = new Date(act.now.getTime() - stragglersForMs);
  let brought = 0;
  for (const { oldPath, newPath } of await movesSince(act, since)) {
    brought += await movePaths(act, oldPath, newPath);
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
