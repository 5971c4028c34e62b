// Taking a roster out (名册导出): shapes and routes.
import { filterShape, maskedFields } from "@niangjia/registers/members/contract";
import { z } from "zod";

export const limits = { exportRows: 100_000 } as const;

export const refusals = {
  exportTooLarge: {
    code: "roster.export-too-large",
    status: 422,
    say: "符合条件的超过 {limit} 人，一次导不出来。",
    next: "请先选择下级工会或加上条件，再导出。",
  },
  exportEmpty: {
    code: "roster.export-empty",
    status: 422,
    say: "没有符合条件的会员。",
    next: "请放宽条件后再导出。",
  },
  purposeNeeded: {
    code: "roster.purpose-needed",
    status: 422,
    say: "导出完整信息要写明用途。",
    next: "请填写用途（至少 2 个字）；每位会员都能看到是谁、为什么导出。",
  },
  wholeNotPermitted: {
    code: "roster.whole-not-permitted",
    status: 403,
    say: "您现在的岗位只能导出脱敏名册。",
    next: "需要完整信息的，请由工会主席或总工会干部导出。",
  },
  exportNotFound: {
    code: "roster.export-not-found",
    status: 404,
    say: "没有找到这次导出的文件。",
    next: "只能下载自己导出的文件；请重新导出。",
  },
} as const;

const fieldsShape = z.array(z.enum(Object.keys(maskedFields) as (keyof typeof maskedFields)[]));

export const takeOut = {
  id: "roster.export",
  title: "名册导出",
  method: "POST",
  path: "/roster/exports",
  body: filterShape.omit({ below: true, gig: true, ageFrom: true, ageTo: true }).extend({
    below: z.boolean().default(true),
    gig: z.boolean().optional(),
    ageFrom: z.number().int().min(0).max(150).optional(),
    ageTo: z.number().int().min(0).max(150).optional(),
    whole: fieldsShape.default([]).describe("要完整写出的信息；其余脱敏"),
    purpose: z.string().trim().max(200, "用途最多 200 个字").optional(),
  }),
  answer: z.object({ id: z.uuid(), name: z.string(), rows: z.number().int() }),
  refusals: [
    refusals.exportTooLarge,
    refusals.exportEmpty,
    refusals.purposeNeeded,
    refusals.wholeNotPermitted,
  ],
} as const;

export const takeOutFile = {
  id: "roster.export.file",
  title: "下载导出的名册",
  method: "GET",
  path: "/roster/exports/:id/file",
  params: z.object({ id: z.uuid("导出编号不对") }),
  refusals: [refusals.exportNotFound],
} as const;
