// First rows against a Map: whatever is put in, in whatever order, is found again and nothing else.
import fc from "fast-check";
import { expect, test } from "vitest";
import { FirstRows } from "./first-rows.ts";

const digits = (count: number) =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, "0"));

const document = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("430121", "430102", "110101"),
      fc.constantFrom("18", "19", "20"),
      digits(6),
      digits(3),
    )
    .map((parts) => `111:${parts.join("")}X`),
  fc.string({ maxLength: 6 }).map((text) => `414:${text}`),
);

test("documents are found again with their value, and others are not", () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 6_000 }), fc.array(document), (put, asked) => {
      const rows = new FirstRows();
      const map = new Map<string, number>();
      for (const [value, key] of put.entries()) {
        if (map.has(key)) continue;
        map.set(key, value);
        rows.add(key, value);
      }
      for (const key of [...put, ...asked]) expect(rows.get(key)).toBe(map.get(key));
    }),
    { numRuns: 30, seed: Number(process.env.SEED ?? Date.now() % 1_000_000), verbose: 1 },
  );
});

test("numbers close to each other keep apart, and a hundred thousand take little time", () => {
  const rows = new FirstRows();
  const keyOf = (index: number) =>
    `111:430121${1950 + (index % 60)}0${1 + (index % 9)}${10 + (index % 18)}${String(index % 1000).padStart(3, "0")}X`;
  const keys = new Set(Array.from({ length: 100_000 }, (_, index) => keyOf(index)));
  for (const [value, key] of [...keys].entries()) rows.add(key, value);
  for (const [value, key] of [...keys].entries()) expect(rows.get(key)).toBe(value);
});
