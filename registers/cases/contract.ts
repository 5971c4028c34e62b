// Cases (办件): a case and what may be done to it; filing, the desk and what lies beside in files of their
// own. One set of routes for all functions.
import {
  actions,
  commandShape,
  doorShape,
  formShape,
  stageShape,
  statusShape,
} from "@niangjia/engine/process/contract";
import { z } from "zod";
import { partsShape, recordsShape } from "./case-parts-contract.ts";
import { clockShape } from "./desk-contract.ts";
import { facts } from "./filing-contract.ts";
import { ratingShape } from "./rating-contract.ts";
import { refusals } from "./refusals.ts";

export * from "./desk-contract.ts";
export { checkIssued } from "./dossier-contract.ts";
export * from "./filing-contract.ts";
export * from "./hand-over-contract.ts";
export * from "./notice-contract.ts";
export * from "./parties-contract.ts";
export * from "./phrase-contract.ts";
export * from "./proxy-contract.ts";
export * from "./rating-contract.ts";
export { refusals };

export const batchAtMost = 100;

/** Where the ends show a case. */
export const caseLink = (id: string): string => `/cases/${id}`;

const idShape = z.uuid("办件编号不对");
export const searchCases = {
  id: "cases.search",
  title: "查找办件",
  method: "GET",
  path: "/cases/search",
  query: z.object({
    q: z
      .string()
      .trim()
      .min(2, "请至少输入 2 个字")
      .max(40, "查找的字太长")
      .describe("办件编号开头，或标题里的字；姓名按隐去后的样子比对"),
    size: z.coerce.number().int().min(1).max(20).default(5),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        title: z.string(),
        status: statusShape,
        statusTitle: z.string(),
      }),
    ),
  }),
} as const;

export const showCase = {
  id: "cases.case",
  title: "办件详情",
  method: "GET",
  path: "/cases/:id",
  params: z.object({ id: idShape }),
  answer: z.object({
    id: z.uuid(),
    number: z.string(),
    function: z.string(),
    functionTitle: z.string(),
    title: z.string(),
    status: statusShape,
    statusTitle: z.string(),
    union: z.object({ id: z.uuid(), name: z.string() }),
    personId: z.uuid().nullable(),
    filedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    outcome: z.string().nullable(),
    clock: clockShape.nullable(),
    facts: z.array(
      z.object({
        title: z.string().optional(),
        lines: z.array(
          z.object({
            name: z.string(),
            title: z.string(),
            text: z.string(),
            was: z.string().optional().describe("变更前的内容，办结前显示；隐去的同样隐去"),
            masked: z.boolean(),
            files: z.array(z.object({ id: z.uuid(), name: z.string() })).optional(),
            table: z
              .object({
                columns: z.array(
                  z.object({ name: z.string(), title: z.string(), masked: z.boolean() }),
                ),
                rows: z.array(z.array(z.string())),
              })
              .optional()
              .describe("表格；查看完整信息时用“项目.行.列”，行从 0 起"),
          }),
        ),
      }),
    ),
    stages: z.array(stageShape),
    history: z.array(
      z.object({
        seq: z.number().int(),
        at: z.iso.datetime(),
        kind: z.enum(Object.keys(actions) as [keyof typeof actions, ...(keyof typeof actions)[]]),
        title: z.string(),
        step: z.string().nullable(),
        who: z.string(),
        opinion: z.string(),
      }),
    ),
    can: z.array(doorShape),
    writes: formShape
      .extend({ filled: facts.describe("先前填过的，例如退回以前；隐去的内容原样交回即可") })
      .describe("现在这一步可以填写的项目"),
    answers: facts.nullable().describe("退回补正时用来再次填写；隐去的内容原样交回即可"),
    ...partsShape,
    records: z.array(recordsShape).describe("提交以后记下的，如承办人和办理日志"),
    rating: ratingShape.nullable().describe("申请人的评价"),
    mayRate: z.boolean().describe("现在可以评价，或修改评价"),
  }),
  refusals: [refusals.notFound],
} as const;

export const commandCase = {
  id: "cases.command",
  title: "办理",
  method: "POST",
  path: "/cases/:id/commands",
  params: z.object({ id: idShape }),
  body: z.object({
    command: commandShape,
    facts: facts.optional().describe("重新提交时改过的内容；不填表示没有改"),
  }),
  answer: z.object({ status: statusShape, can: z.array(doorShape) }),
  refusals: [refusals.notFound, refusals.faulty, refusals.justChanged, refusals.alreadyRunning],
} as const;

export const agreeAll = {
  id: "cases.agree-all",
  title: "批量同意",
  method: "POST",
  path: "/cases/commands",
  body: z.object({
    items: z
      .array(z.object({ id: idShape, task: z.int().positive() }))
      .min(1, "请至少选择一件")
      .max(batchAtMost, `一次最多办理 ${batchAtMost} 件`),
    opinion: z.string().trim().max(500, "意见最多 500 个字").optional(),
  }),
  answer: z.object({
    agreed: z.number().int(),
    rows: z.array(
      z.discriminatedUnion("ok", [
        z.object({ id: z.uuid(), ok: z.literal(true), status: statusShape }),
        z.object({
          id: z.uuid(),
          ok: z.literal(false),
          code: z.string(),
          say: z.string(),
          next: z.string(),
        }),
      ]),
    ),
  }),
} as const;

export const fetchCaseFile = {
  id: "cases.file-of-case",
  title: "下载办件的附件",
  method: "GET",
  path: "/cases/:id/files/:file",
  params: z.object({ id: idShape, file: z.uuid("文件编号不对") }),
  refusals: [refusals.notFound, refusals.fileUnknown],
} as const;

export const unmaskFacts = {
  id: "cases.unmask",
  title: "查看办件里的完整信息",
  method: "POST",
  path: "/cases/:id/unmask",
  params: z.object({ id: idShape }),
  body: z.object({
    fields: z.array(z.string().max(120)).min(1, "请选择要看哪一项").max(20),
    purpose: z
      .string()
      .trim()
      .min(2, "请写明为什么要看，至少 2 个字")
      .max(200, "事由最多 200 个字"),
  }),
  answer: z.object({ values: z.record(z.string(), z.string()) }),
  refusals: [refusals.notFound, refusals.nothingHidden],
} as const;
