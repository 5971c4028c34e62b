// The clock (期限巡查): looks at tasks whose day has passed and does what their flow says: reminds,
// passes or raises.
import type { ActionKind } from "@niangjia/engine/process";
import { dayOf } from "@niangjia/foundation/day";
import { Refusal } from "@niangjia/foundation/refusal";
import type { Step, Sweep } from "@niangjia/foundation/worker";
import { proceed } from "./command.ts";
import { type Alarm, alarmsBefore } from "./desk-store.ts";
import type { Offers } from "./functions.ts";

const words: Partial<Record<ActionKind, string>> = {
  remind: "reminded",
  pass: "passed",
  escalate: "raised",
};

/**
 * One task, in a transaction of its own. Somebody may have taken it a moment ago, and an effect or
 * a calendar may refuse: the task then stays as it is, and the next round looks at it again.
 */
async function lapse(step: Step, offers: Offers, { caseId, task }: Alarm): Promise<string> {
  const command = { kind: "lapse", task } as const;
  try {
    const { stepped } = await step((act) => proceed(act, offers, { id: caseId, command }));
    const [action] = stepped.actions;
    return (action && words[action.kind]) ?? "other";
  } catch (error) {
    if (error instanceof Refusal) return "refused";
    throw error;
  }
}

/** `subject` is the id of a case. Run twice on a day it does nothing the second time. */
export const clockSweep = (offers: Offers): Sweep => ({
  name: "cases.clock",
  title: "办件期限巡查",
  cron: "7 * * * *",
  async run(step, subject) {
    const did: Record<string, number> = { looked: 0 };
    let after: Alarm | undefined;
    for (;;) {
      const last: Alarm | undefined = after;
      const alarms = await step((act) =>
        alarmsBefore(act, dayOf(act.now), { after: last, caseId: subject }),
      );
      for (const alarm of alarms) {
        const what = await lapse(step, offers, alarm);
        did.looked = (did.looked ?? 0) + 1;
        did[what] = (did[what] ?? 0) + 1;
      }
      after = alarms.at(-1);
      if (!after) return did;
    }
  },
});
