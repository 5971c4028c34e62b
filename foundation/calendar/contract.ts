// The calendar's contract (放假安排契约): the years that are known, and a notice that is announced.
import { z } from "zod";

export const refusals = {
  notTop: {
    code: "calendar.not-top",
    status: 403,
    say: "放假安排全系统共用，由最上级工会的系统管理员装入。",
    next: "请把国务院的通知转给最上级工会的系统管理员。",
  },
  unreadable: {
    code: "calendar.unreadable",
    status: 422,
    say: "{why}",
    next: "请对照国务院办公厅的通知原文改好，再核对一遍。",
  },
} as const;

/** A notice as the administrator pastes it. */
export const noticeShape = z.object({
  year: z
    .number("请填写年份")
    .int("年份是整数")
    .min(2024, "年份从 2024 开始")
    .max(2199, "年份太大，请核对"),
  text: z
    .string("请粘贴通知里各节日的安排")
    .trim()
    .min(10, "请粘贴通知里各节日的安排")
    .max(5_000, "内容太长，只要各节日的安排"),
  source: z
    .string("请填写通知名称和文号")
    .trim()
    .min(4, "请填写通知名称和文号")
    .max(100, "通知名称最多 100 个字"),
});
export type NoticeText = z.output<typeof noticeShape>;

export const listYears = {
  id: "calendar.years",
  title: "放假安排",
  method: "GET",
  path: "/calendar/years",
  answer: z.object({
    rows: z.array(
      z.object({
        year: z.number().int(),
        off: z.array(z.string()).describe("放假的日期或起止"),
        makeUp: z.array(z.string()).describe("调休上班的周末"),
        source: z.string(),
        loadedAt: z.iso.datetime().nullable().describe("随系统带来的为空"),
        workdays: z.number().int().describe("全年的工作日"),
      }),
    ),
    announcedTo: z.number().int().describe("已装入到哪一年"),
    countedTo: z.number().int().describe("以后的年份只按法定节假日推算，到这一年为止"),
    may: z.boolean().describe("能否装入"),
  }),
} as const;

export const announce = {
  id: "calendar.announce",
  title: "装入放假安排",
  method: "POST",
  path: "/calendar/years",
  body: noticeShape,
  answer: z.object({ year: z.number().int() }),
  refusals: [refusals.notTop, refusals.unreadable],
} as const;
