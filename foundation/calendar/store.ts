// Store of holiday notices (放假安排): the last one of each year, as it was loaded.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import type { HolidayYear } from "../holidays.ts";
import { newId } from "../ids.ts";

export interface LoadedYear extends HolidayYear {
  readonly loadedAt: Date;
}

export async function loadedYears(act: Act): Promise<LoadedYear[]> {
  const { rows } = await sql<LoadedYear>`
    select distinct on (year) year, off, make_up as "makeUp", source, loaded_at as "loadedAt"
    from access.holiday_notices order by year, loaded_at desc, id desc`.execute(act.tx);
  return rows;
}

export async function addNotice(
  house: Act,
  { year, off, makeUp, source }: HolidayYear,
  by: string | null,
): Promise<void> {
  await sql`insert into access.holiday_notices
      (id, year, off, make_up, source, loaded_by, loaded_at)
    values (${newId(house.now)}, ${year}, ${[...off]}::text[], ${[...makeUp]}::text[], ${source},
      ${by}, ${house.now})`.execute(house.tx);
}

/** Whether nobody is above the union of a path: what is loaded there holds for the whole house. */
export async function isTop(act: Act, path: string): Promise<boolean> {
  const { rows } = await sql`select from organisation.unions
    where path = ${path} and parent_id is null`.execute(act.tx);
  return rows.length > 0;
}

/** Every process of the house that listens takes the calendar up anew once this act is done. */
export async function tellCalendarChanged(act: Act): Promise<void> {
  await sql`select pg_notify(${calendarChannel}, '')`.execute(act.tx);
}

export const calendarChannel = "niangjia_calendar";
