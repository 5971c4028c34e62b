// Notices (通知): what the ends see of what a person was told.
import { z } from "zod";

export * from "./consent-contract.ts";
export * from "./push-contract.ts";

export const notice = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  title: z.string(),
  body: z.string(),
  link: z.string().nullable(),
  read: z.boolean(),
});

export const list = {
  id: "notices.list",
  title: "我的通知",
  method: "GET",
  path: "/notices",
  query: z.object({
    page: z.coerce.number().int().min(1).max(1000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
    unread: z.stringbool().default(false),
  }),
  answer: z.object({
    rows: z.array(notice),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    unread: z.number().int(),
  }),
} as const;

export const read = {
  id: "notices.read",
  title: "把通知标为已读",
  method: "POST",
  path: "/notices/read",
  body: z.object({ ids: z.array(z.uuid()).max(200).optional().describe("不填表示全部") }),
  answer: z.object({ read: z.number().int() }),
} as const;
