// Over time (走势): scores that hold until the next one, written out for each day or each month's end.
import type { TrendPoint } from "./scores.ts";

const dayMs = 86_400_000;

/** Histories up to so many days are drawn by day, longer ones by month. */
const byDayUpTo = 45;

const nextDay = (day: string): string =>
  new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);

export interface Moment {
  /** A day, or a month where the time is long. */
  readonly name: string;
  readonly point: TrendPoint;
}

/** Every day from the first point to `today`, each with the numbers that held on it. */
function everyDay(points: readonly TrendPoint[], today: string): Moment[] {
  const byDay = new Map(points.map((point) => [point.day, point]));
  const days: Moment[] = [];
  let held = points[0];
  for (let day = held?.day; held && day && day <= today; day = nextDay(day)) {
    held = byDay.get(day) ?? held;
    days.push({ name: day, point: held });
  }
  return days;
}

/** Oldest first. Of a month its last day speaks, of this month today. */
export function overTime(points: readonly TrendPoint[], today: string): Moment[] {
  const days = everyDay(points, today);
  if (days.length <= byDayUpTo) return days;
  const months = new Map(days.map(({ name, point }) => [name.slice(0, 7), point]));
  return [...months].map(([name, point]) => ({ name, point }));
}
