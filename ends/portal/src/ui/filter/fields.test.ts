// Tests of filters (筛选): what is chosen is said in words and can be taken away again.
import { expect, test } from "vitest";
import { withFilters } from "../list.ts";
import { type FilterField, filterWords, isSet, without } from "./fields.ts";

const job: FilterField = {
  kind: "choices",
  name: "job",
  title: "职业",
  options: [
    { value: "courier", title: "快递员" },
    { value: "driver", title: "司机" },
  ],
};
const joined: FilterField = { kind: "days", name: "joined", title: "入会", from: "from", to: "to" };

test("chosen values are said by their titles, an unknown one by itself", () => {
  expect(filterWords(job, { job: "courier,driver,x" })).toBe("职业：快递员、司机、x");
});

test("an open end of a span of days is said as unlimited", () => {
  expect(filterWords(joined, { from: "2026-01-01" })).toBe("入会：2026-01-01 至 不限");
});

test("a span of days is set by either end and taken away with both", () => {
  const filters = { to: "2026-03-31", q: "张" };
  expect(isSet(joined, filters)).toBe(true);
  expect(withFilters(filters, without(joined))).toEqual({ q: "张" });
});
