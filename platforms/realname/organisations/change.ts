// Changing a union's facts (组织信息变更): verified facts change from a day on; history is kept.
import {
  anySign,
  approve,
  cadreOf,
  choiceField,
  copy,
  dayField,
  days,
  type FactsOf,
  filesField,
  flow,
  longTextField,
  numberField,
  officerOf,
  personNameField,
  section,
  textField,
  unionField,
} from "@niangjia/engine/process";
import { formatDay } from "@niangjia/foundation/day";
import { refuse } from "@niangjia/foundation/refusal";
import { unionStaff } from "@niangjia/foundation/roles";
import { caseFunction } from "@niangjia/registers/cases";
import {
  type ClearableFacts,
  changeFacts,
  checkChange,
  type FactField,
  type FactsChange,
  factFields,
  factNames,
} from "@niangjia/registers/organisations";
import { refusals } from "./contract.ts";

const optional = { required: false } as const;

const form = {
  union: unionField("变更的工会"),
  fromDay: dayField("从哪一天起", { latest: "today", help: "新的信息从这一天起生效" }),
  facts: section(
    "变更后的内容",
    {
      name: textField("工会名称", optional),
      kind: choiceField("工会组织类型", "union-kind", optional),
      division: textField("行政区划代码", { ...optional, maxLength: 12 }),
      uscc: textField("统一社会信用代码", { ...optional, maxLength: 30 }),
      legalPerson: personNameField("工会主席（法定代表人）", optional),
      employer: textField("用人单位", optional),
      employerUscc: textField("单位统一社会信用代码", { ...optional, maxLength: 30 }),
      firmType: choiceField("单位类别", "unit-kind", optional),
      industry: choiceField("所属行业", "industry", optional),
      staffCount: numberField("职工人数", { ...optional, max: 2_000_000, unit: "人" }),
      address: textField("地址", { ...optional, maxLength: 200 }),
    },
    "只填要变更的，其余不变",
  ),
  reason: longTextField("变更原因", { maxLength: 500 }),
  papers: filesField("证明材料", optional),
} as const;
type ChangeFacts = FactsOf<typeof form>;

/**
 * Whoever keeps the register of the union: its county federation, or the union above from that
 * level up.
 */
const decided = flow(
  approve(anySign(cadreOf("union.county"), cadreOf("union.parent")), {
    title: "信息变更审批",
    within: days(15),
  }),
  copy(officerOf("union")),
);

function changeOf({ union, fromDay, reason: _, papers: __, ...facts }: ChangeFacts): FactsChange {
  return { unionId: union, fromDay, facts: facts satisfies ClearableFacts };
}

const titles = (fields: readonly FactField[]): string =>
  fields.map((field) => factFields[field].title).join("、");

const named = (facts: ChangeFacts): FactField[] =>
  factNames.filter((field) => facts[field] !== undefined);

export const change = caseFunction({
  id: "organisations.change",
  title: "组织信息变更",
  says: "工会的名称、地址、负责人等变了，更新登记",
  may: unionStaff,
  words: ["改名", "变更地址", "变更法定代表人", "补填信用代码"],
  form,
  flow: decided,
  version: 1,
  summary: (facts) => titles(named(facts)),
  oneRunningFor: (_act, { union }) => union,
  check: async (act, { facts }) => {
    const changed = await checkChange(act, changeOf(facts));
    if (changed.length === 0) throw refuse(refusals.nothingChanged);
  },
  effect: async (act, { facts, caseId }) => {
    const fields = await changeFacts(act, changeOf(facts), { kind: "case", id: caseId });
    return `${titles(fields)}已变更，自 ${formatDay(facts.fromDay)}起生效。`;
  },
});
