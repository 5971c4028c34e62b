// A calendar (日历) for the demo: days as text and as numbers, quick enough for a million people.

const dayMs = 86_400_000;
const firstEpochDay = Date.UTC(1930, 0, 1) / dayMs;

/** Every day from 1930-01-01 on as `YYYY-MM-DD`, 120 years of them. */
const dayTexts: readonly string[] = Array.from({ length: 43_830 }, (_, index) =>
  new Date((firstEpochDay + index) * dayMs).toISOString().slice(0, 10),
);

/** Days from 1970-01-01 to that `YYYY-MM-DD`; negative before. */
export const epochDayOf = (day: string): number => Date.parse(day) / dayMs;

/** The `YYYY-MM-DD` of a number of days from 1970-01-01; a day outside 1930–2049 is a bug. */
export function dayOf(epochDay: number): string {
  const text = dayTexts[epochDay - firstEpochDay];
  if (text === undefined) throw new Error(`day ${epochDay} is outside the demo's calendar`);
  return text;
}

/** Whole years lived on `today`. Both are `YYYY-MM-DD`. */
export function ageOn(today: string, birthDay: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDay.slice(0, 4));
  return today.slice(5) < birthDay.slice(5) ? years - 1 : years;
}

/** Months from year 0 to the month of a `YYYY-MM-DD`. */
export const monthIndex = (day: string): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The same day of the year some years on; 29 February moves to the 28th. */
export function yearsLater(day: string, years: number): string {
  const monthDay = day.slice(5) === "02-29" ? "02-28" : day.slice(5);
  return `${Number(day.slice(0, 4)) + years}-${monthDay}`;
}
