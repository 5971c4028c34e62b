// Messages of WeChat (订阅消息): one template of heading, text and time, sent to those who subscribed in the mini-program.
import { type Message, type MessageGateway, Undeliverable } from "@niangjia/foundation/notices";
import { readAnswer, type WechatAnswer, wordsOf } from "./wechat-answer.ts";
import type { WechatSettings, WechatTemplate } from "./wechat-settings.ts";
import { tokenKeeper } from "./wechat-token.ts";

const patienceMs = 10_000;
const staleToken = [40001, 40014, 42001];
const later = [-1, 45009, 45011];
const notSubscribed = 43101;
const badOpenid = 40003;

/** A `thing` of a template holds 20 characters of one line. */
function thing(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/g, " ").trim());
  return characters.length <= 20 ? characters.join("") : `${characters.slice(0, 19).join("")}…`;
}

/** 2026年11月21日 09:00, as a `time` or `date` of a template is written. */
const moment = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "long",
  timeStyle: "short",
});

function filled({ id, fields, page }: WechatTemplate, { to, title, text, link, at }: Message) {
  return {
    touser: to,
    template_id: id,
    ...(page ? { page: link ? `${page}?link=${encodeURIComponent(link)}` : page } : {}),
    miniprogram_state: "formal",
    lang: "zh_CN",
    data: {
      [fields.title]: { value: thing(title ?? "通知") },
      [fields.text]: { value: thing(text) },
      [fields.at]: { value: moment.format(at) },
    },
  };
}

/** The receipt of a message that was taken. Throws Undeliverable for what no second try mends. */
function receiptOf(said: WechatAnswer): string {
  const { errcode } = said;
  const why = wordsOf(said);
  if (errcode === 0) return `wechat-${said.msgid ?? "0"}`;
  if (errcode === notSubscribed) throw new Undeliverable("not-subscribed", why);
  if (errcode === badOpenid) throw new Undeliverable("bad-address", why);
  if (later.includes(errcode) || staleToken.includes(errcode)) throw new Error(`WeChat: ${why}`);
  throw new Undeliverable("refused", why);
}

/**
 * 发送订阅消息 subscribeMessage.send. A token that WeChat no longer takes is fetched anew once.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
export function wechatMessages(settings: WechatSettings, now = Date.now): MessageGateway {
  const { template, url } = settings;
  const keeper = tokenKeeper(settings, now);
  async function post(body: object): Promise<WechatAnswer> {
    const address = new URL("/cgi-bin/message/subscribe/send", url);
    address.searchParams.set("access_token", await keeper.token());
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    return readAnswer(answer);
  }
  return {
    async send(message) {
      if (!template) throw new Undeliverable("off", "no template is set");
      const body = filled(template, message);
      const said = await post(body);
      if (!staleToken.includes(said.errcode)) return receiptOf(said);
      keeper.forget();
      return receiptOf(await post(body));
    },
  };
}
