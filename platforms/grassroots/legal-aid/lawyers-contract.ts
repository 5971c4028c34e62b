// Lawyers (援助律师): the register, who is on duty when, what they declared, and questions they answered.

import { dayShape } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { id, keysOf, paged, pages, text } from "./shapes.ts";
import { interestKinds, matterKinds, type Speciality, specialities } from "./words.ts";

const speciality = keysOf<Speciality>(specialities);
const ofLawyer = z.object({ id: id.describe("律师岗位的编号") });

const lawyerFacts = {
  firm: text("律师事务所", 2, 60),
  practiceNumber: z.string("请填写执业证号").regex(/^\d{17}$/, "执业证号是 17 位数字"),
  specialities: z.array(speciality).min(1, "请至少选择一项专长").max(9),
  serves: id.optional().describe("优先服务哪个乡镇、街道或者基层工会；不填是全县"),
} as const;

export const lawyers = {
  id: "legal-aid.assign.lawyers",
  title: "援助律师",
  method: "GET",
  path: "/legal-aid/lawyers",
  query: z.object({
    q: z.string().trim().max(40, "查找的字太长").optional().describe("姓名或律所里的字"),
    speciality: speciality.optional(),
    active: z.stringbool().optional(),
    sort: z.enum(["name", "-name", "open", "-open", "stars", "-stars"]).default("name"),
    ...pages,
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        firm: z.string(),
        practiceNumber: z.string(),
        unionName: z.string(),
        servesName: z.string(),
        serves: z.uuid(),
        specialities: z.array(speciality),
        specialityNames: z.array(z.string()),
        active: z.boolean(),
        onDuty: z.boolean().describe("今天值班"),
        open: z.int().describe("在办援助"),
        answered: z.int().describe("答复的咨询"),
        stars: z.number().nullable().describe("职工评价的平均分"),
        interests: z.int().describe("申报的利益关系"),
        mine: z.boolean(),
      }),
    ),
    ...paged,
  }),
} as const;

export const lawyerPosts = {
  id: "legal-aid.assign.lawyer-posts",
  title: "还没有登记的律师岗位",
  method: "GET",
  path: "/legal-aid/lawyer-posts",
  answer: z.object({ rows: z.array(z.object({ id: z.uuid(), words: z.string() })) }),
} as const;

export const register = {
  id: "legal-aid.assign.register",
  title: "登记援助律师",
  method: "POST",
  path: "/legal-aid/lawyers",
  body: z.object({ post: id.describe("律师岗位"), ...lawyerFacts }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.notLawyer, refusals.alreadyRegistered, refusals.unionNotFound],
} as const;

export const changeLawyer = {
  id: "legal-aid.assign.change-lawyer",
  title: "修改援助律师",
  method: "PUT",
  path: "/legal-aid/lawyers/:id",
  params: ofLawyer,
  body: z.object({ ...lawyerFacts, active: z.boolean() }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.lawyerNotFound, refusals.notLawyer, refusals.unionNotFound],
} as const;

export const interests = {
  id: "legal-aid.assign.interests",
  title: "律师的利益关系申报",
  method: "GET",
  path: "/legal-aid/lawyers/:id/interests",
  params: ofLawyer,
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        kindName: z.string(),
        name: z.string(),
        note: z.string().nullable(),
        declaredAt: z.iso.datetime(),
        endedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
  refusals: [refusals.lawyerNotFound],
} as const;

export const declare = {
  id: "legal-aid.assign.declare",
  title: "申报利益关系",
  method: "POST",
  path: "/legal-aid/lawyers/:id/interests",
  params: ofLawyer,
  body: z.object({
    kind: keysOf(interestKinds),
    name: text("单位或者人的名称", 2, 60),
    note: text("说明", 2, 200).optional(),
  }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.lawyerNotFound],
} as const;

export const endInterest = {
  id: "legal-aid.assign.end-interest",
  title: "利益关系已结束",
  method: "POST",
  path: "/legal-aid/interests/:id/end",
  params: z.object({ id }),
  answer: z.object({ id: z.uuid() }),
  refusals: [refusals.interestNotFound],
} as const;

export const duties = {
  id: "legal-aid.consult.duties",
  title: "律师值班表",
  method: "GET",
  path: "/legal-aid/duties",
  query: z.object({
    union: id.optional().describe("哪个总工会；不填是当前岗位所在"),
    from: dayShape,
    to: dayShape,
  }),
  answer: z.object({
    rows: z.array(
      z.object({ day: z.iso.date(), post: z.uuid(), name: z.string(), firm: z.string() }),
    ),
  }),
  refusals: [refusals.unionNotFound],
} as const;

export const setDuties = {
  id: "legal-aid.consult.set-duties",
  title: "排律师值班",
  method: "POST",
  path: "/legal-aid/duties",
  body: z.object({
    lawyer: id,
    days: z.array(dayShape).min(1, "请至少选择一天").max(62, "一次最多排 62 天"),
  }),
  answer: z.object({ added: z.int() }),
  refusals: [refusals.lawyerNotFound, refusals.notRegistered, refusals.dayPast],
} as const;

export const dropDuty = {
  id: "legal-aid.consult.drop-duty",
  title: "撤掉律师值班",
  method: "POST",
  path: "/legal-aid/duties/drop",
  body: z.object({ lawyer: id, day: dayShape }),
  answer: z.object({ day: z.iso.date() }),
  refusals: [refusals.lawyerNotFound, refusals.dayPast],
} as const;

export const consultations = {
  id: "legal-aid.consult.list",
  title: "法律咨询记录",
  method: "GET",
  path: "/legal-aid/consultations",
  query: z.object({ kind: keysOf(matterKinds).optional(), ...pages }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        kindName: z.string(),
        unionName: z.string(),
        askedAt: z.iso.datetime(),
        answeredAt: z.iso.datetime(),
        lawyer: z.string(),
        onDuty: z.boolean(),
        suggestionName: z.string(),
        stars: z.int().nullable(),
      }),
    ),
    ...paged,
  }),
} as const;
