// The roster sheet (会员导入表): its 22 columns in the order of rules.md §4, and rows of it.
import type { Day } from "@niangjia/foundation/day";
import type { DemoPerson } from "./people.ts";

/** Columns A to V. The sources name 21; the first is taken to be the running number. */
export const rosterColumns = {
  number: "序号",
  name: "姓名",
  sex: "性别",
  birthDay: "出生日期",
  ethnicGroup: "民族",
  employmentStatus: "就业状况",
  documentKind: "证件类别",
  documentNumber: "证件号码",
  education: "学历",
  skillGrade: "技能等级",
  phone: "移动电话",
  householdKind: "户籍类型",
  household: "户籍所在地",
  changeKind: "会籍变化类型",
  changeDay: "会籍变化日期",
  changeReason: "会籍变化原因",
  politicalStatus: "政治面貌",
  employer: "工作单位",
  nativePlace: "籍贯",
  migrantWorker: "是否农民工",
  result: "导入结果",
  reason: "错误原因",
} as const;

export type RosterField = keyof typeof rosterColumns;
export const rosterFields = Object.keys(rosterColumns) as RosterField[];

/** Text, a number cell, a true date cell, or nothing. */
export type RosterCell = string | number | { readonly day: Day } | null;
export type RosterCells = Record<RosterField, RosterCell>;

/** A row as an officer who makes no mistakes would fill it in: text, ISO days, names of codes. */
export function cleanCells(person: DemoPerson, number: number): RosterCells {
  return {
    number,
    name: person.name,
    sex: person.sex,
    birthDay: person.birthDay,
    ethnicGroup: person.ethnicGroup,
    employmentStatus: person.employmentStatus,
    documentKind: "居民身份证",
    documentNumber: person.idNumber,
    education: person.education,
    skillGrade: person.skillGrade,
    phone: person.phone,
    householdKind: person.householdKind,
    household: person.household,
    changeKind: "入会",
    changeDay: person.joinedDay,
    changeReason: null,
    politicalStatus: person.politicalStatus,
    employer: person.employer,
    nativePlace: person.nativePlace,
    migrantWorker: person.migrantWorker ? "是" : "否",
    result: null,
    reason: null,
  };
}
