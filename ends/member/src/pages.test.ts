// Tests of addresses (地址): what Taro goes to, and where the links of notices lead.
import { expect, test } from "vitest";
import appConfig from "./app.config.ts";
import { pageOfLink, pages, pageUrl } from "./pages.ts";

test("values of an address are escaped", () => {
  expect(pageUrl("fill", { id: "membership.join", unionName: "星沙 & 街道" })).toBe(
    "/desk/fill?id=membership.join&unionName=%E6%98%9F%E6%B2%99%20%26%20%E8%A1%97%E9%81%93",
  );
});

test("a notice's link to a case or a proposal opens it; any other link opens nothing", () => {
  expect(pageOfLink("/cases/0192-ab")).toEqual({ page: "case", values: { id: "0192-ab" } });
  expect(pageOfLink("/cases/0192-ab#rate")).toEqual({
    page: "case",
    values: { id: "0192-ab", rate: "1" },
  });
  expect(pageOfLink("/grassroots/proposals/0192-ab")).toEqual({
    page: "proposal",
    values: { id: "0192-ab" },
  });
  expect(pageOfLink("/members/1")).toBeUndefined();
  expect(pageOfLink(null)).toBeUndefined();
});

test("every page has a place in the App's list, and the list holds no other", () => {
  const listed = [
    ...appConfig.pages,
    ...appConfig.subPackages.flatMap(({ root, pages: own }) =>
      own.map((page) => `${root}/${page}`),
    ),
  ];
  expect([...listed].sort()).toEqual(Object.values(pages).sort());
});
