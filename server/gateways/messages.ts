// Message gateways (消息网关): the operator's carrier of short messages, WeChat, and push; in a demo they are kept for its page.
import { type Message, type MessageGateway, Undeliverable } from "@niangjia/foundation/notices";
import type { Config } from "../config.ts";
import { wechatMessages } from "./wechat-messages.ts";

/** Takes every message and sends none: the demo shows them on a page, encrypted in the store like all others. */
export const kept: MessageGateway = {
  async send(message) {
    return `kept-${message.id}`;
  },
};

/** A house where this way is not set up: the message goes another. */
const without = (what: string): MessageGateway => ({
  async send() {
    throw new Undeliverable("off", `${what} is not set up`);
  },
});

/** Posts each message as JSON to the operator's carrier, which answers a receipt. */
function carrier(url: string): MessageGateway {
  return {
    async send({ id, channel, to, text }) {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": id },
        body: JSON.stringify({ id, channel, to, text }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!answer.ok) throw new Error(`the carrier answered ${answer.status}`);
      const { receipt } = (await answer.json()) as { receipt?: unknown };
      return String(receipt ?? answer.status);
    },
  };
}

export function houseMessages(
  { smsUrl, wechat, demo }: Config,
  push: MessageGateway | undefined,
): MessageGateway {
  const gateways: Record<Message["channel"], MessageGateway> = {
    sms: smsUrl ? carrier(smsUrl) : kept,
    wechat: wechat ? wechatMessages(wechat) : demo ? kept : without("WeChat"),
    push: push ?? without("push"),
  };
  return { send: (message) => gateways[message.channel].send(message) };
}
