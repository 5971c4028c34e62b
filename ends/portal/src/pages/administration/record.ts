// The record (操作记录): entries and looks, asked as a list's place in the URL says.
import { answer, api } from "../../client.ts";
import type { ListState } from "../../ui/list.ts";

const dayMs = 86_400_000;

/** A day of the filter as the instant it begins in China; `after` days on for an end that is included. */
export function instantOf(day: string | undefined, after = 0): string | undefined {
  if (!day) return undefined;
  const begins = Date.parse(`${day}T00:00:00+08:00`);
  return Number.isNaN(begins) ? undefined : new Date(begins + after * dayMs).toISOString();
}

export function readEntries({ page, size, filters }: ListState) {
  const { action, actor, subject } = filters;
  const from = instantOf(filters.from);
  const to = instantOf(filters.to, 1);
  const query = {
    page,
    size,
    ...(action ? { action } : {}),
    ...(actor ? { actor } : {}),
    ...(subject ? { subject } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
  return answer(api.GET("/api/audit/entries", { params: { query } }));
}

export type Entry = Awaited<ReturnType<typeof readEntries>>["rows"][number];

export const readLooks = ({ page, size }: ListState) =>
  answer(api.GET("/api/audit/looks", { params: { query: { page, size } } }));

export type Look = Awaited<ReturnType<typeof readLooks>>["rows"][number];
