// Tests of forms: what filling in gives, what is said beside each field, what ends are told.
import { type Day, day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { formShape } from "./contract.ts";
import {
  choiceField,
  dayField,
  type FactsOf,
  type Form,
  filesField,
  idNumberField,
  longTextField,
  moneyField,
  numberField,
  personNameField,
  phoneField,
  section,
  textField,
  unionField,
  yesNoField,
} from "./form.ts";
import { fieldsOf, formDescription } from "./form-description.ts";
import { readForm, schemaOf } from "./form-reading.ts";

const today = day("2026-03-02");
const unionId = newId();
const fileId = newId();

const form = {
  union: unionField("所在工会", { prefill: "me.union" }),
  person: section("本人情况", {
    name: personNameField("姓名", { prefill: "me.name" }),
    idNumber: idNumberField("身份证号", { help: "照身份证填写" }),
    phone: phoneField("手机号"),
    education: choiceField("学历", "education", { required: false }),
    birthDay: dayField("出生日期", { earliest: day("1926-01-01"), latest: "today" }),
  }),
  work: section("工作情况", {
    contract: choiceField("用工形式", { full: "全日制", part: "非全日制" }),
    hours: numberField("每周工时", {
      max: 60,
      unit: "小时",
      when: { field: "contract", is: "part" },
    }),
    wage: moneyField("月工资", { required: false, minFen: 100 }),
    hasUnion: yesNoField("单位有没有工会"),
    reason: longTextField("说明", { when: { field: "hasUnion", is: false }, maxLength: 20 }),
    papers: filesField("证明材料", { when: { field: "reason", is: "其他" }, required: false }),
  }),
  note: textField("备注", { required: false, maxLength: 10 }),
} satisfies Form;

const answers = {
  union: unionId,
  name: " 欧阳·娜 ",
  idNumber: "１１０１０５19491231002x",
  phone: "138 0013 8000",
  birthDay: "1949/12/31",
  contract: "full",
  hasUnion: true,
};

const read = (changes: Record<string, unknown> = {}) =>
  readForm(form, { ...answers, ...changes }, today);
const faultsOf = (changes: Record<string, unknown>) => {
  const reading = read(changes);
  return "faults" in reading ? reading.faults : [];
};

describe("facts", () => {
  test("have the types the fields say, optional where a field may be blank or hidden", () => {
    type Facts = FactsOf<typeof form>;
    expectTypeOf<Facts["union"]>().toEqualTypeOf<string>();
    expectTypeOf<Facts["birthDay"]>().toEqualTypeOf<Day>();
    expectTypeOf<Facts["contract"]>().toEqualTypeOf<"full" | "part">();
    expectTypeOf<Facts["hasUnion"]>().toEqualTypeOf<boolean>();
    expectTypeOf<Facts["hours"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Facts["wage"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Facts["papers"]>().toEqualTypeOf<string[] | undefined>();
    expectTypeOf<Facts>().not.toHaveProperty("person");
  });

  test("come flat and in their normal form", () => {
    expect(read()).toEqual({
      facts: {
        union: unionId,
        name: "欧阳·娜",
        idNumber: "11010519491231002X",
        phone: "13800138000",
        birthDay: "1949-12-31",
        contract: "full",
        hasUnion: true,
      },
    });
  });

  test("leave out blank answers and answers to fields that are not shown", () => {
    const reading = read({ hours: 20, reason: "不该有", wage: null, note: "  ", papers: [] });
    expect(reading).toEqual(read());
  });

  test("hold an answer to a field that is shown", () => {
    expect(read({ contract: "part", hours: 20 })).toMatchObject({ facts: { hours: 20 } });
  });

  test("leave out a field whose own condition waits for a hidden field", () => {
    expect(read({ reason: "其他", papers: [fileId] })).toEqual(read());
  });
});

describe("faults", () => {
  test("stand at their fields all at once, conditional ones too", () => {
    const reading = readForm(form, { contract: "part", hasUnion: true, wage: 0.5 }, today);
    expect(reading).toEqual({
      faults: [
        { path: "union", say: "请选择所在工会。" },
        { path: "name", say: "请填写姓名。" },
        { path: "idNumber", say: "请填写身份证号。" },
        { path: "phone", say: "请填写手机号。" },
        { path: "birthDay", say: "请选择出生日期。" },
        { path: "wage", say: "金额最多写到分，也就是两位小数。" },
        { path: "wage", say: "不能少于 ¥1.00，请核对。" },
        { path: "hours", say: "请填写每周工时。" },
      ],
    });
  });

  test.each([
    ["union", "/430000/", "请从列表里选择工会。"],
    ["name", "张3", "请填写证件上的姓名，只用汉字（或外文字母），不带称呼、数字和符号。"],
    [
      "idNumber",
      "110105194912310021",
      "身份证号的校验码不对，至少有一位写错了，请照证件逐位核对。",
    ],
    ["phone", "0731-8888888", "这像是固定电话，请填写 11 位手机号。"],
    ["education", "99", "没有这个选项，请从列表里选择。"],
    ["birthDay", "2026-03-03", "不能晚于今天，请核对。"],
    ["birthDay", "1925-12-31", "不能早于 1926年1月1日，请核对。"],
    ["birthDay", "2025-02-30", "日历上没有这一天，请核对年、月、日。"],
    ["contract", "night", "没有这个选项，请从列表里选择。"],
    ["hasUnion", "yes", "请选择单位有没有工会。"],
    ["note", "写得太长写得太长写得太长", "这里最多写 10 个字，现在有 12 个，请写短一些。"],
    ["note", "\u200b\u0000", "这里没有可以看见的文字，请重新填写。"],
    ["wage", 100.5, "金额最多写到分，也就是两位小数。"],
    ["nonsense", 1, "表单里没有这一项，请刷新页面后重新填写。"],
  ])("of %s %j say how to mend it", (path, answer, say) => {
    expect(faultsOf({ [path]: answer })).toEqual([{ path, say }]);
  });

  test("of numbers name the bound with its unit", () => {
    const hours = (count: number) => faultsOf({ contract: "part", hours: count });
    expect(hours(61)).toEqual([{ path: "hours", say: "不能超过 60小时，请核对。" }]);
    expect(hours(-1)).toEqual([{ path: "hours", say: "不能少于 0小时，请核对。" }]);
    expect(hours(1.5)).toEqual([{ path: "hours", say: "请填写整数。" }]);
  });

  test("of files name the file that is none and the most that may be sent", () => {
    const papers = { papers: filesField("证明材料", { maxCount: 1 }) };
    const say = (value: unknown) => readForm(papers, { papers: value }, today);
    expect(say([])).toEqual({ faults: [{ path: "papers", say: "请上传证明材料。" }] });
    expect(say(["../x"])).toMatchObject({ faults: [{ path: "papers.0" }] });
    expect(say([fileId, fileId])).toEqual({
      faults: [{ path: "papers", say: "最多上传 1 个文件，请删去多余的。" }],
    });
  });

  test.each([null, undefined, "x", 3, []])("of %j as a whole form is one sentence", (raw) => {
    expect(readForm(form, raw, today)).toEqual({
      faults: [{ path: "", say: "没有收到填写的内容，请刷新页面后重试。" }],
    });
  });

  test("count characters as people do, also rare ones beyond the basic plane", () => {
    expect(faultsOf({ note: "𠮷".repeat(10) })).toEqual([]);
  });
});

describe("reading", () => {
  const names = fieldsOf(form).map(([name]) => name);
  const some = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(answers), "part", 20));
  const filled = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), some);
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`fast-check seed ${seed} (SEED=${seed} repeats it)`);

  test("answers anything, and facts read once more are the same", () => {
    const check = (changes: unknown) => {
      const reading = readForm(form, changes, today);
      if ("facts" in reading) expect(readForm(form, reading.facts, today)).toEqual(reading);
      else expect(reading.faults.length).toBeGreaterThan(0);
    };
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), filled), check), { seed, numRuns: 150 });
    const near = filled.map((changes) => ({ ...answers, ...changes }));
    fc.assert(fc.property(near, check), { seed, numRuns: 150 });
  });
});

