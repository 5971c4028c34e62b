// What a search asks for (查询条件): a filter as people state it becomes what the store looks for.
import type { Act } from "@niangjia/foundation/act";
import { addCalendarDays, type Day, day, dayOf, startOfDay } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { readIdNumber } from "@niangjia/foundation/idnumber";
import { maskIdNumber, maskPhone } from "@niangjia/foundation/masks";
import { orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { readPhone } from "@niangjia/foundation/phone";
import { refuse } from "@niangjia/foundation/refusal";
import { addWorkdays, HorizonError } from "@niangjia/foundation/workdays";
import { phoneBlinds } from "../members/index.ts";
import { findUnion } from "../organisations/index.ts";
import {
  type CaseFilter,
  type ClockState,
  type findWho,
  searchRefusals,
} from "./search-contract.ts";
import type { Reach, Wanted } from "./search-store.ts";
import { foldWords, nameBlinds, numberBlinds } from "./search-words.ts";

const looksLikeNumber = (q: string): boolean => /^\d{4,8}(?:-\d{0,8})?$/.test(q);

const looksLikeName = (q: string): boolean => /^[\p{Script=Han}·]{2,15}$/u.test(q);

/** What a typed text asks for: the start of a number, or words that may be a name. */
function asked({ keys }: Act, q: string): Pick<Wanted, "number" | "words" | "named"> {
  if (looksLikeNumber(q)) return { number: q };
  const words = foldWords(q)
    .split(" ")
    .filter((word) => Array.from(word).length >= 2);
  // What is left of a text too short for an index is looked for as a number, which finds nothing.
  if (words.length === 0) return { number: q };
  return { words, ...(looksLikeName(q) ? { named: nameBlinds(keys, q) } : {}) };
}

/** The code of a person for a list's address: keyed hashes, from which no number comes back. */
const writeWho = (blinds: readonly Buffer[]): string =>
  blinds.map((blind) => blind.toString("base64url")).join(".");

const readWho = (who: string): Buffer[] =>
  who.split(".").map((blind) => Buffer.from(blind, "base64url"));

/** An identity number or a phone, as the code that a list is narrowed by. */
export async function whoOf(
  act: Act,
  { body: { number } }: Asked<typeof findWho>,
): Promise<Answer<typeof findWho>> {
  const phone = readPhone(number);
  if (phone.ok) {
    return { who: writeWho(phoneBlinds(act.keys, phone.value)), mask: maskPhone(phone.value) };
  }
  const id = readIdNumber(number, { today: dayOf(act.now), typed: true });
  if (!id.ok) throw refuse(searchRefusals.unreadable, { words: { say: id.say } });
  const { number: whole } = id.value;
  return { who: writeWho(numberBlinds(act.keys, whole)), mask: maskIdNumber(whole) };
}

/** The path of a union under the actor's post; the post's own without an id. Refuses others. */
export async function pathWithin(act: Act, unionId: string | undefined): Promise<string> {
  const own = act.actor.post?.orgPath ?? "/";
  if (unionId === undefined) return own;
  const union = await findUnion(act, unionId);
  if (!union?.path.startsWith(own)) throw refuse(searchRefusals.unionNotFound);
  return union.path;
}

async function reachOf(act: Act, { unionId, below }: CaseFilter): Promise<Reach> {
  const { accountId, personId, post } = act.actor;
  if (post === null) {
    if (accountId === null || personId === null) throw new Error("a search is somebody's");
    return { accountId, personId };
  }
  const path = await pathWithin(act, unionId);
  return below ? { range: rangeOf(orgPath(path)) } : { path };
}

/** The next working day, or in a year whose holidays nobody can know the next day. */
function nextWorkday(today: Day): Day {
  try {
    return addWorkdays(today, 1);
  } catch (error) {
    if (error instanceof HorizonError) return addCalendarDays(today, 1);
    throw error;
  }
}

function clockWish(
  clock: ClockState | undefined,
  today: Day,
): Pick<Wanted, "due"> & { readonly paused?: true } {
  switch (clock) {
    case undefined:
      return {};
    case "red":
      return { due: { to: addCalendarDays(today, -1) } };
    case "amber":
      return { due: { from: today, to: nextWorkday(today) } };
    case "ok":
      return { due: { from: addCalendarDays(nextWorkday(today), 1) } };
    case "none":
      return { due: "none" };
    case "paused":
      return { paused: true };
  }
}

/** A filter as the store takes it. Refuses a union out of reach. */
export async function wantedOf(act: Act, filter: CaseFilter): Promise<Wanted> {
  const { q, who, function: functions, role, seatUnionId, filedFrom, filedTo } = filter;
  const { paused, ...due } = clockWish(filter.clock, dayOf(act.now));
  return {
    reach: await reachOf(act, filter),
    ...(q ? asked(act, q) : {}),
    people: who ? readWho(who) : undefined,
    ...due,
    functions,
    statuses: paused ? ["returned"] : filter.status,
    role,
    seatPath: seatUnionId ? await pathWithin(act, seatUnionId) : undefined,
    filedFrom: filedFrom ? startOfDay(day(filedFrom)) : undefined,
    filedBefore: filedTo ? startOfDay(addCalendarDays(day(filedTo), 1)) : undefined,
  };
}
