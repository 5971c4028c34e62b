// Membership (会员入转退): how joining, moving and leaving are refused, which unions are proposed, who
// came and went; forms and their routes are those of cases.
import { dayShape as day } from "@niangjia/foundation/day-shape";
import { z } from "zod";

const kind = (code: string, status: number, say: string, next: string) => ({
  code: `membership.${code}`,
  status,
  say,
  next,
});

export const refusals = {
  alreadyMember: kind(
    "already-member",
    409,
    "这个证件号码已是工会会员，会籍在{where}。",
    "不用重复入会；换了单位或工会，请申请“组织关系接转”。",
  ),
  keptMember: kind(
    "kept-member",
    409,
    "这个证件号码的会籍已保留，在{where}。",
    "不用重新入会；重新就业后，请申请“恢复会籍”。",
  ),
  nameDiffers: kind(
    "name-differs",
    409,
    "这个证件号码登记的姓名与填写的不一致。",
    "请照证件核对姓名和号码；确实改过名字的，请带证件到工会办理。",
  ),
  otherDocument: kind(
    "other-document",
    409,
    "您以前用另一个证件登记过。",
    "请用原来的证件申请；证件已更换的，请带新旧证件到工会更正。",
  ),
  accountElsewhere: kind(
    "account-elsewhere",
    409,
    "这个证件号码已有另一个账号。",
    "请用原来的手机号登录；手机号已停用的，请带证件到工会办理。",
  ),
  neverMember: kind(
    "never-member",
    409,
    "没有查到您的会籍。",
    "请申请“入会”；以前在别处入过会的，照证件填写，批准后沿用原来的会员号。",
  ),
  memberNoMore: kind(
    "member-no-more",
    409,
    "您的会籍已经终止。",
    "请申请“恢复会籍”，沿用原来的会员号。",
  ),
  activeMember: kind(
    "active-member",
    409,
    "您是“{name}”的在册会员，会籍不需要恢复。",
    "换了单位或工会，请申请“组织关系接转”。",
  ),
  nothingChanged: kind(
    "nothing-changed",
    422,
    "没有填写要变更的内容，或填写的与登记的一样。",
    "请只填要改的几项，填写变更后的内容。",
  ),
  notVoluntary: kind(
    "not-voluntary",
    422,
    "入会须由职工本人自愿申请。",
    "请本人确认自愿加入后再提交。",
  ),
  tooYoung: kind(
    "too-young",
    422,
    "年满 {age} 周岁才能加入工会。",
    "请照证件核对号码；未满年龄的请到期后再申请。",
  ),
} as const;

export const proposeUnions = {
  id: "membership.join.unions",
  title: "推荐可以加入的工会",
  method: "GET",
  path: "/membership/unions",
  query: z.object({
    division: z
      .string()
      .regex(/^\d{6}(\d{3}){0,2}$/, "行政区划代码应是 6、9 或 12 位数字")
      .optional()
      .describe("工作或居住的地方"),
    employer: z.string().trim().max(60, "单位名称最多 60 个字").optional(),
    uscc: z.string().trim().length(18, "统一社会信用代码应是 18 位").optional(),
    gigOccupation: z.string().max(2).optional().describe("代码表 gig-occupation"),
  }),
  answer: z.object({
    rows: z.array(
      z.object({ id: z.uuid(), name: z.string(), why: z.string().describe("为什么推荐") }),
    ),
  }),
} as const;

const degrees = (atMost: number) =>
  z.coerce.number().min(-atMost, "经纬度不对").max(atMost, "经纬度不对");

export const nearbyPlaces = {
  id: "membership.join.places",
  title: "手机位置附近的县（市、区）",
  method: "GET",
  path: "/membership/places",
  query: z.object({
    longitude: degrees(180).describe("东经，度；精确到 0.01 就够"),
    latitude: degrees(90).describe("北纬，度"),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        division: z.string().describe("行政区划代码"),
        unionName: z.string().describe("那里的总工会"),
        kilometres: z.number().int().describe("离县城大约多远"),
      }),
    ),
  }),
} as const;

export const membershipChanges = {
  id: "membership.transfer.changes",
  title: "会籍变动台账",
  method: "GET",
  path: "/membership/changes",
  query: z.object({
    kind: z.string().max(1).optional().describe("代码表 membership-change"),
    fromDay: day.optional(),
    toDay: day.optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        day: z.iso.date(),
        at: z.iso.datetime(),
        kind: z.string(),
        kindName: z.string(),
        reasonName: z.string().nullable(),
        note: z.string().nullable(),
        who: z.string().nullable().describe("已脱敏"),
        number: z.string().describe("会员号"),
        personId: z.uuid().nullable().describe("已转出管理范围的为空"),
        unionName: z.string(),
        otherUnionName: z.string().nullable().describe("转往或转自的工会"),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

export const employments = {
  id: "membership.change.employments",
  title: "工作单位",
  method: "GET",
  path: "/membership/employments",
  query: z.object({
    personId: z.uuid("人员编号不对").optional().describe("不填是本人"),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        employer: z.string(),
        occupation: z.string().nullable(),
        fromDay: z.iso.date(),
        toDay: z.iso.date().nullable().describe("仍在这里工作的为空"),
        source: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  }),
} as const;
