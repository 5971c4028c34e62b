// Signing in by WeChat (微信登录): a code becomes a ticket at once, and the ticket a session as soon as WeChat has said who.
import { z } from "zod";

/** Why a ticket opens nothing; the last four are the failures of the gateway, by their names. */
export const ticketRefusals = {
  ticketSpent: {
    code: "access.wechat-ticket-spent",
    status: 401,
    say: "这次微信登录已过期。",
    next: "请重新点“微信登录”。",
  },
  waiting: {
    code: "access.wechat-waiting",
    status: 409,
    say: "正在向微信确认您是谁。",
    next: "请过一秒再试。",
  },
  code: {
    code: "access.wechat-code-refused",
    status: 401,
    say: "微信没有认可这次登录。",
    next: "请重新点“微信登录”；仍不行请用手机验证码登录。",
  },
  blocked: {
    code: "access.wechat-blocked",
    status: 403,
    say: "微信认为这个微信号有风险，拦下了这次登录。",
    next: "请用手机验证码登录。",
  },
  busy: {
    code: "access.wechat-busy",
    status: 503,
    say: "微信暂时没有回应。",
    next: "请稍后重新点“微信登录”，或用手机验证码登录。",
  },
  off: {
    code: "access.wechat-off",
    status: 503,
    say: "本系统现在不能用微信登录。",
    next: "请用手机验证码登录；需要开通请联系系统管理员。",
  },
} as const;

export const ticketShape = z
  .string()
  .regex(/^[\w-]{43}$/, "微信登录凭据不对")
  .describe("交微信登录码时得到的凭据，用一次就作废");

export const takeWechatCode = {
  id: "access.wechat-code",
  title: "交微信登录码",
  method: "POST",
  path: "/access/wechat/codes",
  body: z.object({
    code: z.string().trim().min(1, "缺少微信登录码").max(200).describe("wx.login 给的 code"),
  }),
  answer: z.object({ ticket: ticketShape, secondsValid: z.number().int() }),
} as const;

export const unbindWechat = {
  id: "access.unbind-wechat",
  title: "解除微信绑定",
  method: "POST",
  path: "/access/wechat/unbind",
  answer: z.object({ unbound: z.boolean() }),
} as const;
