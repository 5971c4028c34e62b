// Mediation (劳动争议多元化解): the register of disputes, sittings, money, files handed on, interests,
// closure by county. Applying, accepting, signing and referring are cases and need no routes here.

import { dayShape, momentShape as moment } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { interestKinds } from "./policy.ts";
import { refusals } from "./refusals.ts";
import { fen, id, keysOf, made, ofDispute, text } from "./shapes.ts";
import { type DisputeState, deliveryKinds, disputeStates, sides } from "./words.ts";

export * from "./agreement-contract.ts";
export { interestKinds } from "./policy.ts";
export * from "./rate-contract.ts";
export { refusals } from "./refusals.ts";
export { claimKinds, deliveryKinds, disputeStates, sides } from "./words.ts";

/** What the list may be sorted by; `-` before it is descending. */
export const disputeSorts = ["filed", "-filed", "due", "-due", "claimed", "-claimed"] as const;

const filters = {
  q: z.string().trim().max(40, "查找的字太长").optional().describe("办件编号，或单位名称里的字"),
  state: keysOf<DisputeState>(disputeStates).optional(),
  mine: z.stringbool().optional().describe("只看自己承办的"),
  late: z.stringbool().optional().describe("只看没有按期办结的"),
  from: dayShape.optional().describe("申请日期起"),
  to: dayShape.optional().describe("申请日期止"),
  under: id.optional(),
};

const disputeLine = z.object({
  id: z.uuid(),
  number: z.string(),
  applicant: z.string().describe("隐去的姓名"),
  respondent: z.string(),
  people: z.number().int(),
  unionName: z.string(),
  state: keysOf<DisputeState>(disputeStates),
  stateName: z.string(),
  colour: z.enum(["ok", "amber", "red", "closed"]).describe("五个工作日的时钟"),
  filedAt: z.iso.datetime(),
  dueDay: z.iso.date(),
  closedDay: z.iso.date().nullable(),
  claimedFen: fen,
  agreedFen: fen.nullable(),
  recoveredFen: fen,
  mine: z.boolean(),
});

export const disputes = {
  id: "mediation.accept.disputes",
  title: "调解台账",
  method: "GET",
  path: "/mediation/disputes",
  query: z.object({
    ...filters,
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
    sort: z.enum(disputeSorts).default("-filed"),
  }),
  answer: z.object({
    rows: z.array(disputeLine),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  }),
  refusals: [refusals.unionNotFound],
} as const;

export const disputesFile = {
  id: "mediation.accept.disputes-file",
  title: "导出调解台账",
  method: "GET",
  path: "/mediation/disputes-file",
  query: z.object(filters),
  refusals: [refusals.unionNotFound, refusals.tooManyToExport],
} as const;

const offer = z.object({
  side: keysOf(sides),
  amountFen: fen.min(0, "金额不能小于 0").max(100_000_000_000, "金额太大").optional(),
  words: text("方案", 2, 500),
});

