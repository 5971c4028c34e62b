// Taking out who came (导出扫码入会名单): shapes and routes.
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { arrivalShape } from "./shapes.ts";

/** People on one sheet: more than ever came to an event. */
export const listedAtMost = 10_000;

/** Masked unless asked for; each by the name under which the look is noted. */
export const wholeFields = { name: "姓名", documentNumber: "证件号码", phone: "手机号" } as const;
export type WholeField = keyof typeof wholeFields;

export const takeOut = {
  id: "joining.scan.export",
  title: "导出扫码入会名单",
  method: "POST",
  path: "/joining/invitations/:id/exports",
  params: z.object({ id: z.uuid("编号不对") }),
  body: z.object({
    status: arrivalShape.optional(),
    whole: z
      .array(z.enum(Object.keys(wholeFields) as [WholeField, ...WholeField[]]))
      .default([])
      .describe("要完整写出的信息；其余脱敏"),
    purpose: z.string().trim().max(200, "用途最多 200 个字").optional(),
  }),
  answer: z.object({ id: z.uuid(), name: z.string(), rows: z.int() }),
  refusals: [
    refusals.notFound,
    refusals.listEmpty,
    refusals.listTooLarge,
    refusals.purposeNeeded,
    refusals.wholeNotPermitted,
  ],
} as const;

export const takeOutFile = {
  id: "joining.scan.export.file",
  title: "下载扫码入会名单",
  method: "GET",
  path: "/joining/exports/:id/file",
  params: z.object({ id: z.uuid("编号不对") }),
  refusals: [refusals.listNotFound],
} as const;
