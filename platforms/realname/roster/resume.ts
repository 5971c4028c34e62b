// Resuming (续传): imports whose server died are put into the worker's hands again.
import { emit } from "@niangjia/foundation/outbox";
import type { Step, Sweep } from "@niangjia/foundation/worker";
import { importStarted } from "./events.ts";
import { forsakenImports, signOfLife } from "./store.ts";

/** A run gives a sign of life with each batch, every second or so. */
const silentForMs = 30_000;

const resume = (step: Step, silentMs: number): Promise<{ resumed: number }> =>
  step(async (act) => {
    const since = new Date(act.now.getTime() - silentMs);
    const forsaken = await forsakenImports(act, since);
    for (const { id, orgPath } of forsaken) {
      await signOfLife(act, id);
      await emit(act, importStarted(orgPath, id));
    }
    return { resumed: forsaken.length };
  });

export const resumeSweep: Sweep = {
  name: "roster.resume-imports",
  title: "名册导入续传",
  cron: "* * * * *",
  run: (step) => resume(step, silentForMs),
  // A server that starts was down: whoever ran an import is gone, or is another server, from whom taking over is safe.
  atStart: (step) => resume(step, 0),
};
