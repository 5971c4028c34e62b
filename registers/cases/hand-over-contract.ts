// Handing over a desk (离岗交接): what somebody holds at cases goes to another, by the chair or the security administrator.
import { z } from "zod";
import { refusals } from "./refusals.ts";

export const handOverAtMost = 100;

export const handOverDesk = {
  id: "cases.hand-over",
  title: "交接待办",
  method: "POST",
  path: "/cases/hand-over",
  body: z.object({
    from: z.uuid("请选择离岗的岗位").describe("离岗同志的岗位编号"),
    to: z
      .uuid("请选择接办的岗位")
      .optional()
      .describe("接办同志的岗位编号；不写则退回原岗位，岗位上没有别人时交给上级"),
    reason: z
      .string("请写明原因。")
      .trim()
      .min(2, "请写明原因，至少 2 个字。")
      .max(200, "原因最多 200 个字"),
  }),
  answer: z.object({
    handed: z.number().int().describe("已交接的，包括退回后等补正的申请"),
    left: z.number().int().describe("没有人可以接办、留在原岗位的"),
    more: z.boolean().describe(`一次最多交接 ${handOverAtMost} 件，还有没交接的，请再办一次`),
  }),
  refusals: [refusals.noSuchHolder, refusals.noSuchPost, refusals.unfitTaker],
} as const;
