// Faults (错误) of a roster row: a closed list of codes, each with the column to mend and a sentence that says how.
import { type RosterField, titleOf } from "./columns.ts";

interface FaultKind {
  /** What is wrong and how to mend it. `{column}`, `{row}` and `{union}` are filled in. */
  readonly say: string;
  /** For counts and filters. */
  readonly title: string;
}

export const faultKinds = {
  "name.missing": { title: "姓名没填", say: "没有填姓名，请照身份证补上。" },
  "name.unreadable": {
    title: "姓名不对",
    say: "姓名里有数字或符号，请照身份证改成姓名。",
  },
  "name.too-short": { title: "姓名不全", say: "姓名只有一个字，请照身份证把姓和名都填上。" },
  "id.missing": { title: "证件号码没填", say: "没有填证件号码，请照身份证补上。" },
  "id.masked": { title: "证件号码被遮住", say: "证件号码中间被星号遮住了，请填完整的号码。" },
  "id.characters": {
    title: "证件号码字符不对",
    say: "证件号码里有不该出现的字符（身份证只能是数字，最后一位可以是 X），请照证件改正。",
  },
  "id.length": {
    title: "证件号码位数不对",
    say: "证件号码多了或少了数字，身份证应是 18 位（旧证 15 位），请照证件核对。",
  },
  "id.lost-x": {
    title: "证件号码漏了 X",
    say: "证件号码只有 17 位，像是漏了最后的 X，请照身份证补上。",
  },
  "id.rounded": {
    title: "证件号码尾数变成 0",
    say:
      "证件号码的后几位像是被表格软件变成了 0。请先把这一列设成“文本”，再照身份证重填；" +
      "如果身份证上确实以 000 结尾，请到“入会申请”里单独录入。",
  },
  "id.scientific": {
    title: "证件号码变成科学计数",
    say: "证件号码被表格软件变成了科学计数（如 4.3E+17），请先把这一列设成“文本”，再照身份证重填。",
  },
  "id.division": {
    title: "证件号码地区代码不存在",
    say: "证件号码开头的地区代码不存在，请照身份证核对前 6 位。",
  },
  "id.birth": {
    title: "证件号码里的生日不对",
    say: "证件号码里的出生日期不存在，请照身份证核对第 7 至 14 位（旧证第 7 至 12 位）。",
  },
  "id.check-digit": {
    title: "证件号码校验不过",
    say: "证件号码的校验码不对，至少有一位写错了，请照身份证逐位核对。",
  },
  "id.other-kind": {
    title: "证件类别和号码对不上",
    say: "这个证件号码不是所填证件类别的号码，请照证件改正证件类别或号码。",
  },
  "birth.missing": {
    title: "出生日期没填",
    say: "这种证件的号码里没有出生日期，请填写出生日期。",
  },
  "birth.unreadable": {
    title: "出生日期看不懂",
    say: "看不懂这个出生日期，请写成 1985-03-01 这样的四位年、月、日，也可以留空，由身份证号得出。",
  },
  "birth.impossible": {
    title: "出生日期不存在",
    say: "日历上没有这个出生日期，请照身份证核对月和日。",
  },
  "birth.mismatch": {
    title: "出生日期和证件不一致",
    say: "出生日期和身份证号里的不一样，请照身份证改正其中写错的一个。",
  },
  "sex.unknown": { title: "性别看不懂", say: "看不懂这个性别，请填“男”或“女”，也可以留空。" },
  "sex.mismatch": {
    title: "性别和证件不一致",
    say: "性别和身份证号第 17 位不一致（单数为男、双数为女），请照身份证改正其中写错的一个。",
  },
  "phone.invalid": {
    title: "手机号不对",
    say: "手机号不对，应是 1 开头的 11 位数字，请核对有没有多写、漏写或写成座机。",
  },
  "code.unknown": {
    title: "不在代码表里",
    say: "“{column}”里没有这一项，请从模板的下拉列表里选。",
  },
  "date.unreadable": {
    title: "会籍变化日期看不懂",
    say: "看不懂这个会籍变化日期，请写成 2026-03-05 这样的四位年、月、日。",
  },
  "date.impossible": {
    title: "会籍变化日期不存在",
    say: "日历上没有这个会籍变化日期，请核对月和日。",
  },
  "date.future": {
    title: "会籍变化日期还没到",
    say: "会籍变化日期还没有到，请核对年、月、日。",
  },
  "date.before-birth": {
    title: "会籍变化日期早于出生",
    say: "会籍变化日期早于出生日期，请核对这两个日期。",
  },
  "change.leaving": {
    title: "离会的人",
    say:
      "会籍变化类型是转出、除名或退会，名册导入只收入会、转入和保留的人。" +
      "请删去这一行；要办离会请走“退会申请”或“组织关系接转”。",
  },
  "age.under-16": {
    title: "不满 16 周岁",
    say: "不满 16 周岁，不能入会，请核对身份证号；确实未满的，请删去这一行并告知上级工会。",
  },
  "text.formula": {
    title: "像是公式",
    say: "“{column}”像是公式，不是文字，请改成要登记的内容。",
  },
  "text.too-long": {
    title: "文字太长",
    say: "“{column}”超过了 200 个字，请只留要登记的内容。",
  },
  "duplicate.file": {
    title: "文件内重复",
    say: "和第 {row} 行是同一个人，已按第 {row} 行登记，请删去这一行。",
  },
  "duplicate.file-name-differs": {
    title: "证件相同、姓名不同",
    say: "和第 {row} 行的证件号码相同、姓名不同，请照身份证改正写错的一行。",
  },
  "duplicate.store-name-differs": {
    title: "和库里的姓名不同",
    say: "这个证件号码在会员库里登记的是另一个姓名，请照身份证核对；改过名的，请办理“会员信息变更”。",
  },
  "duplicate.store": {
    title: "已是别的工会会员",
    say: "这个人已是{union}下的工会会员。一个人只能在一个工会，请办理“组织关系接转”，不要重复导入。",
  },
} as const satisfies Record<string, FaultKind>;

export type FaultCode = keyof typeof faultKinds;

export interface Fault {
  readonly code: FaultCode;
  /** The column to mend. */
  readonly field: RosterField;
  /** The other row of a duplicate, as numbered in the sheet. */
  readonly otherRow?: number;
  /** The union (county) someone is a member under already. */
  readonly union?: string;
}

/** The sentence for the officer. */
export const sayFault = ({ code, field, otherRow, union }: Fault): string =>
  faultKinds[code].say
    .replaceAll("{column}", titleOf(field))
    .replaceAll("{row}", String(otherRow ?? ""))
    .replaceAll("{union}", union ?? "别的县");

/** All faults of a row in one cell. */
export function sayFaults(faults: readonly Fault[]): string {
  if (faults.length === 1) return sayFault(faults[0]!);
  return faults.map((fault, index) => `${index + 1}. ${sayFault(fault)}`).join("\n");
}
