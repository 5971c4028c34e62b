// The form of a service (服务登记表单).
import { dayWords } from "../../../ui/words.ts";
import type { CaseFunction } from "../../functions/functions.ts";

const required = true;

const kinds = [
  { value: "health", title: "体检义诊" },
  { value: "legal", title: "法律咨询" },
  { value: "training", title: "技能培训" },
  { value: "relief", title: "送清凉送温暖" },
  { value: "rest", title: "驿站歇脚" },
  { value: "insurance", title: "互助保障" },
  { value: "other", title: "其他服务" },
];

export const serviceForm = (trades: { value: string; title: string }[]): CaseFunction["form"] => ({
  groups: [
    {
      fields: [
        { name: "name", title: "姓名", kind: "person-name", required },
        {
          name: "phone",
          title: "手机号",
          kind: "phone",
          required,
          help: "入会时凭姓名和手机号对上",
        },
        { name: "trade", title: "群体", kind: "choice", options: trades, required },
        { name: "kind", title: "服务", kind: "choice", options: kinds, required },
        { name: "what", title: "服务内容", kind: "text", maxLength: 100, required },
        { name: "day", title: "日期", kind: "day", latest: dayWords(new Date()), required },
        { name: "costFen", title: "花费", kind: "money", min: 0, max: 100_000_000, required },
      ],
    },
  ],
});
