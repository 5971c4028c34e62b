// Tests of code lists (代码表).
import { expect, test } from "vitest";
import type { CodeList } from "./codelist.ts";
import {
  codeLists,
  keyGigOccupations,
  type ListName,
  listOn,
  nameOf,
  readCode,
} from "./codelists.ts";
import { day } from "./day.ts";

const today = day("2026-11-21");

const lists = Object.entries(codeLists) as [ListName, CodeList][];

const read = (list: ListName, text: string, on = today) => {
  const reading = readCode(list, text, on);
  return reading.ok ? reading.value.code : reading.fault;
};

test.each(lists)("every version of %s reads its own codes, names and words", (name, list) => {
  for (const version of list.versions) {
    for (const [code, ...words] of version.entries) {
      for (const text of [code, ...words]) expect(read(name, text, version.from), text).toBe(code);
    }
  }
});

test.each(lists)("the codes and words of %s are each written once in a version", (_name, list) => {
  for (const { entries } of list.versions) {
    const codes = entries.map(([code]) => code);
    const words = entries.flatMap(([, ...all]) => all);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  }
});

test.each(lists)(
  "versions of %s follow one another and every old code has a new one",
  (name, list) => {
    const froms = list.versions.map((version) => version.from);
    expect([...froms].sort()).toEqual(froms);
    const current = new Set(listOn(name, today).entries.map((entry) => entry.code));
    for (const [index, version] of list.versions.slice(0, -1).entries()) {
      const next = list.versions[index + 1]!.entries.map(([code]) => code);
      for (const [code] of version.entries) expect(next).toContain(version.becomes?.[code] ?? code);
      for (const code of Object.keys(version.becomes ?? {})) {
        expect(version.entries.map(([known]) => known)).toContain(code);
      }
    }
    for (const [code] of list.versions.at(-1)!.entries) expect(current).toContain(code);
  },
);

test("the lists have the sizes their documents give", () => {
  const size = (list: ListName) => listOn(list, today).entries.length;
  expect(listOn("ethnic-group", today).entries.filter(({ code }) => code <= "56")).toHaveLength(56);
  expect(size("political-status")).toBe(13);
  expect(size("skill-grade")).toBe(8);
  expect(size("employment")).toBe(9);
  expect(size("unit-kind")).toBe(16);
  expect(size("industry")).toBe(20);
  expect(listOn("gig-occupation", day("2018-05-01")).entries).toHaveLength(8);
  expect(keyGigOccupations.map((code) => nameOf("gig-occupation", code))).toEqual([
    "货车司机",
    "快递员",
    "外卖配送员",
    "网约车司机",
  ]);
});

test.each([
  ["sex", "男", "1"],
  ["sex", "Ｆ", "2"],
  ["sex", "1.0", "1"],
  ["ethnic-group", "土家", "15"],
  ["ethnic-group", "毛难族", "36"],
  ["ethnic-group", "1", "01"],
  ["ethnic-group", "01汉族", "01"],
  ["ethnic-group", "han", "unknown"],
  ["education", " 大 专 ", "30"],
  ["education", "21-大学本科毕业", "21"],
  ["education", "21|本科毕业", "21"],
  ["education", "1.5", "unknown"],
  ["political-status", "中共党员", "01"],
  ["political-status", "3", "03"],
  ["political-status", "共青团员", "03"],
  ["employment", "待(下)岗", "2"],
  ["employment", "内退", "7"],
  ["document-kind", "身份证", "111"],
  ["household-kind", "农业户口", "12"],
  ["unit-kind", "民营企业", "170"],
  ["industry", "c", "C"],
  ["gig-occupation", "外卖骑手", "06"],
  ["membership-change", "入会", "1"],
  ["union-kind", "联合基层工会", "2"],
  ["yes-no", "√", "1"],
  ["yes-no", "无", "0"],
] as const)("%s: %s is read as %s", (list, text, code) => {
  expect(read(list, text)).toBe(code);
});

test.each([
  ["education", "", "empty"],
  ["education", "无", "empty"],
  ["education", "-", "empty"],
  ["education", "哈佛", "unknown"],
  ["education", "1/2", "unknown"],
  ["education", "constructor", "unknown"],
  ["education", "21大学专科毕业", "contradiction"],
  ["sex", "男女", "unknown"],
] as const)("%s: %s is refused as %s", (list, text, fault) => {
  expect(read(list, text)).toBe(fault);
});

test("old codes and names are mapped, and the reading says so", () => {
  expect(readCode("skill-grade", "3", today)).toEqual({
    ok: true,
    value: {
      list: "skill-grade",
      code: "40",
      name: "高级工",
      version: "人社部发〔2022〕14号",
      mapped: true,
    },
    notes: ["旧代码“3 高级”对应现行“40 高级工”"],
  });
  expect(read("skill-grade", "职业资格一级")).toBe("60");
  expect(read("education", "50")).toBe("47");
  expect(read("industry", "06")).toBe("G");
  expect(read("industry", "公共管理和社会组织")).toBe("S");
  expect(read("gig-occupation", "网约送餐员")).toBe("06");
});

test("a word that is not the official one is taken with a note", () => {
  expect(readCode("education", "大专", today)).toMatchObject({
    value: { code: "30", mapped: false },
    notes: ["“大专”按“30 大学专科教育”登记"],
  });
  expect(readCode("education", "大学专科教育", today)).toMatchObject({ notes: [] });
  expect(readCode("ethnic-group", "1", today)).toMatchObject({ notes: ["代码补全为 01"] });
});

test("a text is read by the version in force on its day", () => {
  const then = day("2020-01-01");
  expect(read("skill-grade", "3", then)).toBe("3");
  expect(read("skill-grade", "首席技师", then)).toBe("unknown");
  expect(read("education", "49", day("2000-01-01"))).toBe("49");
  expect(nameOf("education", "49", day("2000-01-01"))).toBe("中专或中技肄业");
  expect(nameOf("education", "49")).toBe("技工学校肄业");
});

test("a list knows the days it was in force", () => {
  expect(listOn("skill-grade", day("2022-03-17"))).toMatchObject({
    version: "工会会员实名制基础数据 2018",
    from: "2018-01-01",
    to: "2022-03-17",
  });
  expect(listOn("skill-grade", today)).toMatchObject({ from: "2022-03-18", to: undefined });
});

test("names are found for codes old and new, and an unknown code shows itself", () => {
  expect(nameOf("skill-grade", "3")).toBe("高级");
  expect(nameOf("skill-grade", "80")).toBe("首席技师");
  expect(nameOf("industry", "06")).toBe("交通运输、仓储和邮政业");
  expect(nameOf("sex", "7")).toBe("7");
});
