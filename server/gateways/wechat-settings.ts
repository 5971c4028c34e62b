// Settings of WeChat (微信设置): the mini-program's id and secret, and the template its messages fill.
import { z } from "zod";

/** What an operator sets in the environment; without the first two there is no WeChat in the house. */
export const wechatVariables = {
  NIANGJIA_WECHAT_APPID: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/, "小程序的 AppID 是 wx 加 16 位数字或小写字母")
    .optional(),
  NIANGJIA_WECHAT_SECRET: z.string().min(1).optional(),
  /** Id of the subscription template; without it no message goes by WeChat. */
  NIANGJIA_WECHAT_TEMPLATE: z.string().min(1).optional(),
  /** Its fields for heading, text and time, as the template's page names them. */
  NIANGJIA_WECHAT_FIELDS: z
    .string()
    .regex(
      /^thing\d+,thing\d+,(time|date)\d+$/,
      "请写成 thing1,thing2,time3 的样子：标题、内容、时间",
    )
    .default("thing1,thing2,time3"),
  /** How long an acceptance holds: one message of a 一次性 template, or until it is taken back with a 长期 one. */
  NIANGJIA_WECHAT_CONSENT: z.enum(["once", "lasting"], "请填 once 或 lasting").default("once"),
  /** Page of the mini-program that a message opens; it is given `link`. */
  NIANGJIA_WECHAT_PAGE: z
    .string()
    .regex(/^[\w/-]+$/)
    .optional(),
  /** Where WeChat answers: the operator's own proxy, when the server may not reach the internet. */
  NIANGJIA_WECHAT_URL: z.url().default("https://api.weixin.qq.com"),
};

export interface WechatTemplate {
  readonly id: string;
  readonly fields: { readonly title: string; readonly text: string; readonly at: string };
  readonly page?: string;
  /** 长期订阅: agreed to once and for all. */
  readonly lasting: boolean;
}

export interface WechatSettings {
  readonly url: string;
  readonly appId: string;
  readonly secret: string;
  readonly template?: WechatTemplate;
}

const shape = z.object(wechatVariables);

/** The settings together; undefined when this house has no mini-program. Throws when one half of them is missing. */
export function wechatSettings(read: z.output<typeof shape>): WechatSettings | undefined {
  const { NIANGJIA_WECHAT_APPID: appId, NIANGJIA_WECHAT_SECRET: secret } = read;
  if (!appId && !secret) return undefined;
  if (!appId || !secret) {
    throw new Error(
      "配置有误 / wrong settings: NIANGJIA_WECHAT_APPID 和 NIANGJIA_WECHAT_SECRET 要一起设置",
    );
  }
  const [title, text, at] = read.NIANGJIA_WECHAT_FIELDS.split(",") as [string, string, string];
  const { NIANGJIA_WECHAT_TEMPLATE: id, NIANGJIA_WECHAT_PAGE: page } = read;
  const lasting = read.NIANGJIA_WECHAT_CONSENT === "lasting";
  const fields = { title, text, at };
  const template = id ? { id, fields, lasting, ...(page ? { page } : {}) } : undefined;
  return { url: read.NIANGJIA_WECHAT_URL, appId, secret, ...(template ? { template } : {}) };
}
