// Parameters: the number of the day at the place, with its citation; a file with a slip does not load.
import { day } from "@niangjia/foundation/day";
import { Refusal } from "@niangjia/foundation/refusal";
import { describe, expect, test } from "vitest";
import { citationWords } from "./documents.ts";
import { binds, parametersOf, type SetValue, type Stated } from "./parameters.ts";
import { fileOf } from "./testing.ts";

const head = "within:\n  title: 受理期限\n  unit: workdays\n  values:\n";
const value = (more: string, document = "工会法") =>
  `    - { document: ${document}, article: 11, seen: text, ${more} }\n`;

const load = (...values: string[]) =>
  parametersOf(fileOf(head + values.join("")), { within: "workdays" });

describe("a parameter", () => {
  const on = load(
    value("from: 2022-01-01, value: 5"),
    value("from: 2024-01-01, value: 4"),
    value('from: 2023-01-01, value: 3, place: "430000"'),
    value("from: 2024-06-01, to: 2024-12-31, value: 1, place: 430121"),
    value("from: 2022-01-01, value: 9, place: 431000"),
  );

  test.each([
    ["the nation's before any other", "2022-12-31", "430121", 5],
    ["the nation's of the later day elsewhere", "2024-01-01", "110105", 4],
    ["the province's from its first day", "2023-01-01", "430121", 3],
    ["the province's for a town of it", "2024-02-01", "430102001", 3],
    ["the province's, though the nation's is newer", "2024-02-01", "430000", 3],
    ["the county's, as the most specific", "2024-06-01", "430121", 1],
    ["the county's on its last day", "2024-12-31", "430121001002", 1],
    ["the province's once the county's has ended", "2025-01-01", "430121", 3],
    ["a city's that ends in 0, not its neighbour's", "2022-06-01", "431002", 9],
    ["not that of a city whose code only begins alike", "2022-06-01", "431102", 5],
  ])("is %s", (_title, at, place, workdays) => {
    expect(on(day(at), place).within.value).toEqual({ workdays });
  });

  test("tells its words, citation and where it was set", () => {
    const { within } = on(day("2024-06-01"), "430121");
    expect(within).toMatchObject({ title: "受理期限", unit: "workdays", from: "2024-06-01" });
    expect(within).toMatchObject({ words: "1 个工作日", place: "430121", seen: "text" });
    expect(citationWords(within.citation)).toBe("《工会法》第十一条");
    expect(binds(within)).toBe(true);
  });

  test("that has no value on the day is refused by name, with what to do", () => {
    const asked = () => on(day("2021-12-31"), "430121").within;
    expect(asked).toThrow(Refusal);
    expect(asked).toThrow("“受理期限”在 2021-12-31 没有适用于 430121 的规定");
  });

  test("of a place that is no code is a mistake of the caller", () => {
    expect(() => on(day("2024-01-01"), "湖南省")).toThrow(RangeError);
  });

  test("is told of when it is read, and not before", () => {
    const heard: Stated[] = [];
    const parameters = on(day("2024-01-01"), "430121", {
      heard: (stated) => heard.push(stated),
    });
    expect(heard).toEqual([]);
    expect(parameters.within.value).toEqual({ workdays: 3 });
    expect(heard.map(({ name }) => name)).toEqual(["within"]);
  });

  describe("that places may set", () => {
    const nation = value("from: 2022-01-01, value: 5");
    const province = value("from: 2022-01-01, value: 3, place: 43");
    const settable = parametersOf(
      fileOf(head.replace("  unit:", "  settable: place\n  unit:") + nation + province),
      { within: "workdays" },
    );
    const local = (from: string, place: string, written: number): SetValue => ({
      ...{ name: "within", from: day(from), place, written },
      citation: { document: "某总工会通知", article: "第二条" },
    });
    const set = [
      local("2026-12-01", "430121", 2),
      local("2027-01-01", "430121", 4),
      local("2026-12-01", "4301", 1),
    ];
    const at = (on: string, place: string) => settable(day(on), place, { set }).within;

    test.each([
      ["as the file says before anybody set it", "2026-11-30", "430121", 3],
      ["what the county set from its day", "2026-12-01", "430121", 2],
      ["what the county set last", "2027-01-01", "430121", 4],
      ["what the city set, elsewhere in it", "2026-12-01", "430102", 1],
      ["as the file says outside", "2027-01-01", "430200", 3],
    ])("is %s", (_title, on, place, workdays) => {
      expect(at(on, place).value).toEqual({ workdays });
    });

    test("brings the paper that set it, and binds: somebody saw it", () => {
      const { citation, place, from, ...stated } = at("2026-12-05", "430121");
      expect([citationWords(citation), place, from]).toEqual([
        "《某总工会通知》第二条",
        "430121",
        "2026-12-01",
      ]);
      expect(stated).toMatchObject({ words: "2 个工作日", seen: "text" });
    });

    test("is not read by whoever forgot to ask what was set", () => {
      expect(() => settable(day("2026-12-01"), "430121").within).toThrow("may be set by places");
    });

    test("is one number: shares and bands are not", () => {
      const share = "share:\n  title: 比例\n  settable: place\n  unit: ratio\n  values:\n";
      const file = fileOf(share + value("from: 2022-01-01, value: 2/3"));
      expect(() => parametersOf(file, { share: "ratio" })).toThrow("只有一个数的单位");
    });
  });

  test("after a value with a last day and nothing behind it, has none", () => {
    const short = load(value("from: 2022-01-01, to: 2022-12-31, value: 5"));
    expect(() => short(day("2023-01-01"), "43").within).toThrow(Refusal);
  });
});

