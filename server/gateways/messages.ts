// Message gateway (短信网关): hands messages to the operator's carrier; without one they are kept for the demo's page.
import type { MessageGateway } from "@niangjia/foundation/notices";
import type { Config } from "../config.ts";

/** Takes every message and sends none: the demo shows them on a page, encrypted in the store like all others. */
const kept: MessageGateway = {
  async send(message) {
    return `kept-${message.id}`;
  },
};

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

export const houseMessages = (config: Config): MessageGateway =>
  config.smsUrl ? carrier(config.smsUrl) : kept;
