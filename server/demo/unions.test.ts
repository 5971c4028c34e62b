// Tests of the demo's union tree (工会组织).

import { readCode } from "@niangjia/foundation/codelists";
import { day } from "@niangjia/foundation/day";
import { findParent, isOrgPath } from "@niangjia/foundation/orgpath";
import { readUscc } from "@niangjia/foundation/uscc";
import { describe, expect, test } from "vitest";
import { unionKindCodes } from "./demo-union.ts";
import { divisionsAt } from "./divisions.ts";
import { tradeNames, trades } from "./trades.ts";
import { demoToday, demoUnions, isShownFirm } from "./unions.ts";

const unions = demoUnions("test");
const byPath = new Map(unions.map((union) => [union.path, union]));
const at = (path: string) => unions.find((union) => union.path === path);

describe("the demo's unions", () => {
  test("are the same for the same seed and others for another", () => {
    expect(demoUnions("test")).toEqual(unions);
    expect(demoUnions("other")).not.toEqual(unions);
  });

  test("have a federation for every division, named as it is", () => {
    const count = (level: string) => unions.filter((union) => union.level === level).length;
    expect(["province", "city", "county", "town"].map(count)).toEqual([1, 14, 136, 2008]);
    expect(at("/430000/")?.name).toBe("湖南省总工会");
    expect(at("/430000/430100/")?.name).toBe("长沙市总工会");
    expect(at("/430000/430100/430121/")?.name).toBe("长沙县总工会");
    expect(at("/430000/430100/430121/430121001/")?.name).toBe("星沙街道总工会");
    const names = unions.filter(({ kind }) => kind === "town").map(({ name }) => name);
    for (const name of names) expect(name).toMatch(/(总工会|工会联合会|工会委员会)$/);
  });

  test("stand in the order of their paths, each once and after the one above it", () => {
    const paths = unions.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)].toSorted());
    for (const { path, parentPath } of unions) {
      expect(isOrgPath(path)).toBe(true);
      expect(findParent(path) ?? null).toBe(parentPath);
      if (parentPath) expect(byPath.has(parentPath)).toBe(true);
    }
  });

  test("are as many at the base as wished, of all kinds, in every county with a town", () => {
    const base = unions.filter(({ level }) => level === "grassroots");
    expect(base.length).toBeGreaterThanOrEqual(600);
    expect(base.length).toBeLessThan(605);
    expect(new Set(base.map(({ kind }) => kind))).toEqual(
      new Set(["firm", "institution", "village", "trade"]),
    );
    const counties = new Set(base.map(({ divisionCode }) => divisionCode.slice(0, 6)));
    const settled = divisionsAt("town").filter(({ name }) => /(街道|镇|乡)$/.test(name));
    expect(counties).toEqual(new Set(settled.map(({ parentCode }) => parentCode)));
    const more = demoUnions("test", { grassroots: 3000 });
    expect(more.filter(({ level }) => level === "grassroots").length).toBeGreaterThanOrEqual(3000);
  });

  test("have valid credit codes, no two the same, and none where there is no legal person", () => {
    const codes = unions.flatMap(({ creditCode, employer, level }) => {
      if (level === "branch") expect(creditCode).toBeNull();
      return level === "branch" ? [] : [creditCode!, ...(employer ? [employer.creditCode] : [])];
    });
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(readUscc(code)).toMatchObject({ ok: true });
    for (const { level, creditCode } of unions) {
      if (level === "town" || level === "grassroots") expect(creditCode).toMatch(/^81/);
    }
  });

  test("have terms of three or five years that began before today; a few are overdue", () => {
    for (const { level, term, foundedDay } of unions) {
      if (level !== "grassroots" && level !== "branch") expect(term.years).toBe(5);
      expect(term.fromDay >= foundedDay && term.fromDay <= demoToday).toBe(true);
      const years = Number(term.fromDay.slice(0, 4)) - Number(foundedDay.slice(0, 4));
      expect(years).toBe((term.number - 1) * term.years);
      expect(Number(term.toDay.slice(0, 4)) - Number(term.fromDay.slice(0, 4))).toBe(term.years);
    }
    const overdue = unions.filter(({ term }) => term.toDay <= demoToday).length;
    expect(overdue).toBeGreaterThan(0);
    expect(overdue / unions.length).toBeLessThan(0.1);
  });

  test("count a branch's people once, and a branch is no older than its union", () => {
    for (const union of unions.filter(({ level }) => level === "grassroots")) {
      const branches = unions.filter(
        ({ parentPath, level }) => parentPath === union.path && level === "branch",
      );
      const inBranches = branches.reduce((sum, { staffCount }) => sum + staffCount, 0);
      expect(union.ownStaffCount).toBe(union.staffCount - inBranches);
      expect(union.ownStaffCount).toBeGreaterThan(0);
      for (const branch of branches) expect(branch.foundedDay >= union.foundedDay).toBe(true);
    }
  });

  test("name each employer once, and the union after it", () => {
    const employed = unions.filter(({ kind }) => ["firm", "institution", "village"].includes(kind));
    const names = employed.map(({ employer }) => employer!.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, employer } of employed) expect(name).toBe(`${employer!.name}工会委员会`);
  });

  test("show a firm's union first in 星沙街道", () => {
    expect(unions.filter(isShownFirm)).toMatchObject([{ kind: "firm", divisionCode: "430121001" }]);
  });

  test("are of kinds, trades and firm types that the code lists know", () => {
    for (const trade of tradeNames) {
      expect(readCode("industry", trades[trade].industry, demoToday)).toMatchObject({ ok: true });
    }
    for (const { employer, kind } of unions) {
      const code = unionKindCodes[kind];
      expect(readCode("union-kind", code, demoToday)).toMatchObject({ ok: true });
      if (!employer?.firmType) continue;
      expect(readCode("unit-kind", employer.firmType, demoToday)).toMatchObject({ ok: true });
    }
  });

  test("hold nothing younger than another today", () => {
    const today = day("2030-02-28");
    for (const { foundedDay, term } of demoUnions("test", { today })) {
      expect(foundedDay <= today && term.fromDay <= today).toBe(true);
    }
  });
});
