// Mending (久未补正): a returned application is its applicant's alone; one they leave lying is withdrawn after they
// were told by when, so that it does not keep another of its kind from being filed.
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, type Day, dayOf, formatDay, startOfDay } from "@niangjia/foundation/day";
import { Refusal } from "@niangjia/foundation/refusal";
import { dueBy, type Period } from "@niangjia/foundation/workdays";
import type { Sweep } from "@niangjia/foundation/worker";
import { attempt } from "./attempt.ts";
import { proceed } from "./command.ts";
import type { Functions } from "./functions.ts";
import { nextUnmended, setMendBy, type Unmended } from "./mending-store.ts";
import { parametersOn } from "./parameters.ts";
import { findCase } from "./store.ts";
import { tellApplicant } from "./telling.ts";

/** The last day from which a period is over today. */
function overSince(period: Period, today: Day): Day {
  let from = addCalendarDays(today, -1);
  while (dueBy(period, from) >= today) from = addCalendarDays(from, -1);
  return from;
}

async function remind(act: Act, id: string): Promise<"reminded"> {
  const today = dayOf(act.now);
  const by = dueBy(parametersOn(today).mendAtLast.value, today);
  await setMendBy(act, id, by);
  const row = (await findCase(act, id))!;
  await tellApplicant(act, row, () => ({
    title: "您的申请还在等您补正",
    body: `${row.title}（办件编号 ${row.number}）退回后一直没有重新提交。请在 ${formatDay(by)}前改好后重新提交；过了这一天会自动撤回，以后可以重新申请。`,
  }));
  return "reminded";
}

async function withdraw(act: Act, functions: Functions, { id, by }: Unmended) {
  const opinion = `退回后一直没有补正，提醒后到 ${formatDay(by!)}仍没有重新提交。要办的可以重新申请。`;
  const done = await attempt(act, () =>
    proceed(act, functions, { id, command: { kind: "withdraw", opinion } }),
  );
  return done instanceof Refusal ? "refused" : "withdrawn";
}

/** `subject` is the id of a case. Run twice on a day it does nothing the second time. */
export const mendingSweep = (functions: Functions): Sweep => ({
  name: "cases.mending",
  title: "久未补正的申请",
  cron: "47 1 * * *",
  async run(step, caseId) {
    const did = { reminded: 0, withdrawn: 0, refused: 0 };
    let after: string | undefined;
    for (;;) {
      const last: string | undefined = after;
      const done = await step(async (act) => {
        const today = dayOf(act.now);
        const since = overSince(parametersOn(today).mendReminder.value, today);
        const before = startOfDay(addCalendarDays(since, 1));
        const found = await nextUnmended(act, { today, before, after: last, caseId });
        if (!found) return undefined;
        const what = found.by ? await withdraw(act, functions, found) : await remind(act, found.id);
        return { id: found.id, what } as const;
      });
      if (!done) return did;
      did[done.what] += 1;
      after = done.id;
    }
  },
});
