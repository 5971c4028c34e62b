// Public notices (公示): those of one's own union, and objecting to one.
import { z } from "zod";
import { refusals } from "./refusals.ts";

/** Where the ends show a notice: its case is not for everybody. */
export const noticeLink = (id: string, token: number): string => `/cases/${id}/notices/${token}`;

const place = z.object({
  id: z.uuid("办件编号不对"),
  token: z.coerce.number("公示编号不对").int("公示编号不对").min(1, "公示编号不对"),
});

const noticeShape = z.object({
  caseId: z.uuid(),
  token: z.number().int().describe("与办件编号一起指明一条公示"),
  title: z.string(),
  words: z.string().describe("公示内容，个人信息已隐去"),
  unionName: z.string(),
  fromDay: z.iso.date(),
  dueDay: z.iso.date().nullable().describe("公示的最后一天；处理异议、期限暂停时为空"),
  provisional: z.boolean().describe("那一年的放假安排还没有公布，最后一天暂按法定节假日推算"),
  workdaysLeft: z.number().int().nullable(),
  state: z.enum(["running", "paused", "ended"]),
});

export const listNotices = {
  id: "cases.notices",
  title: "公示",
  method: "GET",
  path: "/cases/notices",
  query: z.object({
    ended: z.stringbool().default(false).describe("看已经结束的"),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    rows: z.array(noticeShape),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

export const showNotice = {
  id: "cases.notice",
  title: "公示内容",
  method: "GET",
  path: "/cases/:id/notices/:token",
  params: place,
  answer: noticeShape.extend({
    objection: z
      .object({ open: z.boolean(), why: z.string(), next: z.string() })
      .describe("现在能不能提出异议，不能时说明原因"),
  }),
  refusals: [refusals.noSuchNotice],
} as const;

export const objectToNotice = {
  id: "cases.object",
  title: "对公示提出异议",
  method: "POST",
  path: "/cases/:id/notices/:token/object",
  params: place,
  body: z.object({
    reason: z
      .string("请写明异议和理由。")
      .trim()
      .min(2, "请写明异议和理由，至少 2 个字。")
      .max(500, "最多 500 个字，请写短一些。"),
  }),
  answer: z.object({ received: z.literal(true) }),
  refusals: [refusals.noSuchNotice],
} as const;
