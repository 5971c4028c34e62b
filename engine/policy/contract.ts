// What is seen of policies (政策) from outside: citations, numbers used, reasons, decisions and refusals.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { z } from "zod";

/** `document` is a short name of the house's list; `article` its number, or words such as 附件一. */
export const citationShape = z.strictObject({
  document: z.string(),
  article: z.union([z.int().min(1).max(9999), z.string().min(1)]).optional(),
});
export type Citation = z.infer<typeof citationShape>;

/**
 * How the number was learnt. Only `text`, the instrument read itself, may block; the others are
 * defaults an operator sees and changes, and going against them is a warning.
 */
export const seenShape = z.enum(["text", "second-hand", "elsewhere", "unread"]);
export type Seen = z.infer<typeof seenShape>;

/** A parameter as a decision used it. `place` is the prefix of the division code, "" for the nation. */
const usedShape = z.strictObject({
  name: z.string(),
  unit: z.string(),
  value: z.json(),
  from: z.iso.date(),
  place: z.string(),
  citation: citationShape,
});
export type Used = z.infer<typeof usedShape>;

/** One reason of a verdict: the rule's name, where it stands, and a Chinese sentence for people. */
const reasonShape = z.strictObject({
  rule: z.string(),
  citation: citationShape,
  words: z.string(),
});
export type Reason = z.infer<typeof reasonShape>;

/** All that is needed to decide again: kept as it is, never computed anew. `amountFen` in 分. */
export const decisionShape = z.strictObject({
  policy: z.string(),
  day: z.iso.date(),
  place: z.string(),
  facts: z.record(z.string(), z.json()),
  used: z.array(usedShape),
  verdict: z.string(),
  reasons: z.array(reasonShape).min(1),
  amountFen: z.int().min(0).optional(),
});
export type Decision = z.infer<typeof decisionShape>;

const kind = (code: string, say: string, next: string): RefusalKind => ({
  code: `policy.${code}`,
  status: 422,
  say,
  next,
});

export const refusals = {
  parameterMissing: kind(
    "parameter-missing",
    "“{title}”在 {day} 没有适用于 {place} 的规定，这件事不能按今天的数推算。",
    "请系统管理员补上这一天有效的规定（数值、起止日期、文件和条款），再办理。",
  ),
  miscount: kind(
    "miscount",
    "票数对不上：{why}。",
    "请监票人、计票人核对应到、实到、发出、收回和每人得票数后重新填写。",
  ),
} satisfies Record<string, RefusalKind>;