describe("a description", () => {
  const description = formDescription(form, today);

  test("is JSON in the shape of the contract", () => {
    expect(formShape.parse(JSON.parse(JSON.stringify(description)))).toEqual(description);
  });

  test("keeps the order: loose fields, sections, loose fields", () => {
    expect(description.groups.map(({ title, fields }) => [title, fields.length])).toEqual([
      [undefined, 1],
      ["本人情况", 5],
      ["工作情况", 6],
      [undefined, 1],
    ]);
  });

  test("says of each field what an end must know to draw and to check it", () => {
    const fields = new Map(
      description.groups.flatMap(({ fields }) => fields.map((f) => [f.name, f])),
    );
    expect(fields.get("union")).toEqual({
      name: "union",
      title: "所在工会",
      kind: "union",
      required: true,
      prefill: "me.union",
    });
    expect(fields.get("hours")).toEqual({
      name: "hours",
      title: "每周工时",
      kind: "number",
      required: true,
      when: { field: "contract", is: ["part"] },
      min: 0,
      max: 60,
      decimals: 0,
      unit: "小时",
    });
    expect(fields.get("contract")?.options).toEqual([
      { value: "full", title: "全日制" },
      { value: "part", title: "非全日制" },
    ]);
    expect(fields.get("birthDay")).toMatchObject({ earliest: "1926-01-01", latest: today });
    expect(fields.get("education")?.options?.length).toBeGreaterThan(5);
  });

  test("and the schema tell the API page the same shape", () => {
    const schema = z.toJSONSchema(schemaOf(form, today), { io: "input" });
    expect(Object.keys(schema.properties ?? {})).toEqual(fieldsOf(form).map(([name]) => name));
    expect(schema.required).toEqual([
      "union",
      "name",
      "idNumber",
      "phone",
      "birthDay",
      "contract",
      "hasUnion",
    ]);
  });
});

describe("building a form that could not work", () => {
  test("throws when two fields share a name", () => {
    const twice = { name: textField("甲"), more: section("乙", { name: textField("丙") }) };
    expect(() => fieldsOf(twice)).toThrow("two fields are called name");
  });

  test("throws when a condition looks at a later or unknown field", () => {
    const later = { a: textField("甲", { when: { field: "b", is: true } }), b: yesNoField("乙") };
    expect(() => formDescription(later, today)).toThrow("a waits for a later field");
  });
});
