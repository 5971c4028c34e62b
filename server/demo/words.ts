// The words (用语) of coded facts in the demo federation, each with its code in the standard that `rules.md` §4 names.

export type Sex = "男" | "女";

/** GB/T 2261.1. */
export const sexes = { 男: "1", 女: "2" } as const satisfies Record<Sex, string>;

/** GB/T 3304, the groups that occur in the demo. */
export const ethnicGroups = {
  汉族: "01",
  回族: "03",
  维吾尔族: "05",
  苗族: "06",
  壮族: "08",
  侗族: "12",
  瑶族: "13",
  白族: "14",
  土家族: "15",
} as const;
export type EthnicGroup = keyof typeof ethnicGroups;

/** GB/T 4658, by head. */
export const educations = {
  研究生: "10",
  大学本科: "20",
  大学专科: "30",
  中等专科: "41",
  职业高中: "44",
  技工学校: "47",
  普通高中: "60",
  初中: "70",
  小学: "80",
} as const;
export type Education = keyof typeof educations;

/** GB/T 4762. */
export const politicalStatuses = {
  中共党员: "01",
  中共预备党员: "02",
  共青团员: "03",
  民盟盟员: "05",
  民建会员: "06",
  无党派人士: "12",
  群众: "13",
} as const;
export type PoliticalStatus = keyof typeof politicalStatuses;

export const employmentStatuses = { 在岗: "1", 待岗: "2", 失业: "3", 退休: "4", 病休: "8" } as const;
export type EmploymentStatus = keyof typeof employmentStatuses;

/** The eight grades (新八级工) since 2022, lowest first. */
export const skillGrades = [
  "学徒工",
  "初级工",
  "中级工",
  "高级工",
  "技师",
  "高级技师",
  "特级技师",
  "首席技师",
] as const;
export type SkillGrade = (typeof skillGrades)[number];

/** Codes of skill grades before 2022, still in old sheets. */
export const formerSkillCodes: Readonly<Record<string, SkillGrade>> = {
  1: "高级技师",
  2: "技师",
  3: "高级工",
  4: "中级工",
  5: "初级工",
};

/** The eight groups (八大群体) of 2018 and the ride-hailing drivers of 2021. */
export const gigGroups = [
  "货车司机",
  "网约车司机",
  "快递员",
  "网约送餐员",
  "护工护理员",
  "家政服务员",
  "商场信息员",
  "房产中介员",
  "保安员",
] as const;
export type GigGroup = (typeof gigGroups)[number];

export type HouseholdKind = "农业户口" | "非农业户口";

/** 行业门类, GB/T 4754-2017. */
export const industries = {
  "农、林、牧、渔业": "A",
  制造业: "C",
  建筑业: "E",
  批发和零售业: "F",
  "交通运输、仓储和邮政业": "G",
  住宿和餐饮业: "H",
  "信息传输、软件和信息技术服务业": "I",
  房地产业: "K",
  租赁和商务服务业: "L",
  "居民服务、修理和其他服务业": "O",
  教育: "P",
  卫生和社会工作: "Q",
  "公共管理、社会保障和社会组织": "S",
} as const;
export type Industry = keyof typeof industries;

/** 单位类别, form of 2015. */
export const firmTypes = {
  国有: "110",
  其他有限责任公司: "159",
  国有控股股份公司: "161",
  其他股份有限公司: "169",
  私营: "170",
  港澳台商投资: "200",
  外商投资: "300",
  事业: "400",
  机关: "500",
  民办非企业: "700",
} as const;
export type FirmType = keyof typeof firmTypes;
