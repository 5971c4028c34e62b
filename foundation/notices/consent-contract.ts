// Consent to messages of WeChat (订阅消息的同意): what the mini-program asks for, and that somebody agreed.
import { z } from "zod";

export const consentRefusals = {
  off: {
    code: "notices.wechat-off",
    status: 422,
    say: "本系统现在不用这个模板发微信消息。",
    next: "请关掉小程序再打开一次；消息都在“我的通知”里。",
  },
} as const;

export const wechat = {
  id: "notices.wechat",
  title: "微信订阅消息的模板",
  method: "GET",
  path: "/notices/wechat",
  answer: z.object({
    template: z.string().nullable().describe("请求订阅时用的模板编号；为空表示没有开通"),
  }),
} as const;

export const agreeWechat = {
  id: "notices.agree-wechat",
  title: "记下同意接收微信订阅消息",
  method: "POST",
  path: "/notices/wechat",
  body: z.object({ template: z.string().min(1, "请写明模板编号").max(100, "模板编号太长") }),
  answer: z.object({
    messagesLeft: z.number().int().nullable().describe("还可以发几条；为空表示长期有效"),
  }),
  refusals: [consentRefusals.off],
} as const;
