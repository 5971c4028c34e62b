// Days numbered by working days (工作日序号): in SQL a duration is then the difference of two numbers.
import { addCalendarDays, type Day, weekdayOf } from "@niangjia/foundation/day";
import { HorizonError, isWorkday } from "@niangjia/foundation/workdays";
import { type RawBuilder, sql } from "kysely";

/** Tasks that lay longer count as opened so many days before the first. */
const lookBackDays = 730;
/** Terms end no later than so many days after the last. */
const lookAheadDays = 366;

/** In a year whose holidays nobody can know a statistic goes by weekdays; a due date never does. */
function worked(of: Day): boolean {
  try {
    return isWorkday(of);
  } catch (error) {
    if (error instanceof HorizonError) return weekdayOf(of) % 6 !== 0;
    throw error;
  }
}

/** `with` this a statement may join `numbered (day, n)` for every day around a span. */
export function numbered(from: Day, to: Day): RawBuilder<unknown> {
  const days: Day[] = [];
  const numbers: number[] = [];
  let number = 0;
  const last = addCalendarDays(to, lookAheadDays);
  for (let at = addCalendarDays(from, -lookBackDays); at <= last; at = addCalendarDays(at, 1)) {
    if (worked(at)) number += 1;
    days.push(at);
    numbers.push(number);
  }
  return sql`numbered as (
    select * from unnest(${days}::date[], ${numbers}::int[]) as numbered (day, n))`;
}

/** Since when a task `t` waits, with whoever had it: handing on does not begin a step anew. */
export const begun: RawBuilder<unknown> = sql`coalesce(t.begun_at, t.opened_at)`;

/** The day of an instant where the union is. */
export const dayIn = (instant: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${instant} at time zone 'Asia/Shanghai')::date`;

const segments = (count: number): RawBuilder<unknown> =>
  sql.raw(
    Array.from(
      { length: count },
      (_, nth) => `'/' || split_part(t.org_path, '/', ${nth + 2})`,
    ).join(" || "),
  );

/** Joins the county above the seat of a task `t`: the second or the third union of its line. */
export const counties: RawBuilder<unknown> = sql`
  left join organisation.unions k3 on k3.level = 'county' and k3.path = ${segments(3)} || '/'
  left join organisation.unions k2 on k2.level = 'county' and k2.path = ${segments(2)} || '/'`;

/** That county's path; the seat's own where no county is above it. */
export const place: RawBuilder<string> = sql`coalesce(k3.path, k2.path, t.org_path)`;
