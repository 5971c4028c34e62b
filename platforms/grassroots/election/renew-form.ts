// The form of a renewal (换届申请表): what is asked leave for, and later, by whoever asked, the result of the election.
import { ballotFields, committeeOffices, meetingTitles } from "@niangjia/engine/policy";
import {
  choiceField,
  dayField,
  type FactsOf,
  fieldsOf,
  filesField,
  longTextField,
  numberField,
  personNameField,
  phoneField,
  postField,
  section,
  textField,
  unionField,
} from "@niangjia/engine/process";

const optional = { required: false } as const;
const by = "handler";
const renewing = { field: "kind", is: "renew" } as const;
const delaying = { field: "kind", is: "delay" } as const;

const { meeting, turnout, votes, elected, declared } = ballotFields(committeeOffices, { by });

const result = {
  meeting: section("大会", {
    day: dayField("选举日期", { by, latest: "today", help: "新一届任期从这一天算起" }),
    ...{ ...meeting, ...turnout },
  }),
  ballot: section("选票", votes),
  elected: section("当选名单", { ...elected, ...declared }),
  posts: section("工会岗位", {
    chairPhone: phoneField("主席的手机号", {
      by,
      help: "只设组织员的填组织员的；批复后用这个手机号登录办事",
    }),
    outgoing: postField(
      "离任的工会干事",
      { role: "officer", at: "union" },
      { by, ...optional, help: "干事没有变动的不填" },
    ),
    officer: personNameField("新任的工会干事", { by, ...optional }),
    officerPhone: phoneField("新任干事的手机号", { by, ...optional }),
  }),
  report: section("报告", {
    explanation: longTextField("情况说明", {
      ...{ ...optional, by, maxLength: 1000 },
      help: "与规定不一致的，在这里写明原因，由上级工会裁量",
    }),
    resultPapers: filesField("选举结果的报告", {
      by,
      help: "盖章的报告、计票单、监票人签名",
    }),
  }),
} as const;

export const form = {
  union: unionField("换届的工会", { prefill: "me.union" }),
  asking: section("申请", {
    kind: choiceField("申请什么", { renew: "换届", delay: "延期换届" }),
    plannedDay: dayField("打算哪天开大会", { when: renewing }),
    plannedMeeting: choiceField("打算开", meetingTitles, { when: renewing }),
    plannedSeats: numberField("拟设委员", { when: renewing, min: 1, max: 60, unit: "人" }),
    partyOrg: textField("同级党组织", {
      when: renewing,
      maxLength: 60,
      help: "换届由同级党组织和上一级工会领导；单位没有党组织的填上级党组织",
    }),
    delayMonths: numberField("延期", { when: delaying, min: 1, max: 24, unit: "个月" }),
    delayReason: longTextField("延期的原因", { when: delaying, maxLength: 500 }),
    special: longTextField("特殊情况", {
      ...{ ...optional, when: delaying, maxLength: 500 },
      help: "延期超过规定时间的，在这里写明",
    }),
  }),
  papers: filesField("请示", {
    help: "盖章的换届（或延期）请示，扫描或拍照；候选人建议人选的请示可以一并报送",
  }),
  note: longTextField("说明", { ...optional, maxLength: 500 }),
  ...result,
} as const;
export type RenewForm = FactsOf<typeof form>;

const resultFields = fieldsOf(result);

/** What the step of reporting the result may write. */
export const resultRights = Object.fromEntries(
  resultFields.map(([name]) => [name, "write" as const]),
);

/** What it has to leave filled in. */
const resultNeeded = resultFields.flatMap(([name, { required }]) => (required ? [name] : []));

type Needed =
  | "day"
  | "meeting"
  | "termYears"
  | "members"
  | "women"
  | "due"
  | "present"
  | "issued"
  | "returned"
  | "invalid"
  | "candidates"
  | "noticeFrom"
  | "noticeTo"
  | "committee"
  | "chairIsHead"
  | "relatives"
  | "chairPhone"
  | "resultPapers";

/** A reported result: whatever has to be there is. */
export type Result = RenewForm & { readonly [N in Needed]-?: NonNullable<RenewForm[N]> };

/** Throws where the report lacks something: its step asks for it. */
export function resultOf(facts: RenewForm): Result {
  const filled: Readonly<Record<string, unknown>> = facts;
  const missing = resultNeeded.filter((name) => filled[name] === undefined);
  if (missing.length > 0) throw new Error(`a report without ${missing.join("; ")}`);
  return facts as Result;
}
