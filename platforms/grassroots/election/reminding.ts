// Reminding (到期提醒): which reminder of a term is due, and telling the union and the one above, once each.
import { postsOnLine } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, type Day, dayOf, daysBetween, formatDay } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { tell } from "@niangjia/foundation/notices";
import { orgPath } from "@niangjia/foundation/orgpath";
import { unionStaff } from "@niangjia/foundation/roles";
import { parametersOn } from "./parameters.ts";
import { noteReminder, type RunningTerm } from "./terms-store.ts";

/** Days before the end, the longest first; as they stand where the union is. */
export function aheadOf(today: Day, division: string): number[] {
  const on = parametersOn(today, division);
  return [on.firstReminder, on.secondReminder, on.lastReminder].map(({ value }) => value.days);
}

/** The latest reminder whose day has come; undefined before the first. Past ones are not caught up. */
export function dueReminder(term: RunningTerm, today: Day): number | undefined {
  return aheadOf(today, term.division).findLast(
    (ahead) => addCalendarDays(term.endDay, -ahead) <= today,
  );
}

interface Listeners {
  /** Officers and chair of the union itself. */
  readonly own: readonly string[];
  /** Whoever works at the union above; where nobody does, at the next one where somebody does. */
  readonly above: readonly string[];
}

async function listenersOf(house: Act, { path }: RunningTerm): Promise<Listeners> {
  const wish = { path: orgPath(path), roles: unionStaff, upwards: true, atMost: 200 };
  const line = await postsOnLine(house, wish);
  const [next] = line.filter((post) => post.orgPath !== path);
  const accounts = (posts: typeof line) => [...new Set(posts.map(({ accountId }) => accountId))];
  return {
    own: accounts(line.filter((post) => post.orgPath === path && post.role !== "cadre")),
    above: accounts(line.filter((post) => post.orgPath === next?.orgPath)),
  };
}

function wordsOf({ name, number, endDay }: RunningTerm, today: Day) {
  const left = daysBetween(today, endDay);
  const day = formatDay(endDay);
  const when = left < 0 ? `已在 ${day}届满` : `在 ${day}届满，还有 ${left} 天`;
  return {
    title: left < 0 ? "工会任期已经届满" : "工会任期快届满了",
    body: `“${name}”第 ${number} 届${when}。请准备换届，及时报送“换届申请”；来不及的申请延期。`,
    link: "/functions/election.renew",
  };
}

const namedAtMost = 3;
const listLink = "/grassroots/election";

/** One notice, however many unions it is about. */
function wordsOfAll(terms: readonly RunningTerm[], today: Day) {
  const [first] = terms;
  if (terms.length === 1 && first) return { ...wordsOf(first, today), link: listLink };
  const names = terms.slice(0, namedAtMost).map(({ name, endDay }) => `“${name}”（${endDay}）`);
  return {
    title: "工会任期快届满了",
    body: `有 ${terms.length} 个工会的任期已经届满或者快届满：${names.join("、")}${terms.length > namedAtMost ? "等" : ""}。请督促换届。`,
    link: listLink,
  };
}

export interface Reminded {
  /** Unions that heard of a reminder now. */
  readonly reminded: number;
  /** People who were told. */
  readonly told: number;
}

interface Telling extends Listeners {
  readonly term: RunningTerm;
}

/** Notes what is due of each term and was not told of before; answers those. */
async function noted(house: Act, terms: readonly RunningTerm[], by: string | null) {
  const today = dayOf(house.now);
  const fresh: Telling[] = [];
  for (const term of terms) {
    const ahead = dueReminder(term, today);
    if (ahead === undefined) continue;
    const { own, above } = await listenersOf(house, term);
    const isFirst = await noteReminder(house, {
      ...{ term_id: term.termId, end_day: term.endDay, ahead, union_id: term.unionId },
      ...{ org_path: term.path, day: today, told: new Set([...own, ...above]).size },
      by_account: by,
    });
    if (isFirst) fresh.push({ term, own, above });
  }
  return fresh;
}

/**
 * Tells of what is due of the terms of unions right below one, unless it was told of already: each
 * union of its own, and who is above of all of them at once.
 */
export async function remind(act: Act, terms: readonly RunningTerm[]): Promise<Reminded> {
  return asHouse(act, async (house) => {
    const today = dayOf(house.now);
    const fresh = await noted(house, terms, act.actor.accountId);
    const told = new Set<string>();
    const say = async (accountId: string, words: ReturnType<typeof wordsOf>) => {
      await tell(house, { accountId, ...words });
      told.add(accountId);
    };
    for (const { term, own } of fresh) {
      for (const accountId of own) await say(accountId, wordsOf(term, today));
    }
    const [first] = fresh;
    const all = fresh.map(({ term }) => term);
    for (const accountId of first?.above ?? []) await say(accountId, wordsOfAll(all, today));
    return { reminded: fresh.length, told: told.size };
  });
}
