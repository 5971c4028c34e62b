// Tests of a list's place (列表状态): what the URL says, and what it leaves unsaid.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { queryOf, readListState, writeListState } from "./list-state.ts";

describe("reading the URL", () => {
  test("an empty one is the first page in the page's usual order", () => {
    expect(readListState({}, { sort: "-joined" })).toEqual({
      page: 1,
      size: 20,
      sort: "-joined",
      filters: {},
    });
  });

  test.each(["0", "-3", "1.5", "abc", "1e999"])("page %s is the first page", (page) => {
    expect(readListState({ page }).page).toBe(1);
  });

  test("a size the server would refuse becomes the usual", () => {
    expect(readListState({ size: "100000" }).size).toBe(20);
  });

  test("the open row and the tab are no filters", () => {
    expect(readListState({ q: "张", open: "person-1", tab: "mine" }).filters).toEqual({ q: "张" });
  });
});

test("what is written reads back as the same place", () => {
  const state = fc.record({
    page: fc.integer({ min: 1, max: 9999 }),
    size: fc.constantFrom(20, 50, 100),
    sort: fc.constantFrom("name", "-joined", undefined),
    filters: fc.dictionary(
      fc.constantFrom("q", "status", "joinedFrom"),
      fc.string({ minLength: 1, maxLength: 12 }),
    ),
  });
  fc.assert(
    fc.property(state, (place) => {
      const words = writeListState(place);
      const url = Object.fromEntries(new URLSearchParams(words));
      expect(readListState(url)).toEqual({ ...place, filters: { ...place.filters } });
    }),
    { seed: 20_261_121 },
  );
});

test("the usual is left out of the address", () => {
  const usual = { sort: "-joined", size: 50 };
  expect(writeListState({ page: 1, size: 50, sort: "-joined", filters: {} }, usual)).toEqual({});
});

test("the server is asked with the filters beside page, size and order", () => {
  expect(queryOf({ page: 2, size: 20, sort: "name", filters: { q: "张" } })).toEqual({
    q: "张",
    page: 2,
    size: 20,
    sort: "name",
  });
});