describe("a unit", () => {
  const read = (unit: "days", written: string) => {
    const text = head.replace("workdays", unit) + value(`from: 2022-01-01, value: ${written}`);
    return parametersOf(fileOf(text), { within: unit })(day("2022-01-01"), "43").within;
  };

  test.each([
    ["days", "15", { days: 15 }, "15 日"],
    ["either-years", "[3, 5]", [3, 5], "3 年或者 5 年"],
    ["fen", "100000", 100_000, "¥1,000.00"],
    ["ratio", "2/3", { numerator: 2, denominator: 3, over: false }, "三分之二以上"],
    ["over", "1/2", { numerator: 1, denominator: 2, over: true }, "过半数"],
    ["percent", "0.5", { numerator: 5, denominator: 1000, over: false }, "0.5%"],
    [
      "people-by-size",
      "[{ from: 25, least: 3, most: 7 }, { from: 201, least: 7, most: 7 }]",
      [
        { from: 25, least: 3, most: 7 },
        { from: 201, least: 7, most: 7 },
      ],
      "25 至 200 人：3 至 7 人；201 人以上：7 人",
    ],
  ])("%s reads %s", (unit, written, expected, words) => {
    expect(read(unit as "days", written)).toMatchObject({ value: expected, words });
  });

  test.each([
    ["days", "1.5", "应是整数"],
    ["days", "五", "应是整数"],
    ["ratio", "0.66", "应写成 2/3 这样的分数"],
    ["ratio", "3/2", "分数不能大于 1"],
    ["percent", "0.00001", "至多四位小数"],
    ["people-by-size", "[{ from: 25, least: 7, most: 3 }]", "下限不能大于上限"],
  ])("%s does not take %s", (unit, written, fault) => {
    expect(() => read(unit as "days", written)).toThrow(fault);
  });
});

describe("a file", () => {
  test.each([
    ["an unknown unit", head.replace("workdays", "weeks"), ":3: within.unit: 不认识的单位 weeks"],
    ["no value", `${head.replace("values:", "values: []")}`, "至少要有一个数值"],
    [
      "a value without its document",
      `${head}    - { from: 2022-01-01, seen: unread, value: 5 }\n`,
      ":5: within.values.0.document: 缺少文件依据",
    ],
    ["an unknown document", value("from: 2022-01-01, value: 5", "某办法"), ":5: within.values.0"],
    [
      "a value read in the text but without its article",
      "    - { from: 2022-01-01, value: 5, document: 工会法, seen: text }\n",
      ":5: within.values.0: 读过原文的数值要写明条款",
    ],
    [
      "a value older than its document",
      value("from: 2021-12-31, value: 5"),
      "早于《工会法》的施行",
    ],
    [
      "an end before its start",
      value("from: 2022-02-01, to: 2022-01-01, value: 5"),
      "止期早于起期",
    ],
    ["a day that is none", value("from: 2022-02-30, value: 5"), "应是 2026-01-31 这样的日期"],
    ["a place that is none", value("from: 2022-01-01, place: 湖南, value: 5"), "行政区划代码"],
    ["a word it does not know", value("from: 2022-01-01, vaule: 5, value: 5"), "vaule"],
    [
      "two values from one day at one place",
      value("from: 2022-01-01, value: 5, place: 43") +
        value("from: 2022-01-01, value: 6, place: 430000"),
      ":6: within.values.1.from: 同一地区的有效期与 2022-01-01 起的一条重叠",
    ],
    [
      "a value that begins before another's last day",
      value("from: 2023-01-01, value: 6") + value("from: 2022-01-01, to: 2023-06-30, value: 5"),
      ":5: within.values.0.from: 同一地区的有效期与 2022-01-01 起的一条重叠",
    ],
    ["a name twice", value("from: 2022-01-01, value: 5") + head, ":6: Map keys must be unique"],
  ])("with %s does not load, and says where", (_title, text, fault) => {
    const whole = text.startsWith("within") ? text : head + text;
    expect(() => parametersOf(fileOf(whole), { within: "workdays" })).toThrow(fault);
  });

  test("that does not say the names and units of its room does not load", () => {
    const file = fileOf(head + value("from: 2022-01-01, value: 5"));
    const fault = "within: workdays in the file, days in the room; seats: none in the file";
    expect(() => parametersOf(file, { within: "days", seats: "people" })).toThrow(fault);
  });
});
