// The fields of a ballot (选举报告表): what every election of a grassroots union is asked for, once for founding and for
// renewal. Each form lays them out under its own headings.
import {
  choiceField,
  dayField,
  type FieldOptions,
  filesField,
  numberField,
  personNameField,
  rowsField,
  yesNoField,
} from "../process/index.ts";
import type { meetings } from "./ballot.ts";

/** Offices on a union's committee; firms too small for one elect an organiser alone. */
export const committeeOffices = {
  ...{ chair: "主席", "vice-chair": "副主席", member: "委员", organiser: "组织员" },
} as const;
/** On the audit and the women's committee. */
const heads = { chair: "主任", "vice-chair": "副主任", member: "委员" } as const;

export const meetingTitles = {
  all: "会员大会",
  delegates: "会员代表大会",
} as const satisfies Record<(typeof meetings)[number], string>;

const optional = { required: false } as const;
const people = { max: 2_000_000, unit: "人" } as const;
const papers = { max: 2_000_000, unit: "张" } as const;

const named = <const O extends Readonly<Record<string, string>>>(offices: O) => ({
  name: personNameField("姓名"),
  office: choiceField("职务", offices),
});

/** Who was elected to what; `offices` are those of the committee. */
const electedFields = <
  const O extends Readonly<Record<string, string>>,
  const B extends Pick<FieldOptions, "by">,
>(
  offices: O,
  by: B,
) => ({
  committee: rowsField("工会委员会", {
    columns: { ...named(offices), votes: numberField("得票", papers) },
    ...{ ...by, min: 1, max: 45 },
  }),
  audit: rowsField("经费审查委员会（或委员）", {
    columns: { ...named(heads), votes: numberField("得票", papers) },
    ...{ ...optional, ...by, min: 1, max: 11 },
  }),
  womenCommittee: rowsField("女职工委员会（或委员）", {
    columns: named(heads),
    ...{ ...optional, ...by, min: 1, max: 25 },
  }),
});

const voteFields = <const B extends Pick<FieldOptions, "by">>(by: B) => ({
  issued: numberField("发出选票", { ...papers, ...by }),
  returned: numberField("收回选票", { ...papers, ...by }),
  invalid: numberField("其中废票", { ...papers, ...by }),
  candidates: numberField("委员候选人", { ...people, ...by }),
  committeeNext: numberField("落选的委员候选人最多得票", {
    ...{ ...papers, ...optional, ...by },
    help: "得票最多的人当选；没有人落选的不填",
  }),
  auditNext: numberField("落选的经费审查委员候选人最多得票", {
    ...{ ...papers, ...optional, ...by },
    help: "没有人落选的不填",
  }),
  candidatesApprovedDay: dayField("候选人建议人选批准日期", {
    ...{ ...optional, ...by, latest: "today" },
    help: "公示以前由同级党组织和上一级工会批准；没有的在“情况说明”里写明",
  }),
  candidatesPapers: filesField("候选人建议人选的请示和批复", { ...optional, ...by }),
  noticeFrom: dayField("候选人公示开始", { ...by, latest: "today" }),
  noticeTo: dayField("候选人公示结束", { ...by, latest: "today" }),
});

/** `by` says who fills them in: `{}` whoever applies, `{ by: "handler" }` a step of the case. */
export const ballotFields = <
  const O extends Readonly<Record<string, string>>,
  const B extends Pick<FieldOptions, "by">,
>(
  offices: O,
  by: B,
) => ({
  meeting: {
    meeting: choiceField("会议", meetingTitles, by),
    termYears: choiceField("任期", { three: "3 年", five: "5 年" }, by),
  },
  turnout: {
    members: numberField("会员人数", { ...people, ...by, min: 1 }),
    women: numberField("其中女会员", { ...people, ...by }),
    due: numberField("应到人数", {
      ...{ ...people, ...by, min: 1 },
      help: "会员大会是全体会员，代表大会是全体代表",
    }),
    present: numberField("实到人数", { ...people, ...by }),
  },
  votes: voteFields(by),
  elected: electedFields(offices, by),
  declared: {
    chairIsHead: yesNoField(
      "主席、副主席中有单位行政主要负责人、法定代表人、合伙人或他们的近亲属",
      by,
    ),
    relatives: yesNoField("委员中有企业主要负责人的近亲属", by),
  },
});
