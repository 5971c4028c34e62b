// The clock of five working days (五个工作日督办): amber and red warnings to the mediator and the county,
// each once for a due day.
import { holdersOf, postHolders } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, dayOf, formatDay } from "@niangjia/foundation/day";
import { tell } from "@niangjia/foundation/notices";
import { addWorkdays } from "@niangjia/foundation/workdays";
import type { Sweep } from "@niangjia/foundation/worker";
import { disputeLink } from "./dispute-link.ts";
import { type DisputeRow, openDisputes } from "./dispute-store.ts";
import { colourOf } from "./disputes.ts";
import { takeWarning } from "./warning-store.ts";

const titles = { amber: "调解快到期了", red: "调解已超期" } as const;

/** The mediator, and every cadre of the county. */
async function warnedOf(house: Act, { mediator_post, org_path }: DisputeRow): Promise<string[]> {
  const [mediator] = await postHolders(house, mediator_post ? [mediator_post] : []);
  const cadres = await holdersOf(house, { role: "cadre", orgPath: org_path });
  const all = [...(mediator ? [mediator] : []), ...cadres];
  return [...new Set(all.map(({ accountId }) => accountId))];
}

async function warn(house: Act, dispute: DisputeRow): Promise<"amber" | "red" | undefined> {
  const colour = colourOf(dispute, dayOf(house.now));
  if (colour !== "amber" && colour !== "red") return undefined;
  const accounts = await warnedOf(house, dispute);
  const { case_id, org_path, due_day, number, respondent } = dispute;
  const warning = { case_id, colour, org_path, due_day, at: house.now, told: accounts.length };
  if (!(await takeWarning(house, warning))) return undefined;
  const by = formatDay(due_day);
  const words = {
    amber: `办件 ${number}（${respondent}）要在 ${by}前办结，请抓紧。`,
    red: `办件 ${number}（${respondent}）应在 ${by}前办结，已经超期，请马上办理并说明原因。`,
  };
  for (const accountId of accounts) {
    const told = { accountId, title: titles[colour], body: words[colour] };
    await tell(house, { ...told, link: disputeLink(case_id), urgent: colour === "red" });
  }
  return colour;
}

/** Runs every working morning; run again the same day it warns nobody twice. */
export const clockSweep: Sweep = {
  name: "mediation.clock",
  title: "五个工作日督办",
  cron: "0 8 * * *",
  async run(step) {
    const counts = { open: 0, amber: 0, red: 0 };
    const open = await step((house) => {
      const tomorrow = addWorkdays(dayOf(house.now), 1);
      return openDisputes(house, addCalendarDays(tomorrow, 1));
    });
    for (const dispute of open) {
      const colour = await step((house) => warn(house, dispute));
      counts.open += 1;
      if (colour) counts[colour] += 1;
    }
    return counts;
  },
};
