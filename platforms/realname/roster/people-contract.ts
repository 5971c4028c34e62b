// Records of people (会员记录): shapes and routes of merging, un-merging and verifying.
import { refusals as memberRefusals, mergeRefusals } from "@niangjia/registers/members/contract";
import { z } from "zod";

export const refusals = {
  mergeNotFound: {
    code: "roster.merge-not-found",
    status: 404,
    say: "没有找到这次归并。",
    next: "它可能不在您的管理范围内，请从归并记录里重新选择。",
  },
  noteNeeded: {
    code: "roster.merge-note-needed",
    status: 422,
    say: "这两条记录相似的地方不多，系统看不出是同一个人。",
    next: "请向本人核实后，写明您依据什么认定是同一个人（至少 5 个字）。",
  },
  tooLate: {
    code: "roster.merge-too-late",
    status: 409,
    say: "已过撤销期限（{day}）。",
    next: "确实归并错了的，请为另一位重新办理入会。",
  },
  undoneAlready: {
    code: "roster.merge-undone-already",
    status: 409,
    say: "这次归并已经撤销过了。",
    next: "请刷新后查看两条记录。",
  },
  nothingToMend: {
    code: "roster.nothing-to-mend",
    status: 422,
    say: "没有查到这个问题，可能已经改好了。",
    next: "请刷新数据质量清单，重新选择要退回的问题。",
  },
  notMended: {
    code: "roster.not-mended",
    status: 409,
    say: "还有 {count} 人没有改好，不能销号。",
    next: "请先改好（重新导入名册，或办理会员信息变更），再点同意；核实无误不需要改的，请写明原因不予通过。",
  },
  notVerifiable: {
    code: "roster.not-verifiable",
    status: 422,
    say: "这个人的证件不是居民身份证，不能联网核验。",
    next: "请照证件人工核对。",
  },
} as const;

const field = z.string().max(40);
const party = z.enum(["first", "second"]);

const recordShape = z.object({
  personId: z.uuid(),
  unionId: z.uuid().nullable().describe("现在所在的工会；不是会员时为空"),
  unionName: z.string().nullable(),
  state: z.enum(["active", "kept", "ended"]),
  verified: z.string(),
  updatedAt: z.iso.datetime(),
});

const lineShape = z.object({
  field,
  title: z.string(),
  first: z.string().nullable().describe("已脱敏"),
  second: z.string().nullable().describe("已脱敏"),
  relation: z.enum(["same", "differs", "only-first", "only-second", "neither"]),
});

const evidenceShape = z.array(
  z.object({ rule: z.string(), points: z.number().int(), say: z.string() }),
);

export const compare = {
  id: "roster.merge.compare",
  title: "两条记录对照",
  method: "GET",
  path: "/roster/merges/compare",
  query: z.object({ first: z.uuid("人员编号不对"), second: z.uuid("人员编号不对") }),
  answer: z.object({
    first: recordShape,
    second: recordShape,
    lines: z.array(lineShape),
    score: z.number().int(),
    evidence: evidenceShape,
    noteNeeded: z.boolean(),
    suggestion: z.object({ survivor: party, take: z.array(field) }),
    remarks: z.array(z.string()),
  }),
  refusals: [mergeRefusals.oneRecord, mergeRefusals.notBoth],
} as const;

export const merge = {
  id: "roster.merge",
  title: "重复会员归并",
  method: "POST",
  path: "/roster/merges",
  body: z.object({
    survivorId: z.uuid("请选择保留哪一条"),
    absorbedId: z.uuid("请选择归并哪一条"),
    take: z
      .array(field)
      .max(40)
      .default([])
      .describe("采用被归并记录的哪些信息；保留记录没有的总会补上"),
    note: z.string().trim().max(200, "依据最多 200 个字").optional(),
  }),
  answer: z.object({
    id: z.uuid(),
    taken: z.array(field),
    untilDay: z.iso.date().describe("可以撤销到这一天"),
    remarks: z.array(z.string()),
  }),
  refusals: [
    mergeRefusals.oneRecord,
    mergeRefusals.notBoth,
    mergeRefusals.livingFirst,
    refusals.noteNeeded,
  ],
} as const;

const mergeShape = z.object({
  id: z.uuid(),
  survivorId: z.uuid(),
  absorbedId: z.uuid(),
  name: z.string().describe("保留记录的姓名，已脱敏"),
  absorbedName: z.string().describe("被归并记录的姓名，已脱敏"),
  at: z.iso.datetime(),
  by: z.string(),
  note: z.string().nullable(),
  score: z.number().int(),
  untilDay: z.iso.date(),
  undone: z
    .object({ at: z.iso.datetime(), by: z.string(), note: z.string().nullable() })
    .nullable(),
  can: z.object({ undo: z.boolean() }),
});

export const list = {
  id: "roster.merge.list",
  title: "归并记录",
  method: "GET",
  path: "/roster/merges",
  query: z.object({
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(mergeShape),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

const params = z.object({ id: z.uuid("归并编号不对") });

export const show = {
  id: "roster.merge.show",
  title: "归并详情",
  method: "GET",
  path: "/roster/merges/:id",
  params,
  answer: mergeShape.extend({
    evidence: evidenceShape,
    taken: z.array(field),
    lines: z.array(lineShape).describe("归并以前的两条记录：first 是保留的，second 是被归并的"),
  }),
  refusals: [refusals.mergeNotFound],
} as const;

export const undo = {
  id: "roster.merge.undo",
  title: "撤销归并",
  method: "POST",
  path: "/roster/merges/:id/undo",
  params,
  body: z.object({
    note: z.string().trim().min(2, "请写明为什么撤销，至少 2 个字").max(200, "原因最多 200 个字"),
  }),
  answer: z.object({
    restored: z.array(field).describe("恢复成归并以前的信息"),
    left: z.array(field).describe("归并以后又改过、保留新内容的信息"),
    membership: z.boolean().describe("为假时原工会已撤销，会籍没有恢复"),
  }),
  refusals: [
    refusals.mergeNotFound,
    refusals.tooLate,
    refusals.undoneAlready,
    mergeRefusals.notBoth,
    mergeRefusals.mergedOn,
  ],
} as const;

export const verify = {
  id: "roster.verify",
  title: "实名核验",
  method: "POST",
  path: "/roster/people/:id/verify",
  params: z.object({ id: z.uuid("人员编号不对") }),
  answer: z.object({ asked: z.literal(true).describe("已提交；结果稍后显示在会员信息里") }),
  refusals: [memberRefusals.notFound, refusals.notVerifiable],
} as const;
