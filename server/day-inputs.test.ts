// Days and moments that requests bring (日期): every contract takes real ones of years that cases can be about.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { rooms } from "./rooms.ts";
import { houseRoutes } from "./routes.ts";
import { openTestHouse, type TestHouse, tree } from "./testing.ts";

const formats = ["date", "datetime"] as const;
type Format = (typeof formats)[number];

const isShape = (value: unknown): value is z.core.$ZodType =>
  typeof value === "object" && value !== null && "_zod" in value;

/** The shapes inside a shape: of its fields, its items, what it may be and what it becomes. */
function within(shape: z.core.$ZodType): z.core.$ZodType[] {
  const held = Object.values({ ...shape._zod.def }).flatMap((part): unknown[] => {
    if (isShape(part)) return [part];
    return typeof part === "object" && part !== null ? Object.values(part) : [];
  });
  return held.filter(isShape);
}

/** Every shape of a day or moment in it; one that holds itself is looked at once. */
function timesIn(shape: z.core.$ZodType, seen = new Set<z.core.$ZodType>()): Found[] {
  if (seen.has(shape)) return [];
  seen.add(shape);
  const format = "format" in shape._zod.def && formats.find((one) => one === formatOf(shape));
  const own = format ? [{ format, shape }] : [];
  return [...own, ...within(shape).flatMap((inner) => timesIn(inner, seen))];
}

interface Found {
  readonly format: Format;
  readonly shape: z.core.$ZodType;
}

const formatOf = ({ _zod: { def } }: z.core.$ZodType) => ("format" in def ? def.format : undefined);

const cases = houseRoutes(rooms).flatMap(({ contract: { id, params, query, body } }) => {
  const found = [params, query, body].flatMap((shape) => (shape ? timesIn(shape) : []));
  return found.map(
    ({ format, shape }, nth) => [`${id} ${format} ${nth + 1}`, format, shape] as const,
  );
});

const wrong: Readonly<Record<Format, readonly string[]>> = {
  date: [
    "0001-01-01",
    "1899-12-31",
    "2200-01-01",
    "9999-12-31",
    "2026-02-30",
    "2026-13-01",
    "今天",
  ],
  datetime: ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-02-30T09:00:00+08:00", "现在"],
};
const right: Readonly<Record<Format, string>> = {
  date: "2026-11-21",
  datetime: "2026-11-21T09:00:00+08:00",
};

describe("what requests say of days and moments", () => {
  it("is found in the contracts", () => {
    expect(cases.length).toBeGreaterThan(30);
  });

  it.each(cases)(
    "%s is of a year that can be meant, and says so in Chinese",
    (_id, format, shape) => {
      expect(z.safeParse(shape, right[format]).success).toBe(true);
      for (const text of wrong[format]) {
        const { error } = z.safeParse(shape, text);
        expect(error?.issues[0]?.message, text).toMatch(/年份在 1900 至 2199 之间/);
      }
    },
  );
});

describe("a request about the year 1", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse({ closeAfter: "caller" });
  });
  afterAll(() => house.close());

  it.each(["0001-01-01", "9999-12-31", "2026-02-30"])(
    "is told what a day looks like: %s",
    async (day) => {
      const officer = await house.signIn("officer", tree.firm);
      for (const url of [`/api/members?joinedFrom=${day}`, `/api/cases?filedFrom=${day}`]) {
        const { status, body } = await officer.get(url);
        expect(status, url).toBe(400);
        expect(JSON.stringify(body)).toContain("日期请写成 2026-03-05 这样");
      }
    },
  );
});
