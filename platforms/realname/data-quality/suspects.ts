// Suspecting (疑似重复与异常): every night pairs that may be one person and values that can hardly be true are looked for.
import { dayOf } from "@niangjia/foundation/day";
import type { Sweep } from "@niangjia/foundation/worker";
import { checksOn } from "@niangjia/registers/members";
import { alikePairs } from "./pairs.ts";
import { addPairs, findPhones, findValues, openFound, reconcile } from "./suspects-store.ts";

/**
 * One transaction: run again it finds the same, and broken off it leaves everything as it was. `subject` is one person's
 * id. What people decided is not asked again.
 */
export const suspectsSweep: Sweep = {
  name: "data-quality.suspects",
  title: "查找疑似重复与异常",
  cron: "20 2 * * *",
  run: (step, subject) =>
    step(async (act) => {
      const about = subject ?? null;
      let looked = 0;
      let alike = 0;
      await openFound(act);
      for await (const page of alikePairs(act, about)) {
        looked += page.looked;
        alike += page.found.length;
        await addPairs(act, page.found);
      }
      const doubtful = checksOn(dayOf(act.now)).filter((check) => check.doubtful);
      await findValues(act, doubtful, about);
      await findPhones(act, about);
      return { looked, alike, ...(await reconcile(act, about)) };
    }),
};
