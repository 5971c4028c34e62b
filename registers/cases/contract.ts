// Cases (办件): functions one may start, filing, a case and what may be done to it, the desk. One set
// of routes for all functions.
import {
  actions,
  commandShape,
  doorShape,
  formShape,
  stageShape,
  statusShape,
} from "@niangjia/engine/process/contract";
import { z } from "zod";
import { clockShape, functionId } from "./desk-contract.ts";
import { ratingShape } from "./rating-contract.ts";
import { refusals } from "./refusals.ts";

export * from "./desk-contract.ts";
export * from "./rating-contract.ts";
export { refusals };

export const batchAtMost = 100;

/** Where the ends show a case. */
export const caseLink = (id: string): string => `/cases/${id}`;

const idShape = z.uuid("办件编号不对");
const facts = z.record(z.string().max(60), z.unknown()).describe("按表单各项的名称填写");

const says = z.string().describe("一句话说明，用职工自己的话");
const closed = z
  .object({ say: z.string(), next: z.string() })
  .nullable()
  .describe("现在为什么不能申请、可以怎么办；能申请时为空");

export const listFunctions = {
  id: "cases.functions",
  title: "可以申请的事项",
  method: "GET",
  path: "/cases/functions",
  answer: z.object({
    groups: z.array(
      z.object({
        platform: z.string().nullable(),
        room: z.string(),
        title: z.string(),
        functions: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            says,
            closed,
            words: z.array(z.string()).describe("可以搜到它的词、拼音和首字母"),
          }),
        ),
      }),
    ),
  }),
} as const;

export const listActs = {
  id: "cases.acts",
  title: "办件操作的名称",
  method: "GET",
  path: "/cases/acts",
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.string().describe("操作代码，如 membership.join.agree"),
        title: z.string(),
      }),
    ),
  }),
} as const;

export const showFunction = {
  id: "cases.function",
  title: "事项的表单、流程和已知信息",
  method: "GET",
  path: "/cases/functions/:id",
  params: z.object({ id: functionId }),
  answer: z.object({
    id: z.string(),
    title: z.string(),
    says,
    closed,
    platform: z.string().nullable(),
    room: z.string(),
    form: formShape,
    stages: z.array(stageShape),
    prefill: facts.describe("工会已掌握的内容；隐去的号码原样交回即可"),
    draft: z.object({ facts, savedAt: z.iso.datetime() }).nullable(),
  }),
  refusals: [refusals.functionUnknown, refusals.notForYou],
} as const;

export const keepDraft = {
  id: "cases.draft",
  title: "保存草稿",
  method: "PUT",
  path: "/cases/functions/:id/draft",
  params: z.object({ id: functionId }),
  body: z.object({ facts: facts.describe("什么都不填即删除草稿") }),
  answer: z.object({ savedAt: z.iso.datetime().nullable() }),
  refusals: [refusals.functionUnknown, refusals.notForYou],
} as const;

export const adviseFiling = {
  id: "cases.advice",
  title: "提交前核对",
  method: "POST",
  path: "/cases/functions/:id/advice",
  params: z.object({ id: functionId }),
  body: z.object({ facts }),
  answer: z.object({ advice: z.array(z.string()).describe("提交前要知道的，不妨碍提交") }),
  refusals: [refusals.functionUnknown, refusals.notForYou, refusals.faulty, refusals.outOfReach],
} as const;

export const fileCase = {
  id: "cases.file",
  title: "提交申请",
  method: "POST",
  path: "/cases/functions/:id/file",
  params: z.object({ id: functionId }),
  body: z.object({ facts }),
  answer: z.object({ id: z.uuid(), number: z.string(), status: statusShape }),
  refusals: [
    refusals.functionUnknown,
    refusals.notForYou,
    refusals.faulty,
    refusals.outOfReach,
    refusals.alreadyRunning,
    refusals.runningElsewhere,
  ],
} as const;

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
    answers: facts.nullable().describe("退回补正时用来再次填写；隐去的内容原样交回即可"),
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

export const unmaskFacts = {
  id: "cases.unmask",
  title: "查看办件里的完整信息",
  method: "POST",
  path: "/cases/:id/unmask",
  params: z.object({ id: idShape }),
  body: z.object({
    fields: z.array(z.string().max(60)).min(1, "请选择要看哪一项").max(20),
    purpose: z
      .string()
      .trim()
      .min(2, "请写明为什么要看，至少 2 个字")
      .max(200, "事由最多 200 个字"),
  }),
  answer: z.object({ values: z.record(z.string(), z.string()) }),
  refusals: [refusals.notFound, refusals.nothingHidden],
} as const;
