// After the sittings (协议和移送): the agreement's file, money received, the court, receipts.

import { dayShape } from "@niangjia/foundation/day-shape";
import { z } from "zod";
import { refusals } from "./refusals.ts";
import { fen, id, made, ofDispute, text } from "./shapes.ts";

export const agreementFile = {
  id: "mediation.agreement.file",
  title: "下载调解协议书",
  method: "GET",
  path: "/mediation/disputes/:id/agreement",
  params: ofDispute,
  refusals: [refusals.noAgreement],
} as const;

export const recovery = {
  id: "mediation.agreement.recovery",
  title: "记追回的款项",
  method: "POST",
  path: "/mediation/disputes/:id/recoveries",
  params: ofDispute,
  body: z.object({
    day: dayShape,
    amountFen: fen.min(1, "金额要大于 0").max(100_000_000_000, "金额太大"),
    how: text("怎么付的", 2, 100),
  }),
  answer: made,
  refusals: [
    refusals.notFound,
    refusals.notYours,
    refusals.noAgreement,
    refusals.dayAhead,
    refusals.dayEarly,
    refusals.tooMuch,
  ],
} as const;

export const confirmation = {
  id: "mediation.agreement.confirmation",
  title: "送法院司法确认",
  method: "POST",
  path: "/mediation/disputes/:id/confirmation",
  params: ofDispute,
  body: z.object({
    court: text("法院", 4, 40),
    application: id.describe("双方签名的司法确认申请书"),
  }),
  answer: made,
  refusals: [
    refusals.notFound,
    refusals.notYours,
    refusals.noAgreement,
    refusals.windowOver,
    refusals.alreadyDelivered,
  ],
} as const;

export const receipt = {
  id: "mediation.refer.receipt",
  title: "填写移送回执",
  method: "POST",
  path: "/mediation/deliveries/:id/receipt",
  params: ofDispute,
  body: z.object({ receipt: text("回执号或者案号", 2, 60) }),
  answer: made,
  refusals: [
    refusals.deliveryNotFound,
    refusals.notYours,
    refusals.receiptThere,
    refusals.deliveryVoid,
  ],
} as const;

export const voiding = {
  id: "mediation.refer.void",
  title: "未受理或者送错",
  method: "POST",
  path: "/mediation/deliveries/:id/void",
  params: ofDispute,
  body: z.object({ why: text("原因", 2, 200) }),
  answer: made,
  refusals: [refusals.deliveryNotFound, refusals.notYours, refusals.deliveryVoid],
} as const;

export const deliveryFile = {
  id: "mediation.refer.file",
  title: "下载移送的卷宗",
  method: "GET",
  path: "/mediation/deliveries/:id/documents/:nth",
  params: z.object({ id, nth: z.coerce.number().int().min(1).max(99) }),
  refusals: [refusals.deliveryNotFound],
} as const;
