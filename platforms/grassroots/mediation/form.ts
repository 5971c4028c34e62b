// The form of a dispute (调解申请表): what the worker fills in, and what those who handle it fill in at
// their steps.
import {
  choiceField,
  dayField,
  type FactsOf,
  filesField,
  longTextField,
  moneyField,
  numberField,
  personNameField,
  phoneField,
  postField,
  rowsField,
  section,
  textField,
  unionField,
  yesNoField,
} from "@niangjia/engine/process";
import { claimKinds } from "./words.ts";

const by = "handler";

/** Art 14: what is paid, how much, until when and how. */
const termColumns = {
  what: textField("履行内容", { maxLength: 60 }),
  amountFen: moneyField("金额", { required: false }),
  payByDay: dayField("履行期限"),
  manner: textField("履行方式", { maxLength: 40 }),
} as const;

const claimColumns = {
  kind: choiceField("请求", claimKinds),
  amountFen: moneyField("金额", { required: false }),
  words: textField("说明", { maxLength: 100 }),
} as const;

export const form = {
  employer: section("用人单位", {
    union: unionField("用人单位在哪里", {
      prefill: "me.union",
      help: "选单位所在的县（市、区）总工会；选了单位或街道的工会，也由县（市、区）总工会受理",
    }),
    respondent: textField("用人单位名称", { maxLength: 60, help: "照劳动合同或者工资条上的写" }),
    contact: personNameField("单位联系人", { required: false }),
    contactPhone: phoneField("单位联系电话", { required: false, help: "开调解会时用来通知单位" }),
  }),
  worker: section("申请人", {
    name: personNameField("姓名", { prefill: "me.name" }),
    phone: phoneField("手机号码", { prefill: "me.phone" }),
    isGroup: yesNoField("是否和别人一起申请"),
    people: numberField("一共多少人", {
      min: 2,
      max: 5000,
      unit: "人",
      when: { field: "isGroup", is: true },
    }),
    representatives: rowsField("代表", {
      columns: { name: personNameField("姓名"), phone: phoneField("手机号码") },
      ...{ min: 1, max: 5, required: false },
      when: { field: "isGroup", is: true },
    }),
  }),
  matter: section("请求和事实", {
    claims: rowsField("请求事项", { columns: claimColumns, min: 1, max: 20 }),
    knownDay: dayField("什么时候知道权利受到侵害", {
      latest: "today",
      help: "例如该发工资却没有发的那天",
    }),
    employed: yesNoField("现在是否还在这个单位上班"),
    story: longTextField("事情经过"),
    evidence: filesField("证据", {
      required: false,
      maxCount: 9,
      help: "劳动合同、工资条、考勤、聊天记录的照片都可以；单位掌握的证据由单位提供",
    }),
    wantsConfirmation: yesNoField("达成协议后是否想申请司法确认", {
      help: "法院确认后，单位不履行的可以直接申请强制执行",
    }),
  }),
  acceptance: section("受理", {
    decision: choiceField("受理意见", { accept: "受理", redirect: "告知去向" }, { by }),
    mediator: postField(
      "调解员",
      { role: "mediator", at: "union", upwards: true },
      { by, when: { field: "decision", is: "accept" } },
    ),
    redirectTo: textField("告知去哪里办", {
      by,
      maxLength: 100,
      when: { field: "decision", is: "redirect" },
    }),
  }),
  mediation: section("调解结果", {
    result: choiceField("调解结果", { agreed: "达成协议", failed: "未达成协议" }, { by }),
    duties: longTextField("争议事实和各方责任", {
      by,
      maxLength: 1000,
      when: { field: "result", is: "agreed" },
    }),
    terms: rowsField("协议内容", {
      columns: termColumns,
      ...{ by, min: 1, max: 20 },
      when: { field: "result", is: "agreed" },
    }),
    failure: longTextField("未达成协议的原因", {
      by,
      maxLength: 500,
      when: { field: "result", is: "failed" },
    }),
  }),
  signing: section("签字盖章", {
    signer: personNameField("单位签字人", { by }),
    signedPaper: filesField("双方签字、加盖调解组织印章的协议书", { by, maxCount: 5 }),
    paidFen: moneyField("当场付清的金额", { by, required: false }),
    joint: yesNoField("双方是否共同申请司法确认", { by }),
    court: textField("向哪个法院申请", {
      by,
      maxLength: 40,
      when: { field: "joint", is: true },
    }),
  }),
} as const;
export type DisputeFacts = FactsOf<typeof form>;
export type Term = NonNullable<DisputeFacts["terms"]>[number];

/** Steps of the flow and what each of them writes. */
export const steps = {
  accept: ["decision", "mediator", "redirectTo"],
  mediate: ["result", "duties", "terms", "failure"],
  seal: ["signer", "signedPaper", "paidFen", "joint", "court"],
} as const satisfies Record<string, readonly (keyof DisputeFacts)[]>;
export type WritingStep = keyof typeof steps;
