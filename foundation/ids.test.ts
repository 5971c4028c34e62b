// Tests of ids (标识).
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { instantOf, isId, newId } from "./ids.ts";

afterEach(() => {
  vi.useRealTimers();
});

const rises = (ids: readonly string[]) =>
  ids.every((id, index) => index === 0 || ids[index - 1]! < id);

test("an id is a version 7 UUID of the variant of RFC 9562", () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("a hundred thousand ids rise and differ", () => {
  const ids = Array.from({ length: 100_000 }, () => newId());
  expect(rises(ids)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test("ids rise though the clock is set back", () => {
  vi.useFakeTimers({ now: Date.now() + 60_000 });
  const before = newId();
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(rises([before, newId(), newId()])).toBe(true);
});

test("an id bears the instant it is given and sorts by it", () => {
  const instants = fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, instants, (left, right) => {
      const [first, second] = [newId(left), newId(right)];
      expect(instantOf(first)).toEqual(left);
      expect(first < second).toBe(left.getTime() <= right.getTime());
    }),
  );
});

test("ids of one instant rise though transactions with other instants take turns", () => {
  const [early, late] = [new Date("2026-01-01T00:00:00Z"), new Date("2026-01-01T00:00:00.001Z")];
  const turns = Array.from({ length: 2000 }, (_, index) => newId(index % 3 === 0 ? late : early));
  expect(rises(turns.filter((id) => instantOf(id) < late))).toBe(true);
  expect(rises(turns.filter((id) => instantOf(id) >= late))).toBe(true);
});

test("an explicit instant of the future does not hold back the ids after it", () => {
  newId(new Date("2999-01-01"));
  expect(instantOf(newId()).getFullYear()).toBeLessThan(2999);
});

test("instants that have no id, and texts that are none, are told", () => {
  expect(() => newId(new Date(-1))).toThrow(RangeError);
  expect(() => newId(new Date(Number.NaN))).toThrow(RangeError);
  expect(isId("0191d0a0-0000-4000-8000-000000000000")).toBe(false);
  expect(isId(`${newId()}'; drop table`)).toBe(false);
  expect(() => instantOf("no")).toThrow(RangeError);
});
