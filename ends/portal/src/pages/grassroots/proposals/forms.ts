// Forms of proposals (提案与公开表单): a campaign, a selection, an item to disclose; and the words lists are narrowed by.
import { dayWords } from "../../../ui/words.ts";
import type { CaseFunction } from "../../functions/functions.ts";

type Form = CaseFunction["form"];
type Fields = Form["groups"][number]["fields"];

const required = true;
const of = (...fields: Fields): Form => ({ groups: [{ fields }] });
const union = { name: "union", title: "工会", kind: "union", required } as const;
const today = () => dayWords(new Date());

export const campaignForm = (): Form =>
  of(
    union,
    { name: "title", title: "名称", kind: "text", maxLength: 40, required },
    {
      ...{ name: "words", title: "征集说明", kind: "long-text", maxLength: 500, required },
      help: "会员在手机上看到的，写清围绕什么征集",
    },
    { name: "fromDay", title: "开始日期", kind: "day", required },
    { name: "toDay", title: "结束日期", kind: "day", earliest: today(), required },
  );

export const selectionForm = (most: number): Form =>
  of(
    { name: "title", title: "名称", kind: "text", maxLength: 40, required },
    { name: "places", title: "评出几件", kind: "number", min: 1, max: most, unit: "件", required },
    {
      ...{ name: "endsDay", title: "投票到哪一天", kind: "day", earliest: today(), required },
      help: "这一天结束后自动计票，第二天公布",
    },
  );

export const kindOptions = [
  { value: "management", title: "经营管理的基本情况" },
  { value: "hiring", title: "招用职工和签订劳动合同" },
  { value: "agreement", title: "集体合同和劳动规章制度" },
  { value: "discipline", title: "奖惩、解除劳动合同、裁员和评先评优" },
  { value: "safety", title: "劳动安全卫生标准和事故处理" },
  { value: "insurance", title: "社会保险和企业年金缴纳" },
  { value: "education", title: "职工教育经费和培训计划" },
  { value: "disputes", title: "劳动争议和处理结果" },
  { value: "decisions", title: "重大决策、大额资金和项目招投标" },
  { value: "pay", title: "工资奖金分配、职称评聘和提薪晋级" },
  { value: "integrity", title: "领导人员选聘、薪酬和廉洁自律" },
  { value: "other", title: "其他应当公开的事项" },
];

export const disclosureForm = (): Form =>
  of(
    union,
    { name: "kind", title: "类别", kind: "choice", options: kindOptions, required },
    { name: "title", title: "标题", kind: "text", maxLength: 60, required },
    { name: "words", title: "内容", kind: "long-text", maxLength: 5000, required },
    {
      ...{ name: "files", title: "附件", kind: "files", maxCount: 10, required: false },
      accept: ["pdf", "jpg", "png", "docx", "xlsx"],
    },
    {
      ...{ name: "fromDay", title: "从哪一天公开", kind: "day", earliest: today() },
      ...{ required: false, help: "不填就是今天" },
    },
  );

export const stateOptions = [
  { value: "seconding", title: "征集附议" },
  { value: "filing", title: "待立案审查" },
  { value: "answering", title: "承办中" },
  { value: "approving", title: "待主席审定" },
  { value: "rating", title: "待提案人评价" },
  { value: "reopened", title: "重新办理" },
  { value: "returned", title: "退回补正" },
  { value: "closed", title: "已办结" },
  { value: "merged", title: "已并案" },
  { value: "refused", title: "不予立案" },
  { value: "withdrawn", title: "已撤回" },
];

export const categoryOptions = [
  { value: "pay", title: "工资福利" },
  { value: "safety", title: "劳动安全卫生" },
  { value: "hours", title: "工作时间和休息休假" },
  { value: "training", title: "培训和成长" },
  { value: "life", title: "食堂宿舍等生活后勤" },
  { value: "technique", title: "技术和工艺改进" },
  { value: "management", title: "经营管理" },
  { value: "other", title: "其他" },
];
