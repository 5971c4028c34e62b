// Faults (错误) a roster row may have: a closed list, each with its field and how to mend it.
import type { RosterField } from "./roster-sheet.ts";

export interface FaultKind {
  /** The column to mend; null where the code serves several and each fault names its own. */
  readonly field: RosterField | null;
  /** What is wrong and how to mend it. `{column}` and `{row}` are filled in. */
  readonly say: string;
}

export const rosterFaults = {
  "name.missing": { field: "name", say: "没有填姓名，请照身份证补上。" },
  "name.unreadable": { field: "name", say: "姓名里有数字或符号，请照身份证改成姓名。" },
  "id.missing": { field: "documentNumber", say: "没有填证件号码，请照身份证补上。" },
  "id.masked": {
    field: "documentNumber",
    say: "证件号码中间被星号遮住了，请填完整的号码。",
  },
  "id.characters": {
    field: "documentNumber",
    say: "证件号码里有不该出现的字符，只能是数字，最后一位可以是 X，请照身份证改正。",
  },
  "id.length": {
    field: "documentNumber",
    say: "证件号码多了或少了数字，应是 18 位（旧证 15 位），请照身份证核对。",
  },
  "id.lost-x": { field: "documentNumber", say: "证件号码只有 17 位，像是漏了最后的 X，请补上。" },
  "id.rounded": {
    field: "documentNumber",
    say: "证件号码的后几位被表格软件变成了 0，请先把这一列设成“文本”，再照身份证重填。",
  },
  "id.scientific": {
    field: "documentNumber",
    say: "证件号码被表格软件变成了科学计数（如 4.3E+17），请先把这一列设成“文本”，再照身份证重填。",
  },
  "id.division": {
    field: "documentNumber",
    say: "证件号码开头的地区代码不存在，请照身份证核对前 6 位。",
  },
  "id.birth": {
    field: "documentNumber",
    say: "证件号码里的出生日期不存在，请照身份证核对第 7 至 14 位。",
  },
  "id.check-digit": {
    field: "documentNumber",
    say: "证件号码的校验码不对，至少有一位写错了，请照身份证逐位核对。",
  },
  "birth.unreadable": {
    field: "birthDay",
    say: "看不懂这个出生日期，请写成 1985-03-01 这样的四位年、月、日，也可以留空，由身份证号得出。",
  },
  "birth.impossible": {
    field: "birthDay",
    say: "日历上没有这个出生日期，请照身份证核对月和日。",
  },
  "birth.mismatch": {
    field: "birthDay",
    say: "出生日期和身份证号里的不一样，请照身份证改正其中写错的一个。",
  },
  "sex.unknown": { field: "sex", say: "看不懂这个性别，请填“男”或“女”，也可以留空。" },
  "sex.mismatch": {
    field: "sex",
    say: "性别和身份证号第 17 位不一致（单数为男、双数为女），请照身份证改正其中写错的一个。",
  },
  "phone.invalid": {
    field: "phone",
    say: "手机号不对，应是 1 开头的 11 位数字，请核对有没有多写、漏写或写成座机。",
  },
  "code.unknown": {
    field: null,
    say: "“{column}”里没有这一项，请从模板的下拉列表里选。",
  },
  "date.unreadable": {
    field: "changeDay",
    say: "看不懂这个会籍变化日期，请写成 2026-03-05 这样的四位年、月、日。",
  },
  "date.impossible": {
    field: "changeDay",
    say: "日历上没有这个会籍变化日期，请核对月和日。",
  },
  "date.future": { field: "changeDay", say: "会籍变化日期还没有到，请核对年、月、日。" },
  "age.under-16": {
    field: "documentNumber",
    say: "不满 16 周岁，不能入会，请核对身份证号；确实未满的，请删去这一行并告知上级工会。",
  },
  "duplicate.file": {
    field: "documentNumber",
    say: "和第 {row} 行是同一个人，已按第 {row} 行登记，请删去这一行。",
  },
  "duplicate.file-name-differs": {
    field: "documentNumber",
    say: "和第 {row} 行的证件号码相同、姓名不同，请照身份证改正写错的一行。",
  },
  "text.formula": {
    field: null,
    say: "“{column}”像是公式，不是文字，请改成要登记的内容。",
  },
} as const satisfies Record<string, FaultKind>;

export type RosterFault = keyof typeof rosterFaults;

/** One fault of one row. */
export interface ExpectedFault {
  readonly code: RosterFault;
  readonly field: RosterField;
  /** The other row of a duplicate, as numbered in the sheet. */
  readonly otherRow?: number;
}

/** What is odd about a row that is good nevertheless: an import has to understand it. */
export const rosterOddities = {
  "id.15": "15 位旧身份证号，换成 18 位",
  "id.written": "证件号码里有全角数字、空格、小写 x 或文本记号",
  "name.written": "姓名里有空格、看不见的字符或别样的间隔点",
  "date.written": "日期是文字、序号或真正的日期单元格",
  "phone.written": "手机号带 +86、短横、空格、全角数字，或是数字单元格",
  "code.written": "用了旧代码、代码或俗称",
  "birth.empty": "出生日期空着，由身份证号得出",
  "sex.empty": "性别空着，由身份证号得出",
  "result.old": "留着上次导入的结果，不看",
  "employer.merged": "工作单位合并了单元格",
} as const;

export type RosterOddity = keyof typeof rosterOddities;
