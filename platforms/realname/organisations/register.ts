// Registering a union (组织信息登记): it enters the store under the union that approves its founding.
import {
  anySign,
  approve,
  cadreOf,
  choiceField,
  copy,
  dayField,
  days,
  type FactsOf,
  flow,
  longTextField,
  numberField,
  officerOf,
  personNameField,
  section,
  textField,
  unionField,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { unionStaff } from "@niangjia/foundation/roles";
import { readUscc } from "@niangjia/foundation/uscc";
import { caseFunction } from "@niangjia/registers/cases";
import {
  type AddedUnion,
  addUnion,
  checkUnion,
  levels,
  type NewTerm,
  nameAdvice,
  plainUnionName,
  termEnd,
  unionsOfEmployer,
} from "@niangjia/registers/organisations";

const { province: _, ...levelsBelow } = levels;

const form = {
  place: section("隶属", {
    parent: unionField("上级工会", { help: "批准建会的上一级工会（工会法第十二条）" }),
    level: choiceField("工会级别", levelsBelow),
    kind: choiceField("工会组织类型", "union-kind"),
    division: textField("行政区划代码", {
      maxLength: 12,
      help: "6 位；到乡镇街道 9 位，到村社区 12 位",
    }),
  }),
  union: section("工会", {
    name: textField("工会名称", { help: "照批复文件填写全称" }),
    uscc: textField("统一社会信用代码", {
      required: false,
      maxLength: 30,
      help: "照《工会法人资格证书》填写；还没有领证的可不填，领证后办理信息变更",
    }),
    foundedDay: dayField("成立日期", { latest: "today" }),
    legalPerson: personNameField("工会主席（法定代表人）", { required: false }),
    termFrom: dayField("本届选举日期", { required: false, latest: "today" }),
    termYears: choiceField("本届任期", { three: "3 年", five: "5 年" }, { required: false }),
    address: textField("地址", { required: false, maxLength: 200 }),
  }),
  employer: section("用人单位", {
    employer: textField("单位名称", { required: false }),
    employerUscc: textField("单位统一社会信用代码", { required: false, maxLength: 30 }),
    firmType: choiceField("单位类别", "unit-kind", { required: false }),
    industry: choiceField("所属行业", "industry", { required: false }),
    staffCount: numberField("职工人数", { required: false, max: 2_000_000, unit: "人" }),
  }),
  note: longTextField("说明", { required: false, maxLength: 500 }),
} as const;
export type RegisterFacts = FactsOf<typeof form>;

/**
 * The county federation at or above the parent approves, or the parent itself above that level:
 * federations from the county up keep the register of unions, and decide within 15 days
 * (基层工会法人登记管理办法, 总工办发〔2020〕20号).
 */
const decided = flow(
  approve(anySign(cadreOf("parent.county"), cadreOf("parent")), {
    title: "建会登记审批",
    within: days(15),
  }),
  copy(officerOf("parent")),
);

const years = { three: 3, five: 5 } as const;

const termOf = ({ termFrom, termYears, legalPerson }: RegisterFacts): NewTerm | undefined =>
  termFrom === undefined || termYears === undefined
    ? undefined
    : { fromDay: termFrom, toDay: termEnd(termFrom, years[termYears]), chair: legalPerson };

/** Federations stand under their division's code; every other union takes a running number. */
const codeOf = ({ kind, division }: RegisterFacts): string | undefined =>
  kind === "10" ? division : undefined;

function unionOf(facts: RegisterFacts): AddedUnion {
  const { parent, foundedDay, termFrom: _from, termYears: _years, note: _note, ...rest } = facts;
  const sinceDay: Day = foundedDay;
  return { ...rest, parentId: parent, sinceDay, term: termOf(facts), code: codeOf(facts) };
}

async function employerAdvice(act: Act, code: string | undefined): Promise<string[]> {
  const read = readUscc(code ?? "");
  if (!read.ok) return [];
  const unions = await unionsOfEmployer(act, read.value.code);
  return unions.map(({ name }) => `这个用人单位已有工会“${name}”，请核对是否重复登记。`);
}

function codeAdvice(code: string | undefined): string[] {
  const read = readUscc(code ?? "");
  if (!read.ok || read.value.holder !== "other") return [];
  return ["工会的统一社会信用代码以 8 开头（基层工会是 81），请核对填的是不是用人单位的代码。"];
}

/** What an officer should look at again; none of it stands in the way. */
export const adviceOn = async (act: Act, facts: RegisterFacts): Promise<string[]> => [
  ...nameAdvice(plainUnionName(facts.name)),
  ...codeAdvice(facts.uscc),
  ...(await employerAdvice(act, facts.employerUscc)),
];

export const register = caseFunction({
  id: "organisations.register",
  title: "组织信息登记",
  says: "新成立的工会，登记到工会组织库",
  may: unionStaff,
  words: ["建会登记", "新建工会", "成立工会"],
  form,
  flow: decided,
  version: 1,
  place: (_act, { parent }) => parent,
  summary: ({ name }) => plainUnionName(name),
  oneRunningFor: (_act, { parent, name }) => `${parent} ${plainUnionName(name)}`,
  check: (act, { facts }) => checkUnion(act, unionOf(facts)),
  effect: async (act, { facts, caseId }) => {
    const advice = await adviceOn(act, facts);
    const { name } = await addUnion(act, unionOf(facts), { kind: "case", id: caseId });
    return [`“${name}”已登入工会组织库。`, ...advice].join("");
  },
});