export const dispute = {
  id: "mediation.session.dispute",
  title: "一件劳动争议",
  method: "GET",
  path: "/mediation/disputes/:id",
  params: ofDispute,
  answer: disputeLine.extend({
    mayHandle: z.boolean().describe("可以约会议、记笔录、记收款、移送"),
    oral: z.boolean(),
    acceptDueDay: z.iso.date(),
    acceptedAt: z.iso.datetime().nullable(),
    mediatorName: z.string().nullable(),
    claims: z.array(
      z.object({ kindName: z.string(), amountFen: fen.nullable(), words: z.string() }),
    ),
    evidence: z.array(z.object({ id: z.uuid(), name: z.string(), sha256: z.string() })),
    assignments: z.array(
      z.object({ at: z.iso.datetime(), name: z.string(), reasons: z.array(z.string()) }),
    ),
    sessions: z.array(
      z.object({
        id: z.uuid(),
        startsAt: z.iso.datetime(),
        place: z.string(),
        calledOffWhy: z.string().nullable(),
        remindedAt: z.iso.datetime().nullable(),
        minutes: z.array(
          z.object({
            id: z.uuid(),
            at: z.iso.datetime(),
            by: z.string(),
            present: z.string(),
            words: z.string(),
            offers: z.array(offer.extend({ sideName: z.string() })),
          }),
        ),
      }),
    ),
    agreement: z
      .object({
        effectiveDay: z.iso.date(),
        totalFen: fen,
        signer: z.string(),
        mediator: z.string(),
        joint: z.boolean(),
        confirmUntilDay: z.iso.date(),
        confirmBasis: z.string(),
        terms: z.array(
          z.object({
            what: z.string(),
            amountFen: fen.nullable(),
            payByDay: z.iso.date(),
            manner: z.string(),
          }),
        ),
      })
      .nullable(),
    recoveries: z.array(
      z.object({ id: z.uuid(), day: z.iso.date(), amountFen: fen, how: z.string() }),
    ),
    deliveries: z.array(
      z.object({
        id: z.uuid(),
        kind: keysOf(deliveryKinds),
        kindName: z.string(),
        partner: z.string(),
        reason: z.string(),
        madeAt: z.iso.datetime(),
        receipt: z.string().nullable(),
        receivedAt: z.iso.datetime().nullable(),
        byHand: z.boolean(),
        voidedAt: z.iso.datetime().nullable().describe("记为没有受理或者送错的时间"),
        voidWhy: z.string().nullable(),
        documents: z.array(
          z.object({ name: z.string(), sha256: z.string(), size: z.number().int() }),
        ),
      }),
    ),
  }),
  refusals: [refusals.notFound],
} as const;

export const callSession = {
  id: "mediation.session.call",
  title: "约调解会议",
  method: "POST",
  path: "/mediation/disputes/:id/sessions",
  params: ofDispute,
  body: z.object({ startsAt: moment, place: text("地点", 2, 60) }),
  answer: made,
  refusals: [refusals.notFound, refusals.notYours, refusals.notOpen, refusals.startsPast],
} as const;

export const callOff = {
  id: "mediation.session.call-off",
  title: "取消调解会议",
  method: "POST",
  path: "/mediation/sessions/:id/call-off",
  params: ofDispute,
  body: z.object({ why: text("取消的原因", 2, 200) }),
  answer: made,
  refusals: [refusals.sessionNotFound, refusals.notYours, refusals.calledOff],
} as const;

export const minutes = {
  id: "mediation.session.minutes",
  title: "记调解笔录",
  method: "POST",
  path: "/mediation/sessions/:id/minutes",
  params: ofDispute,
  body: z.object({
    present: text("到场的人", 2, 200),
    words: text("笔录", 2, 5000),
    offers: z.array(offer).max(20, "一次最多记 20 个方案").default([]),
  }),
  answer: made,
  refusals: [refusals.sessionNotFound, refusals.notYours, refusals.calledOff, refusals.notYetHeld],
} as const;

const interest = z.object({
  kind: keysOf(interestKinds),
  name: text("单位或者人的姓名", 2, 60),
  note: z.string().trim().max(200, "说明最多 200 个字").optional(),
});

export const interests = {
  id: "mediation.accept.interests",
  title: "我申报的利害关系",
  method: "GET",
  path: "/mediation/interests",
  answer: z.object({
    rows: z.array(
      interest.extend({ id: z.uuid(), kindName: z.string(), declaredAt: z.iso.datetime() }),
    ),
  }),
} as const;

export const declareInterest = {
  id: "mediation.accept.declare",
  title: "申报利害关系",
  method: "POST",
  path: "/mediation/interests",
  body: interest,
  answer: made,
} as const;

export const endInterest = {
  id: "mediation.accept.end-interest",
  title: "利害关系不再存在",
  method: "POST",
  path: "/mediation/interests/:id/end",
  params: ofDispute,
  answer: made,
  refusals: [refusals.interestNotFound],
} as const;
