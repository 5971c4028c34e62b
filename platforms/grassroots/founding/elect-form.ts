// The form of an election's result (选举结果报批表).
import { ballotFields, committeeOffices } from "@niangjia/engine/policy";
import {
  dayField,
  type FactsOf,
  filesField,
  longTextField,
  section,
  unionField,
} from "@niangjia/engine/process";

const { meeting, turnout, votes, elected, declared } = ballotFields(committeeOffices, {});

export const form = {
  union: unionField("筹建的工会", { preparing: true, help: "批准筹建的工会" }),
  meeting: section("大会", {
    meeting: meeting.meeting,
    day: dayField("选举日期", { latest: "today", help: "任期从这一天算起" }),
    termYears: meeting.termYears,
    ...turnout,
  }),
  ballot: section("选票", votes),
  elected: section("当选名单", elected),
  declared: section("回避", declared),
  explanation: longTextField("情况说明", {
    ...{ required: false, maxLength: 1000 },
    help: "与规定不一致的，在这里写明原因",
  }),
  papers: filesField("选举结果的报告", { help: "盖章的报告、计票单、监票人签名" }),
} as const;
export type ElectFacts = FactsOf<typeof form>;
