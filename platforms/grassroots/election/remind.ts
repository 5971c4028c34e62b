// Reminders by the clock (到期提醒): each morning, unions whose term ends within 180, 90 or 30 days hear of it, and so does
// the union above; each once.
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, dayOf } from "@niangjia/foundation/day";
import type { Sweep } from "@niangjia/foundation/worker";
import { type Reminded, remind } from "./reminding.ts";
import { parentsOfEnding, type RunningTerm, termOf, termsEnding } from "./terms-store.ts";

export const sweepName = "election.remind";

/** No place reminds earlier than this many days before the end. */
const earliestAhead = 400;

const byDay = (act: Act) => addCalendarDays(dayOf(act.now), earliestAhead);

async function look(
  act: Act,
  terms: readonly RunningTerm[],
): Promise<Reminded & { looked: number }> {
  return { looked: terms.length, ...(await remind(act, terms)) };
}

/** `subject` is the id of one union. Run twice it tells nobody the second time. */
export const remindSweep: Sweep = {
  name: sweepName,
  title: "换届到期提醒",
  cron: "10 8 * * *",
  async run(step, subject) {
    if (subject !== undefined) {
      const done = await step(async (act) => {
        const term = await termOf(act, subject);
        return look(act, term ? [term] : []);
      });
      return { ...done };
    }
    const did = { looked: 0, reminded: 0, told: 0 };
    for (const parentPath of await step((act) => parentsOfEnding(act, byDay(act)))) {
      const done = await step(async (act) =>
        look(act, await termsEnding(act, { by: byDay(act), parentPath })),
      );
      did.looked += done.looked;
      did.reminded += done.reminded;
      did.told += done.told;
    }
    return did;
  },
};
