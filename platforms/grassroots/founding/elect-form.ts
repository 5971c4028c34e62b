// The form of an election's result (选举结果报批表).
import {
  choiceField,
  dayField,
  type FactsOf,
  filesField,
  longTextField,
  numberField,
  personNameField,
  rowsField,
  section,
  unionField,
  yesNoField,
} from "@niangjia/engine/process";

const optional = { required: false } as const;
const people = { max: 2_000_000, unit: "人" } as const;
const papers = { max: 2_000_000, unit: "张" } as const;

const offices = {
  chair: "主席",
  "vice-chair": "副主席",
  member: "委员",
  organiser: "组织员",
} as const;
const heads = { chair: "主任", "vice-chair": "副主任", member: "委员" } as const;

export const form = {
  union: unionField("筹建的工会", { preparing: true, help: "批准筹建的工会" }),
  meeting: section("大会", {
    meeting: choiceField("会议", { all: "会员大会", delegates: "会员代表大会" }),
    day: dayField("选举日期", { latest: "today", help: "任期从这一天算起" }),
    termYears: choiceField("任期", { three: "3 年", five: "5 年" }),
    members: numberField("会员人数", { ...people, min: 1 }),
    women: numberField("其中女会员", people),
    due: numberField("应到人数", {
      ...people,
      min: 1,
      help: "会员大会是全体会员，代表大会是全体代表",
    }),
    present: numberField("实到人数", people),
  }),
  ballot: section("选票", {
    issued: numberField("发出选票", papers),
    returned: numberField("收回选票", papers),
    invalid: numberField("其中废票", papers),
    candidates: numberField("委员候选人", people),
    committeeNext: numberField("落选的委员候选人最多得票", {
      ...{ ...papers, ...optional },
      help: "得票最多的人当选；没有人落选的不填",
    }),
    auditNext: numberField("落选的经费审查委员候选人最多得票", {
      ...{ ...papers, ...optional },
      help: "没有人落选的不填",
    }),
    candidatesApprovedDay: dayField("候选人建议人选批准日期", {
      ...{ ...optional, latest: "today" },
      help: "公示以前由同级党组织和上一级工会批准；没有的在“情况说明”里写明",
    }),
    candidatesPapers: filesField("候选人建议人选的请示和批复", optional),
    noticeFrom: dayField("候选人公示开始", { latest: "today" }),
    noticeTo: dayField("候选人公示结束", { latest: "today" }),
  }),
  elected: section("当选名单", {
    committee: rowsField("工会委员会", {
      columns: {
        name: personNameField("姓名"),
        office: choiceField("职务", offices),
        votes: numberField("得票", papers),
      },
      ...{ min: 1, max: 45 },
    }),
    audit: rowsField("经费审查委员会（或委员）", {
      columns: {
        name: personNameField("姓名"),
        office: choiceField("职务", heads),
        votes: numberField("得票", papers),
      },
      ...{ ...optional, min: 1, max: 11 },
    }),
    womenCommittee: rowsField("女职工委员会（或委员）", {
      columns: { name: personNameField("姓名"), office: choiceField("职务", heads) },
      ...{ ...optional, min: 1, max: 25 },
    }),
  }),
  declared: section("回避", {
    chairIsHead: yesNoField("主席、副主席中有单位行政主要负责人、法定代表人、合伙人或他们的近亲属"),
    relatives: yesNoField("委员中有企业主要负责人的近亲属"),
  }),
  explanation: longTextField("情况说明", {
    ...{ ...optional, maxLength: 1000 },
    help: "与规定不一致的，在这里写明原因",
  }),
  papers: filesField("选举结果的报告", { help: "盖章的报告、计票单、监票人签名" }),
} as const;
export type ElectFacts = FactsOf<typeof form>;
