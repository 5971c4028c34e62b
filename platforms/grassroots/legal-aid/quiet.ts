// Closing without the worker's word (逾期未评价结案): once the lawyer has said how it ended and nothing more
// comes, the matter is closed with the lawyer's sum; the worker may still rate it.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { formatYuan } from "@niangjia/foundation/money";
import { tell } from "@niangjia/foundation/notices";
import { dueBy } from "@niangjia/foundation/workdays";
import type { Sweep } from "@niangjia/foundation/worker";
import { getUnion } from "@niangjia/registers/organisations";
import { parametersHere } from "@niangjia/registers/rules";
import { type EntryRow, entriesOf, lastOutcome } from "./journal-store.ts";
import {
  changeMatter,
  isBeingRated,
  lockMatter,
  mattersWithOutcome,
  type StoredMatter,
} from "./matter-store.ts";
import { parametersOn } from "./parameters.ts";
import { results } from "./words.ts";

/** The outcome of a matter in which nothing happens any more, and how long that was waited for. */
async function quietOutcome(
  house: Act,
  matter: StoredMatter,
): Promise<{ readonly outcome: EntryRow; readonly waited: string } | undefined> {
  const last = (await entriesOf(house, matter.case_id)).at(-1);
  const outcome = await lastOutcome(house, matter.case_id);
  if (!last || !outcome || (await isBeingRated(house, matter))) return undefined;
  const union = await getUnion(house, matter.org_id);
  const { rateWithin } = await parametersHere(house, parametersOn, union);
  const isOver = dueBy(rateWithin.value, dayOf(last.at)) < dayOf(house.now);
  return isOver ? { outcome, waited: rateWithin.words } : undefined;
}

async function tellClosed(house: Act, matter: StoredMatter, { outcome, waited }: Quiet) {
  const { number, respondent, account_id, lawyer_account } = matter;
  const came = `按律师填写的“${results[outcome.result!]}”、追回 ${formatYuan(outcome.recovered_fen!)}结案`;
  await tell(house, {
    ...{ accountId: account_id, title: "援助已结案，您还可以评价" },
    body: `${number}（${respondent}）：律师写了办理结果，${waited}内没有收到您的评价，${came}。您仍可以评价律师；结果和您知道的不一样的，也请在评价里填写，由总工会核对。`,
    link: "/functions/legal-aid.close",
  });
  await tell(house, {
    ...{ accountId: lawyer_account!, title: "援助已结案" },
    body: `${number}（${respondent}）${came}，职工没有评价。`,
  });
}
type Quiet = NonNullable<Awaited<ReturnType<typeof quietOutcome>>>;

/** True when it was closed now. */
async function closeQuiet(house: Act, id: string): Promise<boolean> {
  const matter = await lockMatter(house, id);
  const quiet = matter?.state === "assigned" ? await quietOutcome(house, matter) : undefined;
  if (!matter || !quiet) return false;
  const { result, recovered_fen } = quiet.outcome;
  const closed = { state: "closed", closed_day: dayOf(house.now) } as const;
  await changeMatter(house, id, { ...closed, result, recovered_fen });
  await tellClosed(house, matter, quiet);
  return true;
}

/** Run again the same day it finds nothing more. */
export const quietSweep: Sweep = {
  name: "legal-aid.quiet",
  title: "援助逾期未评价结案",
  cron: "17 2 * * *",
  async run(step) {
    const did = { waiting: 0, closed: 0 };
    for (const id of await step(mattersWithOutcome)) {
      did.waiting += 1;
      if (await step((house) => closeQuiet(house, id))) did.closed += 1;
    }
    return did;
  },
};
