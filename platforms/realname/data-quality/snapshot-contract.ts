// Snapshots (年报快照): shapes and routes of yearly statements, frozen with a hash.
import { z } from "zod";

export const snapshotRefusals = {
  notFound: {
    code: "data-quality.snapshot-not-found",
    status: 404,
    say: "没有找到这份年报快照。",
    next: "它可能不在您的管理范围内，请从快照列表里重新选择。",
  },
  dayAhead: {
    code: "data-quality.snapshot-day-ahead",
    status: 422,
    say: "统计时点 {day} 还没有到。",
    next: "请等到时点当天或以后再生成，或选择较早的年度。",
  },
  altered: {
    code: "data-quality.snapshot-altered",
    status: 409,
    say: "这份快照的内容和校验码对不上，已不可信。",
    next: "请从备份恢复，或联系系统管理员；不要使用这份数字。",
  },
} as const;

export const snapshotLine = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  year: z.number().int(),
  day: z.iso.date().describe("统计时点"),
  sha256: z.string().describe("内容校验码"),
  at: z.iso.datetime(),
  by: z.string(),
});

const counts = z.array(z.object({ code: z.string(), title: z.string(), count: z.number().int() }));

/** What is frozen. Keys are never renamed: an old statement is read with today's shape. */
export const statementShape = z.object({
  title: z.string(),
  unionName: z.string(),
  year: z.number().int(),
  day: z.iso.date(),
  rule: z.string().describe("统计口径"),
  members: z.number().int(),
  kept: z.number().int(),
  breakdowns: z.array(z.object({ title: z.string(), counts })),
  changes: counts.describe("统计年度内的会籍变化"),
  unions: z.object({ total: z.number().int(), levels: counts, kinds: counts }),
  below: z.array(
    z.object({
      unionName: z.string(),
      members: z.number().int(),
      kept: z.number().int(),
      women: z.number().int(),
      gig: z.number().int(),
    }),
  ),
  quality: z
    .object({
      score: z.number().nullable(),
      aspects: z.array(
        z.object({
          title: z.string(),
          weight: z.number(),
          good: z.number().int(),
          total: z.number().int(),
          percent: z.number().nullable(),
        }),
      ),
    })
    .nullable()
    .describe("统计时点的质量评分；当时还没有评分的为空"),
});
export type Statement = z.output<typeof statementShape>;

const params = z.object({ id: z.uuid("快照编号不对") });

export const freeze = {
  id: "data-quality.snapshot",
  title: "生成年报快照",
  method: "POST",
  path: "/data-quality/snapshots",
  body: z.object({
    unionId: z.uuid("工会编号不对").optional().describe("本级或下级工会；不填为岗位所在工会"),
    year: z.number().int().min(2018, "年度应在 2018 年以后").max(2100),
  }),
  answer: snapshotLine,
  refusals: [snapshotRefusals.dayAhead],
} as const;

export const snapshots = {
  id: "data-quality.snapshot.list",
  title: "年报快照列表",
  method: "GET",
  path: "/data-quality/snapshots",
  query: z.object({
    unionId: z.uuid("工会编号不对").optional().describe("本级或下级工会；不填为岗位所在工会"),
    year: z.coerce.number().int().min(2018).max(2100).optional(),
    page: z.coerce.number().int().min(1).max(1_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(snapshotLine),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

export const snapshot = {
  id: "data-quality.snapshot.show",
  title: "年报快照",
  method: "GET",
  path: "/data-quality/snapshots/:id",
  params,
  answer: snapshotLine.extend({ statement: statementShape }),
  refusals: [snapshotRefusals.notFound, snapshotRefusals.altered],
} as const;

export const snapshotFile = {
  id: "data-quality.snapshot.file",
  title: "下载年报快照",
  method: "GET",
  path: "/data-quality/snapshots/:id/file",
  params,
  query: z.object({
    kind: z.enum(["json", "pdf", "xlsx"]).default("pdf").describe("json 是计算校验码的原文"),
  }),
  refusals: [snapshotRefusals.notFound, snapshotRefusals.altered],
} as const;
