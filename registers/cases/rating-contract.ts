// Rating (办件评价): what an applicant thinks of how their case was handled, in the five grades of 好差评
// (国务院办公厅关于建立政务服务“好差评”制度的意见, 国办发〔2019〕51 号).
import { z } from "zod";
import { refusals } from "./refusals.ts";

export const ratingLimits = {
  /** Days of 24 hours for which it may be changed after it was first given. */
  days: 7,
  words: 200,
} as const;

/** Where the ends ask for it. */
export const ratingLink = (caseId: string): string => `/cases/${caseId}#rate`;

export const ratingShape = z.object({
  stars: z.int().min(1).max(5).describe("1 非常不满意，5 非常满意"),
  words: z.string().nullable(),
  ratedAt: z.iso.datetime(),
  changeableUntil: z.iso.datetime(),
});

export const rateCase = {
  id: "cases.rate",
  title: "评价办件",
  method: "POST",
  path: "/cases/:id/rating",
  params: z.object({ id: z.uuid("办件编号不对") }),
  body: z.object({
    stars: z
      .int("请选择满意程度")
      .min(1, "请选择满意程度")
      .max(5, "请选择满意程度")
      .describe("1 非常不满意，5 非常满意"),
    words: z
      .string()
      .trim()
      .max(ratingLimits.words, `最多 ${ratingLimits.words} 个字`)
      .optional()
      .describe("想说的话"),
  }),
  answer: ratingShape,
  refusals: [
    refusals.notFound,
    refusals.notApplicant,
    refusals.notEnded,
    refusals.notRated,
    refusals.ratedFinally,
  ],
} as const;
