// Counting again (重算期限): what a notice that is about to be loaded would do to open terms.
import { noticeShape, refusals } from "@niangjia/foundation/calendar/contract";
import { z } from "zod";

const count = z.number().int();

export const previewNotice = {
  id: "cases.recount.preview",
  title: "核对放假安排",
  method: "POST",
  path: "/cases/recount/preview",
  body: noticeShape,
  answer: z.object({
    off: z.array(z.string()).describe("放假的日期或起止"),
    makeUp: z.array(z.string()).describe("调休上班的周末"),
    workdays: count.describe("全年的工作日"),
    lawful: count.nullable().describe("只按法定节假日推算的工作日；没有推算过的年份为空"),
    looked: count.describe("期限在这些日子以后的在办办件"),
    later: count.describe("期限推后的"),
    earlier: count.describe("期限提前的"),
    more: z.boolean().describe("办件太多，只看了前面这些"),
  }),
  refusals: [refusals.unreadable],
} as const;
