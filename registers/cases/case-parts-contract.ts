// Parts of a case (办件的各方): open tasks and who holds them, questions, copies, cases beside it, and its terms.
import { statusShape } from "@niangjia/engine/process/contract";
import { z } from "zod";
import { termShape } from "./desk-contract.ts";

const openTaskShape = z.object({
  task: z.number().int(),
  step: z.string(),
  unionName: z.string(),
  role: z.string().describe("角色名称"),
  holder: z.string().nullable().describe("认领人，或指名交给的人；没有时谁都可以办"),
  waits: z.boolean().describe("在等其他同志先办，或等申请人补正"),
  beside: z
    .enum(["before", "after", "delegate", "objection"])
    .nullable()
    .describe("前加签、后加签、委派、处理异议；流程本来的步骤为空"),
  said: z.string().nullable().describe("交办时写的话，或异议的内容"),
  clock: termShape.nullable(),
});

const questionShape = z.object({
  question: z.number().int(),
  task: z.number().int(),
  from: z.string(),
  to: z.string(),
  words: z.string(),
  at: z.iso.datetime(),
  state: z.enum(["open", "answered", "dropped"]).describe("dropped：这一步已办完，不用再答复"),
  answer: z.object({ who: z.string(), at: z.iso.datetime(), words: z.string() }).nullable(),
});

const copyShape = z.object({
  copy: z.number().int(),
  to: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});

const relatedShape = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  status: statusShape,
  statusTitle: z.string(),
  begun: z.boolean().describe("由本办件带出；否则是带出本办件的主办件"),
});

/** What a room keeps of a case beside its steps: a journal, a date, somebody in charge. */
export const recordsShape = z.object({
  title: z.string(),
  lines: z.array(
    z.object({
      title: z.string(),
      words: z.string(),
      note: z.string().nullable().describe("接下来办什么，或者要留意什么"),
    }),
  ),
  next: z
    .object({ function: z.string(), title: z.string() })
    .nullable()
    .describe("申请人现在可以接着申请的事项"),
});

/** What the answer of a case says of those who are at it. */
export const partsShape = {
  tasks: z.array(openTaskShape).describe("还没有办的待办"),
  term: termShape.nullable().describe("整件的办理期限"),
  questions: z.array(questionShape),
  copies: z.array(copyShape).describe("由人或系统抄送的；流程本身的抄送不在内"),
  related: z.array(relatedShape),
} as const;
