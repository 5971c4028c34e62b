// Figures of the cockpit (驾驶舱数字): a union's numbers now, by month for a year, and child by child.
import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";
import { dayWords } from "../../ui/words.ts";

/** Measures with a trend, in the order they stand on the wall. */
export const measures = [
  "members",
  "members.gig",
  "members.women",
  "members.kept",
  "unions",
] as const;
export type Measure = (typeof measures)[number];

const underOf = (under: string | undefined) => ({ query: under ? { under } : {} });

const readNumbers = (under: string | undefined) =>
  answer(api.GET("/api/organisations/numbers", { params: underOf(under) }));
const readChildren = (under: string | undefined) =>
  answer(api.GET("/api/organisations/numbers/children", { params: underOf(under) }));

export type Now = Awaited<ReturnType<typeof readNumbers>>;
export type ChildRow = Awaited<ReturnType<typeof readChildren>>["rows"][number];

export interface Point {
  readonly day: string;
  readonly amount: number;
}

/** What the year of one figure is drawn from. */
export interface DarkTrendProps {
  readonly points: readonly Point[];
  readonly unit: string;
}

/** The first day of the month eleven months back: twelve months with this one. */
export function yearBefore(today: string): string {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
}

/** The last day given of each month: what the number was when the month ended, or is today. */
export function byMonth(days: readonly Point[]): Point[] {
  const months = new Map<string, Point>();
  for (const point of days) months.set(point.day.slice(0, 7), point);
  return [...months.values()];
}

const trendQuery = (under: string | undefined, measure: Measure, to: string) =>
  queryOptions({
    queryKey: ["cockpit", "trend", under, measure, to],
    queryFn: async () => {
      const query = { ...underOf(under).query, measure, from: yearBefore(to), to };
      return byMonth(
        (await answer(api.GET("/api/organisations/numbers/trend", { params: { query } }))).rows,
      );
    },
    staleTime: 300_000,
  });

/** A wall is not touched: it asks again by itself. */
const everyMs = 60_000;

export function useFigures(under: string | undefined) {
  const today = dayWords(new Date());
  const now = useQuery({
    queryKey: ["cockpit", "now", under],
    queryFn: () => readNumbers(under),
    refetchInterval: everyMs,
  });
  const children = useQuery({
    queryKey: ["cockpit", "children", under],
    queryFn: () => readChildren(under),
    refetchInterval: everyMs,
  });
  const trends = useQueries({
    queries: measures.map((measure) => trendQuery(under, measure, today)),
    combine: (all) =>
      new Map(measures.map((measure, index) => [measure, all[index]?.data ?? []] as const)),
  });
  return { now, children, trends };
}
