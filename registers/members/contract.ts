// Members (会员): shapes and routes of the register: lists, one person, looking someone up, seeing what is masked.
import { dayShape as day } from "@niangjia/foundation/day-shape";
import { z } from "zod";

export const states = { active: "在册", kept: "保留会籍", ended: "已离会" } as const;
export const verdicts = {
  unverified: "未核验",
  matched: "一致",
  mismatched: "不一致",
  unknown: "查无",
} as const;

/** Fields that are shown masked until a purpose is given. */
export const maskedFields = {
  name: "姓名",
  documentNumber: "证件号码",
  phone: "手机号",
  household: "户籍所在地",
} as const;

const keysOf = <const T extends Readonly<Record<string, string>>>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];

export const limits = {
  /** Beyond so many a count says only “more than”, and sorting asks to narrow down first. */
  countedAtMost: 100_000,
  /** Rows a reader can page through before narrowing down. */
  reachableRows: 200_000,
} as const;

export const refusals = {
  notFound: {
    code: "members.not-found",
    status: 404,
    say: "没有找到这个人。",
    next: "这个人可能不在您的管理范围内，或记录已归并；请从会员列表里重新查找。",
  },
  unionNotFound: {
    code: "members.union-not-found",
    status: 404,
    say: "没有找到这个工会。",
    next: "它可能不在您的管理范围内；请从组织树里重新选择。",
  },
  tooMany: {
    code: "members.too-many-to-sort",
    status: 422,
    say: "符合条件的超过 {limit} 人，不能按这一列排序。",
    next: "请先选择下级工会或加上条件，再排序。",
  },
  tooFar: {
    code: "members.too-far",
    status: 422,
    say: "最多翻到第 {limit} 人。",
    next: "请先选择下级工会或加上条件，再翻页。",
  },
  unreadable: {
    code: "members.unreadable-number",
    status: 422,
    say: "{say}",
    next: "请照证件核对后再查。",
  },
} as const;

/** Refusals of merging, for the room that offers it. */
export const mergeRefusals = {
  oneRecord: {
    code: "members.merge-one-record",
    status: 422,
    say: "选中的是同一条记录。",
    next: "请选择两条不同的会员记录。",
  },
  notBoth: {
    code: "members.merge-not-both",
    status: 404,
    say: "两条记录不都在您的管理范围内，或其中一条已经归并。",
    next: "请刷新后重新选择；跨工会的，请由两个工会共同的上级工会办理。",
  },
  livingFirst: {
    code: "members.merge-living-first",
    status: 409,
    say: "只有被归并的那条记录是在册会员，会籍不能丢。",
    next: "请改为保留在册的那一条；它写错的信息可以勾选采用另一条的。",
  },
  mergedOn: {
    code: "members.merge-merged-on",
    status: 409,
    say: "保留的那条记录后来又归并到了另一条。",
    next: "请先撤销后一次归并，再撤销这一次。",
  },
} as const;

const age = z.coerce.number("年龄应是数字").int("年龄应是整数").min(0).max(150);

/** What lists and exports can be narrowed down by. */
export const filterShape = z.object({
  unionId: z.uuid("工会编号不对").optional().describe("本级或下级工会；不填为岗位所在工会"),
  below: z.stringbool().default(true).describe("是否含下级工会"),
  q: z.string().trim().max(40, "查找的字太长").optional().describe("姓名开头、拼音或首字母"),
  state: z
    .enum(["living", ...keysOf(states)])
    .default("living")
    .describe("living 是在册和保留会籍"),
  sex: z.enum(["1", "2"]).optional(),
  ageFrom: age.optional(),
  ageTo: age.optional(),
  joinedFrom: day.optional(),
  joinedTo: day.optional(),
  occupation: z.string().trim().max(40).optional().describe("工种（职业），全称"),
  gig: z.stringbool().optional().describe("是否新就业形态劳动者"),
  verified: z.enum(keysOf(verdicts)).optional(),
});
export type MemberFilter = z.output<typeof filterShape>;

const sortKeys = ["union", "name", "joined", "age"] as const;

