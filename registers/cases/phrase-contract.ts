// Phrases (常用意见): words for opinions, a few of the house and those an account keeps.
import { z } from "zod";
import { refusals } from "./refusals.ts";

export const phrasesAtMost = 50;

const kind = z.enum(["agree", "return", "reject"]).describe("同意、退回、不予通过时用");

const phraseShape = z.object({
  id: z.uuid().nullable().describe("自己的有编号，可以删去；系统自带的没有"),
  kind,
  words: z.string(),
});

export const listPhrases = {
  id: "cases.phrases",
  title: "常用意见",
  method: "GET",
  path: "/cases/phrases",
  answer: z.object({ rows: z.array(phraseShape).describe("自己的在前") }),
} as const;

export const addPhrase = {
  id: "cases.add-phrase",
  title: "添加常用意见",
  method: "POST",
  path: "/cases/phrases",
  body: z.object({
    kind,
    words: z
      .string("请写明意见。")
      .trim()
      .min(2, "意见至少 2 个字。")
      .max(200, "常用意见最多 200 个字。"),
  }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.phrasesFull],
} as const;

export const removePhrase = {
  id: "cases.remove-phrase",
  title: "删去常用意见",
  method: "POST",
  path: "/cases/phrases/:id/remove",
  params: z.object({ id: z.uuid("编号不对") }),
  answer: z.object({ removed: z.boolean() }),
} as const;
