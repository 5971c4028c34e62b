// Tests of a list (列表): its order in one word, its filters, and the ways from an open row to its neighbours.
import { describe, expect, test, vi } from "vitest";
import { openRowOf, sortingOf, withFilters } from "./list.ts";

test("a minus before the word is the descending order", () => {
  expect(sortingOf("-joined")).toEqual({ key: "joined", descending: true });
  expect(sortingOf("joined")).toEqual({ key: "joined", descending: false });
  expect(sortingOf(undefined)).toBeUndefined();
});

test("an empty word takes its filter away and leaves the others", () => {
  expect(withFilters({ q: "张", state: "active" }, { q: "", sex: "2" })).toEqual({
    state: "active",
    sex: "2",
  });
});

describe("from an open row", () => {
  const rows = [{ id: "a" }, { id: "b" }, { id: "c" }];
  const at = (openKey: string | undefined) => {
    const open = vi.fn();
    return { open, ...openRowOf(rows, ({ id }) => id, { openKey, open }) };
  };

  test("one goes to the row before and the row after", () => {
    const { open, row, onPrevious, onNext } = at("b");
    expect(row).toEqual({ id: "b" });
    onPrevious?.();
    onNext?.();
    expect(open.mock.calls).toEqual([["a"], ["c"]]);
  });

  test("there is no way past the first and the last of the page", () => {
    expect(at("a").onPrevious).toBeUndefined();
    expect(at("c").onNext).toBeUndefined();
  });

  test("a row that is not on this page has no neighbours", () => {
    expect(at("z")).toMatchObject({ row: undefined, onPrevious: undefined, onNext: undefined });
    expect(at(undefined).row).toBeUndefined();
  });
});
