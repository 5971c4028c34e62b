// Messages (短信与微信消息): queued in the act that wants them, carried out by a gateway after it has committed.
import { phoneOf } from "../access/people-store.ts";
import type { Act } from "../act.ts";
import { newId } from "../ids.ts";
import { maskPhone } from "../masks.ts";
import { emit } from "../outbox/index.ts";
import type { Reaction } from "../worker/work.ts";
import { findQueued, insertMessage, noteFailed, noteSent, type StoredMessage } from "./store.ts";

/** A message that leaves the house. `to` and `text` are personal data: never logged. */
export interface Message {
  readonly id: string;
  readonly channel: "sms" | "wechat";
  /** A phone number of eleven digits, or an openid. */
  readonly to: string;
  readonly text: string;
  /** Heading of a message of WeChat; null for a short message. */
  readonly title: string | null;
  /** Path inside the ends that a message of WeChat opens. */
  readonly link: string | null;
  readonly at: Date;
}

export type Undelivered = "not-subscribed" | "bad-address" | "refused" | "off";

/** The carrier will never deliver this message, so that trying again is in vain. Its text is kept as the reason. */
export class Undeliverable extends Error {
  constructor(why: Undelivered, words = "") {
    super(words === "" ? why : `${why}: ${words}`);
    this.name = "Undeliverable";
  }
}

/** Carries messages out; answers the carrier's receipt, throws when it did not take the message. */
export interface MessageGateway {
  /** Throws Undeliverable where it never will; anything else is tried again later. */
  send(message: Message): Promise<string>;
}

const queuedEvent = "notices.message-queued";
/** Somebody waits for it with their phone in hand. */
const awaitedEvent = "notices.awaited-message-queued";

type Outgoing = Pick<StoredMessage, "channel" | "toMask" | "accountId" | "title" | "link"> & {
  readonly to: string;
  readonly text: string;
  readonly elseSms: boolean;
};

async function queue(
  act: Act,
  { to, text, ...rest }: Outgoing,
  event = queuedEvent,
): Promise<void> {
  const id = newId(act.now);
  await insertMessage(act, {
    ...rest,
    id,
    toCipher: act.keys.encrypt({ field: "message.to", row: id }, to),
    textCipher: act.keys.encrypt({ field: "message.text", row: id }, text),
  });
  await emit(act, { name: event, body: { messageId: id } });
}

export interface Sms {
  /** Eleven digits. */
  readonly phone: string;
  readonly text: string;
  /** Somebody waits for it with their phone in hand: it passes whatever else is on its way out. */
  readonly awaited?: boolean;
}

/** Puts a short message on its way; a gateway sends it after the act has committed. */
export async function sendSms(act: Act, sms: Sms): Promise<void> {
  const { phone: to, text, awaited = false } = sms;
  const plain = { accountId: null, title: null, link: null, elseSms: false };
  const outgoing = { ...plain, channel: "sms", to, toMask: maskPhone(to), text } as const;
  await queue(act, outgoing, awaited ? awaitedEvent : queuedEvent);
}

export interface WechatMessage {
  readonly accountId: string;
  readonly openid: string;
  readonly title: string;
  readonly text: string;
  readonly link: string | null;
  /** Goes as a short message where WeChat does not deliver it. */
  readonly elseSms: boolean;
}

/** Puts a subscription message of WeChat (订阅消息) on its way. */
export async function sendWechat(act: Act, message: WechatMessage): Promise<void> {
  const { openid: to, ...rest } = message;
  await queue(act, { ...rest, channel: "wechat", to, toMask: "微信" });
}

export async function sendSmsTo(act: Act, accountId: string, text: string): Promise<void> {
  const phone = await phoneOf(act, accountId);
  if (phone) await sendSms(act, { phone, text });
}

function opened(act: Act, row: StoredMessage & { readonly at: Date }): Message {
  const { id, channel, title, link, at } = row;
  const to = act.keys.decrypt({ field: "message.to", row: id }, row.toCipher);
  const text = act.keys.decrypt({ field: "message.text", row: id }, row.textCipher);
  return { id, channel, to, text, title, link, at };
}

const sendBy =
  (gateway: MessageGateway): Reaction["run"] =>
  async (act, event) => {
    const { messageId } = event.body as { messageId: string };
    const row = await findQueued(act, messageId);
    if (!row) return;
    const message = opened(act, row);
    try {
      await noteSent(act, messageId, await gateway.send(message));
    } catch (error) {
      if (!(error instanceof Undeliverable)) throw error;
      await noteFailed(act, messageId, error.message);
      const { accountId, elseSms } = row;
      if (elseSms && accountId)
        await sendSmsTo(act, accountId, `${message.title}：${message.text}`);
    }
  };

/** The reactions that hand queued messages to the operator's gateway. */
export function sendingReactions(gateway: MessageGateway): readonly Reaction[] {
  const run = sendBy(gateway);
  return [
    { on: awaitedEvent, name: "notices.send-awaited", lane: "urgent", run },
    { on: queuedEvent, name: "notices.send", run },
  ];
}
