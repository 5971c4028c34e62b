// Forms of mediation (调解表单): a sitting, its minutes, money received, an interest, a receipt.
import { dayWords } from "../../../ui/words.ts";
import type { CaseFunction } from "../../functions/functions.ts";

type Form = CaseFunction["form"];
type Fields = Form["groups"][number]["fields"];

const required = true;
const of = (...fields: Fields): Form => ({ groups: [{ fields }] });

export const interestForm = of(
  {
    ...{ name: "kind", title: "关系", kind: "choice", required },
    options: [
      { value: "employed", title: "在该单位任职或者曾任职" },
      { value: "shareholder", title: "是该单位的股东或者合伙人" },
      { value: "represented", title: "曾代理其中一方" },
      { value: "relative", title: "是当事人或者单位负责人的近亲属" },
      { value: "other", title: "有其他可能影响公正的关系" },
    ],
  },
  { name: "name", title: "单位名称或者人的姓名", kind: "text", maxLength: 60, required },
  { name: "note", title: "说明", kind: "long-text", maxLength: 200, required: false },
);

/** Half hours of a working day. */
const times = Array.from({ length: 19 }, (_, half) => {
  const minutes = 8 * 60 + half * 30;
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${minutes % 60 === 0 ? "00" : "30"}`;
  return { value: clock, title: clock };
});

export const sittingForm = (): Form =>
  of(
    { name: "day", title: "日期", kind: "day", earliest: dayWords(new Date()), required },
    { name: "clock", title: "几点", kind: "choice", options: times, required },
    { name: "place", title: "地点", kind: "text", maxLength: 60, required },
  );

const sideChoices = [
  { value: "worker", title: "申请人" },
  { value: "firm", title: "用人单位" },
  { value: "mediator", title: "调解员" },
];

export const minutesForm = of(
  { name: "present", title: "到场的人", kind: "text", maxLength: 200, required },
  { name: "words", title: "笔录", kind: "long-text", maxLength: 5000, required },
  {
    ...{ name: "offers", title: "提出的方案", kind: "rows", required: false },
    ...{ minCount: 0, maxCount: 20 },
    columns: [
      { name: "side", title: "谁提出", kind: "choice", options: sideChoices, required },
      { name: "amountFen", title: "金额", kind: "money", required: false },
      { name: "words", title: "内容", kind: "text", maxLength: 500, required },
    ],
  },
);

export const recoveryForm = (): Form =>
  of(
    { name: "day", title: "收款日期", kind: "day", latest: dayWords(new Date()), required },
    { name: "amountFen", title: "金额", kind: "money", min: 1, required },
    { name: "how", title: "怎么付的", kind: "text", maxLength: 100, required },
  );

export const confirmationForm = of(
  { name: "court", title: "法院", kind: "text", maxLength: 40, required },
  {
    ...{ name: "application", title: "双方签名的司法确认申请书", kind: "files", required },
    ...{ maxCount: 1, accept: ["pdf", "jpg", "png"] },
  },
);

export const receiptForm = of({
  ...{ name: "receipt", title: "回执号或者案号", kind: "text", maxLength: 60, required },
  help: "照对方的收件凭证填写",
});

export const voidForm = of({
  ...{ name: "why", title: "原因", kind: "text", maxLength: 200, required },
  help: "例如对方以没有管辖权为由不予受理，或者填错了接收单位",
});

export const whyForm = of({
  ...{ name: "why", title: "取消的原因", kind: "text", maxLength: 200, required },
});
