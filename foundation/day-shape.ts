// The shape of a day (日期) and of a moment that contracts take: real ones, of years that cases can be about.
import { z } from "zod";

// Every birth day of somebody alive and every term there is; PostgreSQL and `day()` know them all.
const first = "1900-01-01";
const last = "2199-12-31";

const years = "年份在 1900 至 2199 之间";
const fault = `日期请写成 2026-03-05 这样，${years}`;
const momentFault = `时间请写成 2026-01-31T09:00:00+08:00 这样，${years}`;

const missing =
  (asked: string, otherwise: string) =>
  ({ input }: { readonly input?: unknown }): string =>
    input === undefined || input === null || input === "" ? asked : otherwise;

/** `YYYY-MM-DD`, 1900 to 2199. */
export const dayShape = z.iso
  .date({ error: missing("请填写日期，如 2026-03-05", fault) })
  .refine((text) => first <= text && text <= last, fault);

/** ISO 8601 with its offset, 1900 to 2199. */
export const momentShape = z.iso
  .datetime({ offset: true, error: missing("请填写时间", momentFault) })
  .refine((text) => first <= text && text.slice(0, 10) <= last, momentFault);
