// Disclosure (厂务公开) and the archive of questions (质询档案): what a union's members may read.

import { dayShape as day } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { count, id, namedUnion, oneOf, paged, pages, params, sortBy, words } from "./shapes.ts";
import { disclosureKinds } from "./words.ts";

const kindShape = oneOf(disclosureKinds, "类别");

const item = z.object({
  id: z.uuid(),
  union: namedUnion,
  kind: kindShape,
  kindName: z.string(),
  title: z.string(),
  fromDay: z.iso.date(),
  state: z.enum(["early", "open", "withdrawn"]),
  stateName: z.string(),
  seen: count.nullable().describe("看过的会员人数，只给工会干部看"),
});

export const disclose = {
  id: "proposals.disclose.publish",
  title: "发布公开事项",
  method: "POST",
  path: "/proposals/disclosures",
  body: z.object({
    union: id,
    kind: kindShape,
    title: words("标题", 60),
    words: words("内容", 5000),
    files: z.array(id).max(10, "最多 10 个附件").default([]),
    fromDay: day.optional().describe("不填为今天"),
  }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.unionNotFound, refusals.dayPast, refusals.fileNotFound],
} as const;

const disclosureFilters = {
  q: z.string().trim().max(50, "最多输入 50 个字").optional(),
  kind: kindShape.optional(),
  sort: sortBy(["from", "title", "seen"], "-from"),
};

export const disclosures = {
  id: "proposals.disclose.list",
  title: "公开事项",
  method: "GET",
  path: "/proposals/disclosures",
  query: z.object({ ...disclosureFilters, ...pages }),
  answer: z.object({ rows: z.array(item), ...paged }),
} as const;

export const disclosuresFile = {
  id: "proposals.disclose.export",
  title: "导出公开事项",
  method: "GET",
  path: "/proposals/disclosures-file",
  query: z.object(disclosureFilters),
  refusals: [refusals.tooManyToExport],
} as const;

export const disclosure = {
  id: "proposals.disclose.show",
  title: "一个公开事项",
  method: "GET",
  path: "/proposals/disclosures/:id",
  params,
  answer: item.extend({
    words: z.string(),
    files: z.array(z.object({ id: z.uuid(), name: z.string(), size: count })),
    withdrawnWhy: z.string().nullable(),
    members: count.nullable().describe("这个工会的会员人数，只给工会干部看"),
  }),
  refusals: [refusals.disclosureNotFound],
} as const;

export const disclosedFile = {
  id: "proposals.disclose.file",
  title: "下载公开事项的附件",
  method: "GET",
  path: "/proposals/disclosures/:id/files/:file",
  params: params.extend({ file: id }),
  refusals: [refusals.disclosureNotFound, refusals.fileNotFound],
} as const;

export const seen = {
  id: "proposals.disclose.seen",
  title: "看过了公开事项",
  method: "POST",
  path: "/proposals/disclosures/:id/seen",
  params,
  answer: z.object({ first: z.boolean().describe("第一次看") }),
  refusals: [refusals.disclosureNotFound],
} as const;

export const withdraw = {
  id: "proposals.disclose.withdraw",
  title: "撤回公开事项",
  method: "POST",
  path: "/proposals/disclosures/:id/withdraw",
  params,
  body: z.object({ why: words("撤回的原因", 200) }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.disclosureNotFound, refusals.withdrawnAlready],
} as const;

const questionFilters = {
  q: z.string().trim().max(50, "最多输入 50 个字").optional(),
  sort: sortBy(["answered", "asked", "number"], "-answered"),
};

export const questionsFile = {
  id: "proposals.ask.export",
  title: "导出质询档案",
  method: "GET",
  path: "/proposals/questions-file",
  query: z.object(questionFilters),
  refusals: [refusals.tooManyToExport],
} as const;

export const questions = {
  id: "proposals.ask.archive",
  title: "质询和答复",
  method: "GET",
  path: "/proposals/questions",
  query: z.object({ ...questionFilters, ...pages }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid().describe("办件编号"),
        number: z.string().describe("档案号"),
        union: namedUnion,
        title: z.string(),
        question: z.string(),
        answer: z.string(),
        answeredBy: z.string(),
        askedDay: z.iso.date(),
        answeredDay: z.iso.date(),
        open: z.boolean().describe("向本工会会员公开"),
      }),
    ),
    ...paged,
  }),
} as const;
