// The form of a change in office (届中调整申请表).
import { committeeOffices } from "@niangjia/engine/policy";
import {
  choiceField,
  dayField,
  type FactsOf,
  filesField,
  longTextField,
  numberField,
  personNameField,
  phoneField,
  section,
  unionField,
  yesNoField,
} from "@niangjia/engine/process";
import { bodies } from "@niangjia/registers/organisations";

const optional = { required: false } as const;
const leaving = { field: "kind", is: ["replace", "leave"] } as const;
const following = { field: "kind", is: ["replace", "fill"] } as const;
const recalled = { field: "reason", is: "recall" } as const;
const moved = { field: "reason", is: "transfer" } as const;
const people = { max: 2_000_000, unit: "人" } as const;

export const form = {
  union: unionField("调整的工会", { prefill: "me.union" }),
  change: section("职务", {
    body: choiceField("委员会", bodies),
    office: choiceField("职务", committeeOffices, {
      help: "经审和女职工委员会的主任选“主席”；组织员只有一人，没有委员会",
    }),
  }),
  people: section("离任和接任", {
    kind: choiceField("情况", {
      replace: "有人离任，已选出接任的",
      leave: "有人离任，职位暂缺",
      fill: "填补空缺或者增补",
    }),
    leaver: personNameField("离任的人", { when: leaving }),
    reason: choiceField(
      "离任的原因",
      {
        transfer: "工作调动",
        resign: "辞去职务",
        retire: "退休或者离开单位",
        recall: "罢免",
        other: "其他",
      },
      { when: leaving },
    ),
    lastDay: dayField("任职到哪天", { when: leaving, latest: "today" }),
    committeeMembers: numberField("本级工会委员会委员", { ...people, when: moved }),
    consenting: numberField("其中同意调动的", {
      ...{ ...people, when: moved },
      help: "调动主席、副主席，要征得本级工会委员会和上一级工会的同意（工会法第十八条）",
    }),
    voters: numberField("全体会员（或全体代表）", { ...people, when: recalled }),
    recalling: numberField("其中赞成罢免的", {
      ...{ ...people, when: recalled },
      help: "罢免主席、副主席，要全体过半数通过，不是到会的过半数（工会法第十八条）",
    }),
    successor: personNameField("接任的人", { when: following }),
    successorPhone: phoneField("接任人的手机号", {
      ...{ ...optional, when: following },
      help: "主席、组织员必填，批准后用它登录办事",
    }),
    fromDay: dayField("从哪天起任职", { when: following, latest: "today", help: "选举的日期" }),
    due: numberField("选举应到人数", { ...people, min: 1, when: following }),
    present: numberField("实到人数", { ...people, when: following }),
    votes: numberField("得票", { max: 2_000_000, unit: "张", when: following }),
    chairIsHead: yesNoField(
      "接任主席、副主席的是单位行政主要负责人、法定代表人、合伙人或他们的近亲属",
      {
        when: following,
      },
    ),
    relatives: yesNoField("接任的是企业主要负责人的近亲属", { when: following }),
  }),
  explanation: longTextField("情况说明", {
    ...{ ...optional, maxLength: 1000 },
    help: "与规定不一致的，在这里写明原因",
  }),
  papers: filesField("报告和会议记录", { help: "盖章的报告、委员会或大会的决议、计票单" }),
} as const;
export type AdjustForm = FactsOf<typeof form>;
