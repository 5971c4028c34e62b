// Counting again (重算期限): running terms under a calendar that was told better since they began.
import type { Day } from "@niangjia/foundation/day";
import type { Env } from "./outcome.ts";
import { openTokens, undecided } from "./reading.ts";
import type { Clock } from "./state.ts";
import { endOf } from "./time.ts";
import type { Work } from "./work.ts";

/**
 * Which days are worked the yearly notice says (全国年节及纪念日放假办法 art 7); what stood before was
 * a forecast. What a handler must have done by then follows the notice either way: a rule's
 * 「在…个工作日内」 is the longest they may take. Until when others may still do something moves later
 * only: 「不少于…个工作日」 is the least they have, and they rely on the day they were told.
 */
type Direction = "either" | "later";

/** True when any term moved. */
export function recount(work: Work): boolean {
  const { env } = work;
  let moved = false;
  for (const task of undecided(work)) {
    const clock = again(task, env, task.own ? "later" : "either");
    if (!clock) continue;
    work.setTask(task.id, clock);
    moved = true;
  }
  for (const { id, clock: before } of openTokens(work)) {
    const clock = before && again(before, env, "later");
    if (!clock) continue;
    work.setToken(id, { clock: { ...before, ...clock } });
    moved = true;
  }
  const whole = work.term && again(work.term, env, "either");
  if (whole) work.term = { ...work.term!, ...whole };
  return moved || whole !== undefined;
}

const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);
const earlierOf = (one: Day, other: Day): Day => (one < other ? one : other);

/** The new last day and the next look, or undefined when nothing moves. Nobody is made late by it. */
function again(
  { due, alarm, counted }: Clock,
  env: Env,
  direction: Direction,
): Pick<Clock, "due" | "alarm"> | undefined {
  if (due === null || !counted) return undefined;
  const today = env.due({ workdays: 0 }, env.today);
  const least = direction === "later" ? due : earlierOf(due, today);
  const now = laterOf(endOf(counted, env), least);
  if (now === due) return undefined;
  return { due: now, alarm: alarm === null || alarm === due ? now : laterOf(alarm, now) };
}
