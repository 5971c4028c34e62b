// Filing (申请): functions one may start, their forms, drafts and advice, and handing one in.
import { formShape, stageShape, statusShape } from "@niangjia/engine/process/contract";
import { z } from "zod";
import { functionId } from "./desk-contract.ts";
import { refusals } from "./refusals.ts";

export const facts = z.record(z.string().max(60), z.unknown()).describe("按表单各项的名称填写");

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
  query: z.object({
    case: z.uuid().optional().describe("补正时，是哪个办件；退回的申请由谁补正，谁就能打开表单"),
  }),
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
  refusals: [refusals.functionUnknown, refusals.notForYou, refusals.notFound],
} as const;

export const listPostChoices = {
  id: "cases.post-choices",
  title: "表单里可以选的承办人",
  method: "GET",
  path: "/cases/functions/:id/posts",
  params: z.object({ id: functionId }),
  query: z.object({
    field: z.string().max(60),
    union: z.uuid("请先选择工会").optional().describe("表单里选的工会"),
    case: z.uuid().optional().describe("办理中填写时，是哪个办件"),
  }),
  answer: z.object({ rows: z.array(z.object({ id: z.uuid(), words: z.string() })) }),
  refusals: [refusals.functionUnknown, refusals.notForYou, refusals.notFound, refusals.noChoice],
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
