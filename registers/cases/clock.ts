// The clock (期限巡查): looks at tasks whose day has passed and does what their flow says: reminds,
// passes or raises.
import { type ActionKind, timersOf } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { Refusal } from "@niangjia/foundation/refusal";
import type { Step, Sweep } from "@niangjia/foundation/worker";
import { proceed } from "./command.ts";
import { type Alarm, alarmsBefore } from "./desk-store.ts";
import type { Offers } from "./functions.ts";
import { findCase } from "./store.ts";

const words: Partial<Record<ActionKind, string>> = {
  remind: "reminded",
  pass: "passed",
  escalate: "raised",
  raise: "told",
  elapse: "elapsed",
};

const lapseOfTask = (task: number) => ({ kind: "lapse", task }) as const;

/** What of a case is late that belongs to no task: the first wait, else the case as a whole. */
async function lapseOfCase(act: Act, caseId: string) {
  const found = await findCase(act, caseId);
  const late = found
    ? timersOf(found.state).filter(
        ({ task, after }) => task === undefined && after < dayOf(act.now),
      )
    : [];
  const token = late.find((timer) => timer.token !== undefined)?.token;
  if (late.length === 0) return undefined;
  return { kind: "lapse", ...(token !== undefined && { token }) } as const;
}

/**
 * One task, in a transaction of its own. Somebody may have taken it a moment ago, and an effect or
 * a calendar may refuse: the task then stays as it is, and the next round looks at it again. What
 * fails is told in the end and keeps no other case waiting.
 */
async function lapse(
  step: Step,
  offers: Offers,
  { caseId, task }: Alarm,
): Promise<string | Failure> {
  try {
    return await step(async (act) => {
      const command = task > 0 ? lapseOfTask(task) : await lapseOfCase(act, caseId);
      if (!command) return "other";
      const { stepped } = await proceed(act, offers, { id: caseId, command });
      return words[stepped.actions[0]!.kind] ?? "other";
    });
  } catch (error) {
    return error instanceof Refusal ? "refused" : { caseId, error };
  }
}

interface Failure {
  readonly caseId: string;
  readonly error: unknown;
}

const namedAtMost = 20;

/** A failure is a mistake in a function: the run says so, with the cases it happened at. */
function throwIfAny(failures: readonly Failure[]): void {
  if (failures.length === 0) return;
  const cases = failures.slice(0, namedAtMost).map(({ caseId }) => caseId);
  throw new AggregateError(
    failures.map(({ error }) => error),
    `${failures.length} 件没有巡查成：${cases.join("、")}`,
  );
}

/** `subject` is the id of a case. Run twice on a day it does nothing the second time. */
export const clockSweep = (offers: Offers): Sweep => ({
  name: "cases.clock",
  title: "办件期限巡查",
  cron: "7 * * * *",
  async run(step, subject) {
    const did: Record<string, number> = { looked: 0 };
    const failures: Failure[] = [];
    let after: Alarm | undefined;
    for (;;) {
      const last: Alarm | undefined = after;
      const alarms = await step((act) =>
        alarmsBefore(act, dayOf(act.now), { after: last, caseId: subject }),
      );
      for (const alarm of alarms) {
        const what = await lapse(step, offers, alarm);
        did.looked = (did.looked ?? 0) + 1;
        if (typeof what === "string") did[what] = (did[what] ?? 0) + 1;
        else failures.push(what);
      }
      after = alarms.at(-1);
      if (!after) break;
    }
    throwIfAny(failures);
    return did;
  },
});
