// The clock (期限巡查): looks at tasks whose day has passed and does what their flow says: reminds,
// passes or raises.
import { type ActionKind, type Command, timersOf } from "@niangjia/engine/process";
import { opinionLimit } from "@niangjia/engine/process/contract";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { Refusal } from "@niangjia/foundation/refusal";
import type { Step, Sweep } from "@niangjia/foundation/worker";
import { proceed } from "./command.ts";
import { type Alarm, alarmsBefore } from "./desk-store.ts";
import type { Offers } from "./functions.ts";
import { findCase } from "./store.ts";

type Lapse = Extract<Command, { kind: "lapse" }>;

interface Round {
  readonly step: Step;
  readonly offers: Offers;
}

const words: Partial<Record<ActionKind, string>> = {
  remind: "reminded",
  pass: "passed",
  escalate: "raised",
  raise: "told",
  elapse: "elapsed",
};

/** What of a case is late that belongs to no task: its waits and notices, and the case as a whole. */
async function lapsesOfCase(act: Act, caseId: string): Promise<Lapse[]> {
  const found = await findCase(act, caseId);
  const late = found
    ? timersOf(found.state).filter(
        ({ task, after }) => task === undefined && after < dayOf(act.now),
      )
    : [];
  return late.map(({ token }) => ({ kind: "lapse", ...(token !== undefined && { token }) }));
}

/** In a transaction of its own. Answers what was done; a refusal or a fault of the function too. */
async function attempt(
  { step, offers }: Round,
  id: string,
  command: Lapse,
): Promise<string | Refusal | Failure> {
  try {
    return await step(async (act) => {
      const { stepped } = await proceed(act, offers, { id, command });
      return words[stepped.actions[0]!.kind] ?? "other";
    });
  } catch (error) {
    return error instanceof Refusal ? error : { caseId: id, error };
  }
}

const whyOf = ({ message, next }: Refusal): string =>
  `到期后没能自动办下去：${message}${next}`.slice(0, opinionLimit);

/**
 * Somebody may have taken it a moment ago, and an effect or a calendar may refuse: it then stays as
 * it is. Whoever can mend it hears why, once each working day. What fails is told in the end and
 * keeps no other case waiting.
 */
async function lapse(round: Round, id: string, command: Lapse): Promise<string | Failure> {
  const did = await attempt(round, id, command);
  if (!(did instanceof Refusal)) return did;
  const told = await attempt(round, id, { ...command, opinion: whyOf(did) });
  return typeof told === "string" || told instanceof Refusal ? "refused" : told;
}

async function lapseAll(round: Round, { caseId, task }: Alarm): Promise<(string | Failure)[]> {
  const commands: Lapse[] =
    task > 0 ? [{ kind: "lapse", task }] : await round.step((act) => lapsesOfCase(act, caseId));
  const did: (string | Failure)[] = [];
  for (const command of commands) did.push(await lapse(round, caseId, command));
  return did;
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
        did.looked = (did.looked ?? 0) + 1;
        for (const what of await lapseAll({ step, offers }, alarm)) {
          if (typeof what === "string") did[what] = (did[what] ?? 0) + 1;
          else failures.push(what);
        }
      }
      after = alarms.at(-1);
      if (!after) break;
    }
    throwIfAny(failures);
    return did;
  },
});
