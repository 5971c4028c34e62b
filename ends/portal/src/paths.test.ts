// Tests of paths (网址): words are encoded, and signing in never leads to another site.
import fc from "fast-check";
import { expect, test } from "vitest";
import { paths, safeBack, withSearch } from "./paths.ts";

test("parts of a path are encoded, empty words of a search left out", () => {
  expect(paths.room("realname", "roster", "imports", "a/b")).toBe("/realname/roster/imports/a%2Fb");
  expect(withSearch("/x", { q: "张 三", page: undefined, sort: "" })).toBe(
    "/x?q=%E5%BC%A0+%E4%B8%89",
  );
});

test("signing in returns to the page that was asked for, with its search", () => {
  const asked = "/realname/roster?page=2&q=%E5%BC%A0#top";
  const back = new URLSearchParams(paths.signIn(asked).split("?")[1]).get("back");
  expect(safeBack(back ?? undefined)).toBe(asked);
});

test.each([
  undefined,
  "",
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/sign-in?back=/x",
])("%j leads home", (back) => {
  expect(safeBack(back)).toBe("/");
});

test("nothing leads to another site", () => {
  const tricky = fc.string({
    unit: fc.constantFrom("/", "\\", "\t", "\n", ".", "e", ":", "@", "%"),
  });
  fc.assert(
    fc.property(tricky, (word) => {
      const target = new URL(safeBack(`/${word}`), "https://union.example");
      expect(target.origin).toBe("https://union.example");
    }),
    { seed: 20_261_121 },
  );
});
