// Legal aid (法律援助): matters with their journals, lawyers, money won back. Questions, applications,
// assigning and closing are cases and need no routes here.

import { dayShape } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { fen, id, keysOf, paged, pages, text } from "./shapes.ts";
import {
  type AidState,
  type AidVerdict,
  aidStates,
  entryKinds,
  matterKinds,
  results,
  verdicts,
} from "./words.ts";

export * from "./lawyers-contract.ts";
export * from "./recovered-contract.ts";
export { refusals } from "./refusals.ts";
export * from "./words.ts";

const aidState = keysOf<AidState>(aidStates);
const ofMatter = z.object({ id });
const nullableDay = z.iso.date().nullable();

const columns = ["filed", "due", "claim", "recovered"] as const;
/** A column, latest or largest first with a leading `-`. */
const matterSort = z.enum([...columns, "-filed", "-due", "-claim", "-recovered"]);

const filters = {
  q: z.string().trim().max(40, "查找的字太长").optional().describe("案号，或单位、律师名字里的字"),
  state: aidState.optional(),
  kind: keysOf(matterKinds).optional(),
  from: dayShape.optional().describe("申请日期起"),
  to: dayShape.optional().describe("申请日期止"),
};

const matterLine = z.object({
  id: z.uuid(),
  number: z.string(),
  applicant: z.string().describe("隐去的姓名"),
  kindName: z.string(),
  respondent: z.string(),
  unionName: z.string(),
  claimFen: fen.nullable(),
  urgent: z.boolean(),
  state: aidState,
  stateName: z.string(),
  verdict: keysOf<AidVerdict>(verdicts),
  verdictName: z.string(),
  filedAt: z.iso.datetime(),
  assignDueDay: nullableDay.describe("最迟哪一天指派律师"),
  lawyer: z.string().nullable(),
  closedDay: nullableDay,
  recoveredFen: fen.nullable(),
  stars: z.int().nullable(),
});

export const matters = {
  id: "legal-aid.journal.matters",
  title: "援助案件",
  method: "GET",
  path: "/legal-aid/matters",
  query: z.object({
    ...filters,
    ...pages,
    sort: matterSort.default("-filed"),
  }),
  answer: z.object({ rows: z.array(matterLine), ...paged }),
} as const;

export const mattersFile = {
  id: "legal-aid.journal.matters-file",
  title: "导出援助案件",
  method: "GET",
  path: "/legal-aid/matters-file",
  query: z.object(filters),
  refusals: [refusals.tooManyToExport],
} as const;

const reasons = z.array(z.object({ words: z.string(), citation: z.string() }));

const entry = z.object({
  id: z.uuid(),
  day: z.iso.date(),
  kind: keysOf(entryKinds),
  kindName: z.string(),
  words: z.string(),
  next: z.string().nullable().describe("接下来办什么"),
  nextDay: nullableDay,
  files: z.array(z.object({ id: z.uuid(), name: z.string() })),
  resultName: z.string().nullable(),
  recoveredFen: fen.nullable(),
  at: z.iso.datetime(),
  by: z.string(),
});

export const matter = {
  id: "legal-aid.journal.matter",
  title: "一件法律援助",
  method: "GET",
  path: "/legal-aid/matters/:id",
  params: ofMatter,
  answer: matterLine.extend({
    story: z.string().describe("申请人写的事情经过"),
    papers: z.array(z.object({ id: z.uuid(), name: z.string() })).describe("申请时交的材料"),
    reasons: reasons.describe("认定的理由和依据"),
    decidedAt: z.iso.datetime().nullable(),
    decidedWhy: z.string().nullable().describe("审批的人写的理由"),
    replays: z.boolean().describe("按当时的材料和规定重新认定，结果一样"),
    assignments: z.array(
      z.object({ at: z.iso.datetime(), lawyer: z.string(), rank: z.string(), reasons }),
    ),
    entries: z.array(entry),
    resultName: z.string().nullable(),
    starsWords: z.string().nullable(),
    mayWrite: z.boolean().describe("可以写办案日志"),
    assigning: z
      .object({ case: z.uuid(), task: z.int() })
      .nullable()
      .describe("等着指派的办件和待办；没有在等的为空"),
    asked: z.string().nullable().describe("已指派、等着接受的律师"),
  }),
  refusals: [refusals.notFound],
} as const;

export const candidates = {
  id: "legal-aid.assign.candidates",
  title: "推荐律师",
  method: "GET",
  path: "/legal-aid/matters/:id/candidates",
  params: ofMatter,
  answer: z.object({
    rows: z.array(
      z.object({
        post: z.uuid(),
        name: z.string(),
        firm: z.string(),
        special: z.boolean().describe("擅长这方面"),
        near: z.boolean().describe("就在职工所在的地方服务"),
        open: z.int().describe("在办件数"),
        barred: z.boolean().describe("有利益冲突，不能指派"),
        words: z.string().describe("为什么排在这里"),
      }),
    ),
  }),
  refusals: [refusals.notFound],
} as const;

export const contact = {
  id: "legal-aid.journal.contact",
  title: "查看受援职工的联系方式",
  method: "POST",
  path: "/legal-aid/matters/:id/contact",
  params: ofMatter,
  body: z.object({ purpose: text("查看的用途", 4, 100) }),
  answer: z.object({ name: z.string(), phone: z.string() }),
  refusals: [refusals.notFound, refusals.notYours],
} as const;

export const ownMatters = {
  id: "legal-aid.journal.own",
  title: "我的法律援助",
  method: "GET",
  path: "/legal-aid/own",
  answer: z.object({
    rows: z.array(
      matterLine.extend({
        reasons,
        decidedWhy: z.string().nullable(),
        entries: z.array(entry),
        mayClose: z.boolean().describe("律师写了结果，职工还没有评价"),
      }),
    ),
  }),
} as const;

export const write = {
  id: "legal-aid.journal.write",
  title: "写办案日志",
  method: "POST",
  path: "/legal-aid/matters/:id/entries",
  params: ofMatter,
  body: z
    .object({
      day: dayShape,
      kind: keysOf(entryKinds),
      words: text("做了什么", 5, 1000).describe("职工看得到，请写大白话"),
      next: text("接下来办什么", 2, 200).optional(),
      nextDay: dayShape.optional(),
      files: z.array(z.uuid()).max(9, "一次最多 9 个文件").default([]),
      result: keysOf(results).optional(),
      recoveredFen: fen.min(0, "金额不能小于 0").max(100_000_000_000, "金额太大").optional(),
    })
    .superRefine((body, check) => {
      const ends = body.kind === "outcome";
      for (const path of ["result", "recoveredFen"] as const) {
        if (ends === (body[path] !== undefined)) continue;
        const message = ends ? "写办理结果时请填写这一项" : "只有写办理结果时才填这一项";
        check.addIssue({ code: "custom", path: [path], message });
      }
      if (body.nextDay !== undefined && body.next === undefined) {
        check.addIssue({ code: "custom", path: ["next"], message: "请填写到那天办什么" });
      }
    }),
  answer: z.object({ id: z.uuid() }),
  refusals: [
    refusals.notFound,
    refusals.notYours,
    refusals.notOpen,
    refusals.dayAhead,
    refusals.noFile,
  ],
} as const;

export const entryFile = {
  id: "legal-aid.journal.file",
  title: "查看办案文书",
  method: "GET",
  path: "/legal-aid/matters/:id/files/:file",
  params: ofMatter.extend({ file: id }),
  refusals: [refusals.notFound, refusals.noFile],
} as const;
