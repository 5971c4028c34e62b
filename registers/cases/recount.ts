// Counting again (重算期限): once a year's notice is loaded, open terms that reach it follow it.
import { type CaseState, type Env, isRefusal, step } from "@niangjia/engine/process";
import { type Act, system } from "@niangjia/foundation/act";
import {
  type Announced,
  announcedName,
  checkNotice,
  loadedLately,
  takeUpCalendar,
} from "@niangjia/foundation/calendar";
import { type Day, day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import type { Delivered } from "@niangjia/foundation/outbox";
import { Refusal } from "@niangjia/foundation/refusal";
import {
  type Calendar,
  calendarInUse,
  dueBy,
  isProvisional,
  workdaysBetween,
  workdaysIn,
} from "@niangjia/foundation/workdays";
import type { LongJob, Step, Sweep } from "@niangjia/foundation/worker";
import { proceed } from "./command.ts";
import type { Offers } from "./functions.ts";
import type { previewNotice as contract } from "./recount-contract.ts";
import { casesWithTerms, idsWithTerms, type WithTerms } from "./recount-store.ts";

/** A notice may begin in the December before its year. */
const firstDayOf = (year: number): Day => day(`${year - 1}-12-01`);

interface Round {
  readonly step: Step;
  readonly offers: Offers;
  readonly notice: Announced;
  readonly goesOn?: () => boolean;
}

/** One case, in a transaction of its own; most have nothing that moves, and say so. */
async function recountOne({ step: act, offers, notice }: Round, id: string): Promise<boolean> {
  const command = { kind: "recount", opinion: notice.source } as const;
  try {
    await act((house) => proceed(house, offers, { id, command }));
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Run again after a crash it finds what is still to be moved: what was moved stays. */
async function recountAll(round: Round) {
  const { step: act, notice, goesOn = () => true } = round;
  const did = { looked: 0, moved: 0 };
  await act(takeUpCalendar);
  for (let after: string | undefined; goesOn(); ) {
    const wish = { from: firstDayOf(notice.year), after };
    const ids = await act((house) => idsWithTerms(house, wish));
    for (const id of ids) {
      did.looked += 1;
      if (await recountOne(round, id)) did.moved += 1;
    }
    after = ids.at(-1);
    if (after === undefined) break;
  }
  return did;
}

export const recountJob = (offers: Offers): LongJob => ({
  on: announcedName,
  name: "cases.recount",
  async run(act, event, stopping) {
    const { body: notice } = event as Delivered<Announced>;
    await recountAll({ step: act, offers, notice, goesOn: () => !stopping.aborted });
  },
});

const lateDays = 3;

/** What another process counted in the moment before it heard of a notice is caught in the night after. */
export const recountSweep = (offers: Offers): Sweep => ({
  name: "cases.recount",
  title: "按新的放假安排重算期限",
  cron: "20 3 * * *",
  async run(act) {
    const did = { looked: 0, moved: 0 };
    for (const notice of await act((house) => loadedLately(house, lateDays))) {
      const { looked, moved } = await recountAll({ step: act, offers, notice });
      did.looked += looked;
      did.moved += moved;
    }
    return did;
  },
});

/** The last days of a case's open terms, each at its place. */
const daysOf = ({ tasks, tokens, term }: CaseState): (Day | null)[] => [
  ...tasks.map(({ due, closed }) => (closed ? null : due)),
  ...tokens.map(({ clock, until }) => (until === null ? (clock?.due ?? null) : null)),
  term?.due ?? null,
];

const previewAtMost = 20_000;

/** What counting again would move of a case: how many of its terms, which way. */
function movedBy(env: Env, { definition, state }: WithTerms): { later: number; earlier: number } {
  const outcome = step(definition, state, { kind: "recount" }, env);
  const moved = { later: 0, earlier: 0 };
  if (isRefusal(outcome)) return moved;
  const before = daysOf(state);
  for (const [nth, now] of daysOf(outcome.state).entries()) {
    const was = before[nth];
    if (!now || !was || now === was) continue;
    moved[now > was ? "later" : "earlier"] += 1;
  }
  return moved;
}

const envOn = ({ now }: Act, calendar: Calendar): Env => ({
  ...{ now, today: dayOf(now), actor: system("cases.recount"), unions: {} },
  due: (within, start) => dueBy(within, start, calendar),
  workdaysTo: (from, to) => workdaysBetween(from, to, calendar),
});

async function foresee(house: Act, calendar: Calendar, from: Day) {
  const did = { looked: 0, later: 0, earlier: 0, more: false };
  const env = envOn(house, calendar);
  for (let after: string | undefined; ; ) {
    const rows = await casesWithTerms(house, { from, after });
    for (const row of rows) {
      const { later, earlier } = movedBy(env, row);
      did.looked += 1;
      did.later += later;
      did.earlier += earlier;
    }
    after = rows.at(-1)?.id;
    if (after === undefined) return did;
    if (did.looked >= previewAtMost) return { ...did, more: true };
  }
}

/** Nothing is kept: the same steps are taken as when it is loaded, and forgotten. */
export async function previewNotice(
  act: Act,
  { body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { notice, calendar } = await checkNotice(act, body);
  const { year, off, makeUp } = notice;
  const foreseen = isProvisional(day(`${year}-01-01`));
  const terms = await asHouse(act, (house) => foresee(house, calendar, firstDayOf(year)));
  return {
    ...{ off: [...off], makeUp: [...makeUp], ...terms },
    workdays: workdaysIn(year, calendar),
    lawful: foreseen ? workdaysIn(year, calendarInUse()) : null,
  };
}
