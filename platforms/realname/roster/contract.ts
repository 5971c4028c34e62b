// Roster (实名采集): shapes and routes of importing rosters; exporting is beside.
import { z } from "zod";
import { refusals } from "./refusals.ts";

export { takeOut, takeOutFile } from "./export-contract.ts";
export { faulty, faultyRows, newMembers } from "./result-contract.ts";
export { refusals };

export const limits = {
  importRows: 200_000,
  fileBytes: 50 * 1024 * 1024,
  previewRows: 20,
  /** Rows looked through for a preview; a shorter roster is looked through whole. */
  sampledRows: 5_000,
} as const;

export const importStates = {
  ready: "待确认",
  waiting: "排队中",
  running: "导入中",
  done: "已完成",
  cancelled: "已停止",
  failed: "已中断",
} as const;
type ImportState = keyof typeof importStates;
const stateShape = z.enum(Object.keys(importStates) as [ImportState, ...ImportState[]]);

const column = z.object({
  title: z.string().describe("表头上的名字，没有时为空"),
  field: z.string().nullable().describe("认成的栏目，没有认出时为空"),
  confidence: z.number().min(0).max(1),
});

export const importShape = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  fileName: z.string(),
  by: z.string(),
  mine: z.boolean().describe("是您自己上传的"),
  state: stateShape,
  sheet: z.string().nullable(),
  headRow: z.number().int().describe("表头最后一行的行号，没有表头时为 0"),
  columns: z.array(column),
  missing: z.array(z.string()).describe("还没有对应上的必填栏目"),
  rowsTotal: z.number().int(),
  rowsRead: z.number().int(),
  rowsASecond: z.number().int().nullable(),
  secondsLeft: z.number().int().nullable(),
  enrolled: z.number().int().describe("新入库"),
  updated: z.number().int().describe("本会会员，信息已更新"),
  unchanged: z.number().int().describe("本会会员，没有变化"),
  faulty: z.number().int(),
  skipped: z.number().int().describe("标题、合计、空行等"),
  says: z.string().describe("现在到了哪一步，一句话"),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  can: z.object({
    map: z.boolean(),
    start: z.boolean(),
    cancel: z.boolean(),
    faulty: z.boolean(),
  }),
});

const params = z.object({ id: z.uuid("导入编号不对") });

export const open = {
  id: "roster.import.open",
  title: "上传名册",
  method: "POST",
  path: "/roster/imports",
  body: z.object({ fileId: z.uuid("请先上传文件"), unionId: z.uuid("请选择工会") }),
  answer: importShape,
  refusals: [refusals.unionNotFound],
} as const;

export const list = {
  id: "roster.import.list",
  title: "导入记录",
  method: "GET",
  path: "/roster/imports",
  query: z.object({
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(importShape.omit({ columns: true, headRow: true, missing: true, sheet: true })),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

export const show = {
  id: "roster.import.show",
  title: "导入进度",
  method: "GET",
  path: "/roster/imports/:id",
  params,
  answer: importShape.extend({
    faults: z.array(z.object({ code: z.string(), title: z.string(), rows: z.number().int() })),
  }),
  refusals: [refusals.importNotFound],
} as const;

export const preview = {
  id: "roster.import.preview",
  title: "预览名册",
  method: "GET",
  path: "/roster/imports/:id/preview",
  params,
  answer: z.object({
    fields: z
      .array(z.object({ field: z.string(), title: z.string(), required: z.boolean() }))
      .describe("可以对应的栏目"),
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
    remarks: z.array(z.string()),
    samples: z.array(z.array(z.string())).describe("每一列前几格的原文"),
    rows: z.array(
      z.object({
        row: z.number().int().describe("表里的行号"),
        values: z.record(z.string(), z.string()).describe("栏目到认出的内容"),
        faults: z.array(z.object({ field: z.string(), title: z.string(), say: z.string() })),
        notes: z.array(z.string()),
      }),
    ),
    looked: z.object({
      rows: z.number().int(),
      whole: z.boolean().describe("是否看完了全部行"),
      good: z.number().int(),
      faulty: z.number().int(),
      skipped: z.number().int(),
    }),
    faults: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        rows: z.number().int(),
        examples: z
          .array(z.object({ row: z.number().int(), written: z.string(), say: z.string() }))
          .describe("前几行例子：行号、表里写的、怎么改"),
      }),
    ),
  }),
  refusals: [refusals.importNotFound],
} as const;

export const map = {
  id: "roster.import.map",
  title: "更正栏目对应",
  method: "PUT",
  path: "/roster/imports/:id/mapping",
  params,
  body: z
    .object({
      sheet: z.string().max(200).optional().describe("换一张工作表，重新认栏目"),
      headRow: z.number().int().min(0).max(1000).optional().describe("指定表头，重新认栏目"),
      columns: z.array(z.string().max(40).nullable()).max(512).optional(),
    })
    .refine((body) => Object.keys(body).length > 0, "请写明要更正什么"),
  answer: importShape,
  refusals: [refusals.importNotFound, refusals.mappingWrong, refusals.alreadyRunning],
} as const;

export const start = {
  id: "roster.import",
  title: "名册批量导入",
  method: "POST",
  path: "/roster/imports/:id/start",
  params,
  answer: importShape,
  refusals: [refusals.importNotFound, refusals.columnsUnread, refusals.alreadyRunning],
} as const;

export const cancel = {
  id: "roster.import.cancel",
  title: "停止导入",
  method: "POST",
  path: "/roster/imports/:id/cancel",
  params,
  answer: importShape,
  refusals: [refusals.importNotFound, refusals.alreadyRunning],
} as const;

export const template = {
  id: "roster.import.template",
  title: "下载名册模板",
  method: "GET",
  path: "/roster/template",
} as const;