export const rowShape = z.object({
  personId: z.uuid(),
  name: z.string().describe("已脱敏"),
  sex: z.string(),
  age: z.number().int().nullable(),
  idMask: z.string(),
  phoneMask: z.string().nullable(),
  unionId: z.uuid(),
  unionName: z.string(),
  number: z.string().describe("会员号"),
  state: z.enum(keysOf(states)),
  joinedDay: z.iso.date(),
  employer: z.string().nullable(),
  occupation: z.string().nullable(),
  gig: z.boolean(),
  verified: z.enum(keysOf(verdicts)),
});

export const list = {
  id: "members.list",
  title: "会员列表",
  method: "GET",
  path: "/members",
  query: filterShape.extend({
    sort: z
      .string()
      .regex(new RegExp(`^-?(?:${sortKeys.join("|")})$`), "不能按这一列排序")
      .default("union")
      .describe("union、name、joined、age；前面加 - 为倒序"),
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(rowShape),
    total: z.number().int(),
    capped: z.boolean().describe("为真时实际人数多于 total"),
    page: z.number().int(),
    size: z.number().int(),
  }),
  refusals: [refusals.unionNotFound, refusals.tooMany, refusals.tooFar],
} as const;

export const find = {
  id: "members.find",
  title: "按证件号码或手机号查人",
  method: "POST",
  path: "/members/find",
  body: z
    .object({
      documentKind: z.string().max(3).default("111").describe("代码表 document-kind"),
      documentNumber: z.string().trim().max(40).optional(),
      phone: z.string().trim().max(30).optional(),
    })
    .refine(
      ({ documentNumber, phone }) => Boolean(documentNumber) !== Boolean(phone),
      "请填写证件号码或手机号，只填一项",
    ),
  answer: z.object({ rows: z.array(rowShape) }),
  refusals: [refusals.unreadable],
} as const;

const personParams = z.object({ id: z.uuid("人员编号不对") });

const personShape = z.object({
  personId: z.uuid(),
  name: z.string().describe("已脱敏"),
  state: z.enum(keysOf(states)),
  unionId: z.uuid(),
  unionName: z.string(),
  number: z.string(),
  verified: z.enum(keysOf(verdicts)),
  verifiedAt: z.iso.datetime().nullable(),
  facts: z.array(
    z.object({
      field: z.string(),
      title: z.string(),
      text: z.string().nullable().describe("已脱敏；没有填写时为空"),
      masked: z.boolean(),
      source: z.string().nullable().describe("来源，如“名册导入”"),
      at: z.iso.datetime().nullable().describe("说这项信息的时间"),
    }),
  ),
  memberships: z.array(
    z.object({
      id: z.uuid(),
      unionId: z.uuid(),
      unionName: z.string(),
      number: z.string(),
      state: z.enum(keysOf(states)),
      joinedDay: z.iso.date(),
      endedDay: z.iso.date().nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      id: z.uuid(),
      day: z.iso.date(),
      kind: z.string(),
      reason: z.string().nullable(),
      source: z.string(),
      at: z.iso.datetime(),
      note: z.string().nullable(),
    }),
  ),
  looks: z.array(
    z.object({
      at: z.iso.datetime(),
      viewer: z.string(),
      fields: z.array(z.string()),
      purpose: z.string(),
    }),
  ),
});

export const person = {
  id: "members.person",
  title: "会员信息",
  method: "GET",
  path: "/members/:id",
  params: personParams,
  answer: personShape,
  refusals: [refusals.notFound],
} as const;

export const mine = {
  id: "members.mine",
  title: "工会登记的本人信息",
  method: "GET",
  path: "/members/mine",
  answer: z.object({ person: personShape.nullable().describe("还没有登记过的为空") }),
} as const;

export const unmask = {
  id: "members.unmask",
  title: "查看完整信息",
  method: "POST",
  path: "/members/:id/unmask",
  params: personParams,
  body: z.object({
    fields: z.array(z.enum(keysOf(maskedFields))).min(1, "请选择要看哪一项"),
    purpose: z
      .string()
      .trim()
      .min(2, "请写明为什么要看，至少 2 个字")
      .max(200, "事由最多 200 个字"),
  }),
  answer: z.object({
    values: z.partialRecord(z.enum(keysOf(maskedFields)), z.string().nullable()),
  }),
  refusals: [refusals.notFound],
} as const;
