// Resuming (续传): imports whose server died are put into the worker's hands again.
import { emit } from "@niangjia/foundation/outbox";
import type { Sweep } from "@niangjia/foundation/worker";
import { importStarted } from "./events.ts";
import { forsakenImports, signOfLife } from "./store.ts";

/** A run gives a sign of life with each batch, every second or so. */
const silentForMs = 30_000;

export const resumeSweep: Sweep = {
  name: "roster.resume-imports",
  title: "名册导入续传",
  cron: "* * * * *",
  run: (step) =>
    step(async (act) => {
      const since = new Date(act.now.getTime() - silentForMs);
      const forsaken = await forsakenImports(act, since);
      for (const { id, orgPath } of forsaken) {
        await signOfLife(act, id);
        await emit(act, importStarted(orgPath, id));
      }
      return { resumed: forsaken.length };
    }),
};
