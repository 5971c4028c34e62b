// The form of legal aid (援助申请表): what the worker says of the matter and of the family's means.
import {
  choiceField,
  dayField,
  type FactsOf,
  filesField,
  idNumberField,
  longTextField,
  moneyField,
  personNameField,
  phoneField,
  section,
  textField,
  unionField,
  yesNoField,
} from "@niangjia/engine/process";
import { matterKinds, reliefs } from "./words.ts";

const optional = { required: false } as const;

export const form = {
  worker: section("申请人", {
    name: personNameField("姓名", { prefill: "me.name" }),
    idNumber: idNumberField("身份证号", { prefill: "me.idNumber" }),
    phone: phoneField("手机号码", { prefill: "me.phone" }),
  }),
  matter: section("什么事", {
    union: unionField("用人单位在哪里", {
      prefill: "me.union",
      help: "选单位、街道或者县（市、区）总工会，由县（市、区）总工会审批",
    }),
    respondent: textField("对方单位名称", { maxLength: 60, help: "照劳动合同或者工资条上的写" }),
    contact: personNameField("对方负责人或者联系人", optional),
    kind: choiceField("哪方面的事", matterKinds),
    claimFen: moneyField("涉及多少钱", { ...optional, help: "不涉及钱的不填" }),
    story: longTextField("事情经过"),
    papers: filesField("案件材料", {
      ...optional,
      maxCount: 9,
      help: "劳动合同、工资条、考勤、病历、仲裁或者法院的文书，拍照就行",
    }),
    limit: choiceField("申请仲裁、起诉、上诉有没有快到期", {
      none: "没有，或者不清楚",
      soon: "7 天之内就要到期",
    }),
    limitDay: dayField("哪一天到期", { when: { field: "limit", is: "soon" } }),
  }),
  means: section("家庭情况", {
    migrant: yesNoField("您是农民工吗", {
      help: "户籍在农村、在城里打工；讨薪和工伤不查家庭收入，下面可以不填",
    }),
    relief: choiceField("您是不是", reliefs, { help: "是的，交了证明就不查家庭收入" }),
    incomeFen: moneyField("家庭人均月收入", { ...optional, help: "全家一个月收入除以人数" }),
    proof: filesField("家庭情况的证明", {
      ...optional,
      maxCount: 5,
      help: "低保证、残疾证等，或者单位、村（社区）开的经济状况证明；也可以写一张承诺书",
    }),
    promise: yesNoField("以上都是真的，我愿意承担说假话的责任"),
  }),
} as const;
export type ApplyFacts = FactsOf<typeof form>;
