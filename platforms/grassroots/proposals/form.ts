// The form of a proposal (提案表单): what a member proposes and who seconds it; what each step adds.
import {
  choiceField,
  type FactsOf,
  filesField,
  longTextField,
  personNameField,
  phoneField,
  postField,
  rowsField,
  section,
  textField,
  unionField,
} from "@niangjia/engine/process";
import { categories, results, satisfactions } from "./words.ts";

const by = "handler" as const;
const ifFiled = { by, when: { field: "decision", is: "file" } } as const;

export const form = {
  proposal: section("提案", {
    union: unionField("所在工会", { prefill: "me.union", help: "提给您自己所在的工会" }),
    category: choiceField("类别", categories),
    title: textField("案名", { maxLength: 60, help: "一句话说清想解决什么" }),
    why: longTextField("案由", { maxLength: 1000, help: "现在是什么情况，为什么要改" }),
    wish: longTextField("建议", { maxLength: 1000, help: "希望怎样做" }),
    papers: filesField("照片和材料", { required: false }),
  }),
  support: section("附议", {
    seconders: rowsField("附议人", {
      columns: { name: personNameField("姓名"), phone: phoneField("手机号") },
      max: 20,
      help: "邀请同一工会的会员附议，同意的人够了才能立案；可以多邀请几位",
    }),
  }),
  filing: section("立案审查", {
    decision: choiceField("审查意见", { file: "立案", merge: "与另一件提案并案" }, { by }),
    mergeInto: textField("并入的提案号", {
      ...{ by, maxLength: 12, when: { field: "decision", is: "merge" } },
      help: "如 2026-003，在提案台账里能查到",
    }),
    department: textField("承办部门", { ...ifFiled, maxLength: 30, help: "如 人力资源部、行政部" }),
    handler: postField("承办人", { role: "officer", at: "union" }, ifFiled),
  }),
  answering: section("答复", {
    result: choiceField("办理结果", results, { by }),
    answer: longTextField("答复", { by, maxLength: 2000 }),
    answerPapers: filesField("答复的材料", { by, required: false }),
  }),
  rating: section("评价", {
    satisfaction: choiceField("对答复", satisfactions, { by }),
    remark: longTextField("不满意的原因", {
      ...{ by, maxLength: 500, when: { field: "satisfaction", is: "poor" } },
      help: "写清哪里没有解决，承办部门照此重新办理",
    }),
  }),
  answeringAgain: section("重新答复", {
    resultAgain: choiceField("重新办理的结果", results, { by }),
    answerAgain: longTextField("重新答复", { by, maxLength: 2000 }),
    satisfactionAgain: choiceField("对重新答复", satisfactions, { by }),
    remarkAgain: longTextField("仍不满意的原因", {
      ...{ by, maxLength: 500, when: { field: "satisfactionAgain", is: "poor" } },
    }),
  }),
} as const;
export type ProposalFacts = FactsOf<typeof form>;

/** Which fields a step writes. */
export const steps = {
  file: ["decision", "mergeInto", "department", "handler"],
  answer: ["result", "answer", "answerPapers"],
  rate: ["satisfaction", "remark"],
  "answer-again": ["resultAgain", "answerAgain"],
  "rate-again": ["satisfactionAgain", "remarkAgain"],
} as const satisfies Readonly<Record<string, readonly (keyof ProposalFacts)[]>>;

export const writes = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, "write" as const]));
