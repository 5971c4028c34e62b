// Columns (名册栏目): the 22 of the national interface's import sheet (rules.md §4), two more, and what people call them.
import type { ListName } from "@niangjia/foundation/codelists";

interface ColumnInfo {
  /** As the template writes it. */
  readonly title: string;
  /** What other sheets call the same; compared without spaces, brackets and stars. */
  readonly alsoCalled: readonly string[];
  readonly list?: ListName;
  /** In the template; the others are understood when a sheet has them. */
  readonly inTemplate: boolean;
  readonly required?: true;
}

const usual = (title: string, ...alsoCalled: string[]): ColumnInfo => ({
  title,
  alsoCalled,
  inTemplate: true,
});

const coded = (list: ListName, title: string, ...alsoCalled: string[]): ColumnInfo => ({
  ...usual(title, ...alsoCalled),
  list,
});

/** In the order of the template. The first is only counted along, the last two are what an import answered. */
export const rosterColumns = {
  number: usual("序号", "编号", "行号", "顺序号", "NO", "序"),
  name: {
    ...usual(
      "姓名",
      "名字",
      "职工姓名",
      "会员姓名",
      "员工姓名",
      "人员姓名",
      "工人姓名",
      "本人姓名",
    ),
    required: true,
  },
  sex: coded("sex", "性别"),
  birthDay: usual("出生日期", "出生年月日", "生日", "出生年月", "出生时间"),
  ethnicGroup: coded("ethnic-group", "民族"),
  employmentStatus: coded("employment", "就业状况", "就业状态", "从业状况", "在岗情况", "在岗状态"),
  documentKind: coded("document-kind", "证件类别", "证件类型", "有效证件类别", "证件种类"),
  documentNumber: {
    ...usual(
      "证件号码",
      "身份证号码",
      "身份证号",
      "身份证",
      "证件号",
      "公民身份号码",
      "公民身份证号码",
      "居民身份证号码",
      "居民身份证号",
      "有效证件号码",
      "有效证件号",
    ),
    required: true,
  },
  education: coded("education", "学历", "文化程度", "最高学历", "教育程度", "文化水平"),
  skillGrade: coded(
    "skill-grade",
    "技能等级",
    "技术等级",
    "技能技术等级",
    "职业技能等级",
    "职业资格等级",
  ),
  phone: usual(
    "移动电话",
    "手机",
    "手机号",
    "手机号码",
    "联系电话",
    "电话",
    "电话号码",
    "联系方式",
    "本人手机",
    "联系手机",
    "手机电话",
  ),
  householdKind: coded(
    "household-kind",
    "户籍类型",
    "户口类型",
    "户口性质",
    "户籍性质",
    "户籍类别",
  ),
  household: usual("户籍所在地", "户籍地址", "户口所在地", "户籍地", "户籍", "户口地址"),
  changeKind: coded(
    "membership-change",
    "会籍变化类型",
    "变化类型",
    "会籍变动类型",
    "会籍变更类型",
  ),
  changeDay: usual(
    "会籍变化日期",
    "入会日期",
    "入会时间",
    "加入工会日期",
    "加入工会时间",
    "变化日期",
    "会籍变动日期",
  ),
  changeReason: coded("membership-change-reason", "会籍变化原因", "变化原因", "会籍变动原因"),
  politicalStatus: coded("political-status", "政治面貌", "政治身份", "党派"),
  employer: usual(
    "工作单位",
    "单位",
    "单位名称",
    "所在单位",
    "用人单位",
    "企业名称",
    "公司名称",
    "公司",
    "工作单位名称",
  ),
  nativePlace: usual("籍贯"),
  migrantWorker: coded("yes-no", "是否农民工", "农民工", "是否为农民工"),
  result: usual("导入结果"),
  reason: usual("错误原因", "失败原因", "未导入原因"),
  occupation: { ...usual("工种", "职业", "岗位", "工种职业", "从事工种"), inTemplate: false },
  gigOccupation: {
    ...coded(
      "gig-occupation",
      "新就业形态群体",
      "新就业形态",
      "八大群体",
      "新就业群体",
      "就业群体",
    ),
    inTemplate: false,
  },
} as const satisfies Record<string, ColumnInfo>;

export type RosterField = keyof typeof rosterColumns;

export const rosterFields = Object.keys(rosterColumns) as RosterField[];

/** Columns that say something of a person. */
const bookkeeping: readonly RosterField[] = ["number", "result", "reason"];
export const personFields = rosterFields.filter((field) => !bookkeeping.includes(field));

export const columnOf = (field: RosterField): ColumnInfo => rosterColumns[field];
export const titleOf = (field: RosterField): string => rosterColumns[field].title;

export const isRosterField = (text: string): text is RosterField =>
  Object.hasOwn(rosterColumns, text);
