// 组织信息变更 (organisations.change): verified facts of a union change from a day on; history is kept.
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
import type { Act } from "@niangjia/foundation/act";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type ClearableFacts,
  changeFacts,
  checkChange,
  type FactField,
  type FactsChange,
  nameAdvice,
  plainUnionName,
} from "@niangjia/registers/organisations";
import { refusals } from "./contract.ts";
import { type Filed, sourceOf } from "./filed.ts";
import { unionInReach } from "./reach.ts";

const optional = { required: false } as const;

export const changeForm = {
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
export type ChangeFacts = FactsOf<typeof changeForm>;

/** Whoever keeps the register of the union: its county federation, or the union above from that level up. */
export const changeFlow = flow(
  approve(anySign(cadreOf("union.county"), cadreOf("union.parent")), {
    title: "信息变更审批",
    within: days(15),
  }),
  copy(officerOf("union")),
);

function changeOf({ union, fromDay, reason: _, papers: __, ...facts }: ChangeFacts): FactsChange {
  return { unionId: union, fromDay, facts: facts satisfies ClearableFacts };
}

/** Refuses what could not be changed, and a form that changes nothing; answers advice. */
export async function checkChanging(act: Act, facts: ChangeFacts): Promise<string[]> {
  await unionInReach(act, facts.union);
  const changed = await checkChange(act, changeOf(facts));
  if (changed.length === 0) throw refuse(refusals.nothingChanged);
  return facts.name === undefined ? [] : nameAdvice(plainUnionName(facts.name));
}

/** The facts hold from their day, with the case as their source. */
export const effectChange = (act: Act, filed: Filed<ChangeFacts>): Promise<FactField[]> =>
  changeFacts(act, changeOf(filed.facts), sourceOf(filed));
