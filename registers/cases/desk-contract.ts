// The desk's contract (工作台契约): its four lists, what they can be narrowed down to, and their counts.
import { statusShape } from "@niangjia/engine/process/contract";
import { z } from "zod";

export const functionId = z.string().max(60).describe("事项编号，如 membership.join");

/** The term of a task. */
export const clockShape = z.object({
  due: z.iso.date(),
  workdaysLeft: z.number().int().nullable().describe("负数为已超期的工作日；节假日表之外为空"),
  overdue: z.boolean(),
  state: z.enum(["ok", "amber", "red"]).describe("在期限内、临近到期、已超期"),
  provisional: z.boolean().describe("那一年的放假安排还没有公布，暂按法定节假日推算"),
});

/** A term that may stand still: of a task, or of the whole case. */
export const termShape = clockShape.extend({
  due: z.iso.date().nullable().describe("暂停计时时为空"),
  state: z.enum(["ok", "amber", "red", "paused"]).describe("在期限内、临近到期、已超期、暂停计时"),
});

/** The four lists of a desk. */
export const lists = { todo: "待办", done: "已办", mine: "我发起的", copied: "抄送我的" } as const;
export type ListName = keyof typeof lists;

const listShape = z.enum(Object.keys(lists) as [ListName, ...ListName[]]).default("todo");

export const desk = {
  id: "cases.desk",
  title: "工作台",
  method: "GET",
  path: "/desk",
  query: z.object({
    list: listShape,
    function: functionId.optional(),
    q: z.string().trim().max(40, "查找的字太长").optional().describe("办件编号开头，或标题里的字"),
    late: z.stringbool().default(false).describe("只看已超期的"),
    sort: z.enum(["due", "at", "-at"]).optional().describe("due 期限近的在前，-at 新的在前"),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        function: z.string(),
        functionTitle: z.string(),
        title: z.string(),
        status: statusShape,
        statusTitle: z.string(),
        unionName: z.string(),
        task: z.number().int().nullable().describe("待办在本办件中的序号；不是待办时为空"),
        step: z.string().nullable(),
        at: z.iso.datetime().describe("到这一列的时间"),
        filedAt: z.iso.datetime(),
        urged: z.boolean().describe("申请人今天催办过"),
        clock: clockShape.nullable(),
        held: z.boolean().describe("已由您认领，或指名交给您"),
        standsFor: z.string().nullable().describe("代谁办理；自己的为空"),
        question: z.number().int().nullable().describe("等您答复的问题在本办件中的序号"),
        unread: z.boolean().describe("抄送给您、还没有标为已阅"),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

export const deskFunctions = {
  id: "cases.desk-functions",
  title: "工作台一列里有哪些事项",
  method: "GET",
  path: "/desk/functions",
  query: z.object({ list: listShape }),
  answer: z.object({
    rows: z.array(z.object({ id: functionId, title: z.string(), count: z.number().int() })),
  }),
} as const;

export const deskCounts = {
  id: "cases.desk-counts",
  title: "工作台各列的件数",
  method: "GET",
  path: "/desk/counts",
  answer: z.object({
    todo: z.number().int(),
    late: z.number().int().describe("待办中已超期的"),
    done: z.number().int().describe("最近一千次办理里的办件"),
    mine: z.number().int().describe("数到一千件为止"),
    unread: z.number().int().describe("抄送我的里还没有标为已阅的"),
    capped: z.object({ done: z.boolean(), mine: z.boolean() }).describe("实际还要多，只数到这里"),
  }),
} as const;
