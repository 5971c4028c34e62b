// The record (操作记录) as the audit administrator reads it, and looks at personal data.
import { z } from "zod";
import { momentShape } from "../day-shape.ts";

const page = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
};
const instant = momentShape.optional();

export const listEntries = {
  id: "audit.entries",
  title: "操作记录",
  method: "GET",
  path: "/audit/entries",
  query: z.object({
    ...page,
    action: z.string().trim().max(60).optional(),
    actor: z.string().trim().max(40).optional(),
    subject: z
      .string()
      .trim()
      .max(80)
      .optional()
      .describe("办的是哪一件：种类和编号，如 post:0192…、export:0192…、case:0192…"),
    from: instant,
    to: instant,
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        actor: z.string(),
        action: z.string(),
        subject: z.string().nullable(),
        requestId: z.string(),
        sealed: z.boolean().describe("已进入防篡改的记录树"),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;

export const listLooks = {
  id: "audit.looks",
  title: "敏感信息查看记录",
  method: "GET",
  path: "/audit/looks",
  query: z.object(page),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        personId: z.uuid().nullable().describe("看的不是某一个人的记录时为空"),
        about: z.string().nullable().describe("看的是文件时，哪一份、有多少"),
        viewer: z.string(),
        fields: z.array(z.string()),
        purpose: z.string(),
      }),
    ),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
} as const;
