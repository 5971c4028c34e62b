// The words (用语) for coded facts that the demo draws; `foundation/codelists.ts` reads them all.

export const sexes = ["男", "女"] as const;
export type Sex = (typeof sexes)[number];

export const ethnicGroups = [
  "汉族",
  "回族",
  "维吾尔族",
  "苗族",
  "壮族",
  "侗族",
  "瑶族",
  "白族",
  "土家族",
] as const;
export type EthnicGroup = (typeof ethnicGroups)[number];

export const educations = [
  "研究生",
  "大学本科",
  "大学专科",
  "中等专科",
  "职业高中",
  "技工学校",
  "普通高中",
  "初中",
  "小学",
] as const;
export type Education = (typeof educations)[number];

export const politicalStatuses = [
  "中共党员",
  "中共预备党员",
  "共青团员",
  "民盟盟员",
  "民建会员",
  "无党派人士",
  "群众",
] as const;
export type PoliticalStatus = (typeof politicalStatuses)[number];

export const employmentStatuses = ["在岗", "待岗", "失业", "退休", "病休"] as const;
export type EmploymentStatus = (typeof employmentStatuses)[number];

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

/** The eight groups (八大群体) of 2018 and the ride-hailing drivers of 2021. */
const gigGroups = [
  "货车司机",
  "网约车司机",
  "快递员",
  "外卖配送员",
  "护工护理员",
  "家政服务员",
  "商场信息员",
  "房产中介员",
  "保安员",
] as const;
export type GigGroup = (typeof gigGroups)[number];

const householdKinds = ["农业户口", "非农业户口"] as const;
export type HouseholdKind = (typeof householdKinds)[number];

/** 行业门类, GB/T 4754-2017. */
const industries = [
  "农、林、牧、渔业",
  "制造业",
  "建筑业",
  "批发和零售业",
  "交通运输、仓储和邮政业",
  "住宿和餐饮业",
  "信息传输、软件和信息技术服务业",
  "房地产业",
  "租赁和商务服务业",
  "居民服务、修理和其他服务业",
  "教育",
  "卫生和社会工作",
  "公共管理、社会保障和社会组织",
] as const;
export type Industry = (typeof industries)[number];

/** 单位类别. */
export const firmTypes = [
  "其他有限责任公司",
  "国有控股股份有限公司",
  "其他股份有限公司",
  "私营企业",
  "港澳台商投资企业",
  "外商投资企业",
  "事业单位",
] as const;
export type FirmType = (typeof firmTypes)[number];
