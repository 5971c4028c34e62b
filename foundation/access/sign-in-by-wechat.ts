// Sign-in by WeChat (微信登录): the code is handed in, a reaction asks WeChat whose it is, the ticket opens the session.
import { randomBytes } from "node:crypto";
import type { Act } from "../act.ts";
import { record } from "../audit/record.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { newId } from "../ids.ts";
import { emit } from "../outbox/index.ts";
import { refuse } from "../refusal.ts";
import type { Reaction } from "../worker/work.ts";
import { type signInByWechat as contract, refusals } from "./contract.ts";
import { openSession, tokenHash } from "./session.ts";
import { refuseLocked } from "./sign-in.ts";
import { openTicket, ticketField } from "./wechat.ts";
import type { takeWechatCode as takeContract } from "./wechat-contract.ts";
import { WechatDeclined, type WechatGateway } from "./wechat-gateway.ts";
import {
  dropStaleTickets,
  dropTicket,
  findAccountByWechat,
  findCodeOf,
  insertTicket,
  noteExchange,
} from "./wechat-store.ts";

/** Time enough to wait for a short message and bind the account. */
const secondsValid = 600;
const codeField = "wechat-ticket.code";
const codeTaken = "access.wechat-code-taken";

/** Takes a code and answers a ticket at once: no request waits for WeChat. */
export async function takeWechatCode(
  act: Act,
  { body }: Asked<typeof takeContract>,
): Promise<Answer<typeof takeContract>> {
  const id = newId(act.now);
  const ticket = randomBytes(32).toString("base64url");
  await dropStaleTickets(act);
  await insertTicket(act, {
    id,
    ticketHash: tokenHash(ticket),
    codeCipher: act.keys.encrypt({ field: codeField, row: id }, body.code),
    expiresAt: new Date(act.now.getTime() + secondsValid * 1000),
  });
  await emit(act, { name: codeTaken, body: { ticketId: id } });
  return { ticket, secondsValid };
}

const notSetUp: WechatGateway = {
  async openidOf() {
    throw new WechatDeclined("off", "WeChat is not set up");
  },
};

/**
 * The reaction that asks WeChat. A refusal is final and never tried again: a code answers once, and somebody waits with
 * their phone in hand who comes back with a fresh code sooner than a retry would.
 */
export const wechatReaction = (gateway: WechatGateway = notSetUp): Reaction => ({
  on: codeTaken,
  name: "access.ask-wechat",
  lane: "urgent",
  async run(act, event) {
    const { ticketId } = event.body as { ticketId: string };
    const codeCipher = await findCodeOf(act, ticketId);
    if (!codeCipher) return;
    try {
      const code = act.keys.decrypt({ field: codeField, row: ticketId }, codeCipher);
      const openid = await gateway.openidOf(code);
      const openidCipher = act.keys.encrypt({ field: ticketField, row: ticketId }, openid);
      await noteExchange(act, ticketId, { openidCipher });
    } catch (error) {
      if (!(error instanceof WechatDeclined)) throw error;
      const { failure, message: why } = error;
      await noteExchange(act, ticketId, { failure });
      await record(act, { action: "access.wechat-declined", details: { failure, why } });
    }
  },
});

export async function signInByWechat(
  act: Act,
  { body, device }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { ticketId, openid } = await openTicket(act, body.ticket);
  const account = await findAccountByWechat(act, act.keys.blinds("wechat", openid));
  if (account?.state !== "open") throw refuse(refusals.wechatUnknown);
  refuseLocked(act, account.lockedUntil);
  await dropTicket(act, ticketId);
  return openSession(act, account.id, { openedBy: "wechat", device });
}
