// Messages (短信、微信消息与推送): queued in the act that wants them, carried out by a gateway after it has committed.
import { phoneOf } from "../access/people-store.ts";
import type { Act } from "../act.ts";
import { newId } from "../ids.ts";
import { maskPhone } from "../masks.ts";
import { emit } from "../outbox/index.ts";
import type { Reaction } from "../worker/work.ts";
import { endConsent } from "./consent-store.ts";
import { reachOf } from "./push.ts";
import { deleteDevice } from "./push-store.ts";
import {
  type Channel,
  findQueued,
  insertMessage,
  noteFailed,
  noteSent,
  type StoredMessage,
} from "./store.ts";

/** A message that leaves the house. `to` and `text` are personal data: never logged. */
export interface Message {
  readonly id: string;
  readonly channel: Channel;
  /** A phone number of eleven digits, an openid, or a device's `Subscription` as JSON. */
  readonly to: string;
  readonly text: string;
  /** Heading of a message of WeChat or a push; null for a short message. */
  readonly title: string | null;
  /** Path inside the ends that a message of WeChat or a push opens. */
  readonly link: string | null;
  readonly at: Date;
}

export type Undelivered = "not-subscribed" | "bad-address" | "gone" | "refused" | "off";

/** The carrier will never deliver this message, so that trying again is in vain. Its text is kept as the reason. */
export class Undeliverable extends Error {
  readonly why: Undelivered;

  constructor(why: Undelivered, words = "") {
    super(words === "" ? why : `${why}: ${words}`);
    this.name = "Undeliverable";
    this.why = why;
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

export interface Push {
  readonly accountId: string;
  readonly deviceId: string;
  readonly title: string;
  readonly link: string | null;
}

/** Puts a push on its way: heading and link only, because a locked screen shows it to whoever is near. */
export async function sendPush(act: Act, { deviceId: to, ...rest }: Push): Promise<void> {
  await queue(act, {
    ...rest,
    channel: "push",
    to,
    toMask: "本人的设备",
    text: "",
    elseSms: false,
  });
}

export async function sendSmsTo(act: Act, accountId: string, text: string): Promise<void> {
  const phone = await phoneOf(act, accountId);
  if (phone) await sendSms(act, { phone, text });
}

const addressee = (act: Act, { id, toCipher }: StoredMessage): string =>
  act.keys.decrypt({ field: "message.to", row: id }, toCipher);

async function opened(act: Act, row: StoredMessage & { readonly at: Date }): Promise<Message> {
  const { id, channel, title, link, at } = row;
  const named = addressee(act, row);
  const to = channel === "push" ? await reachOf(act, named) : named;
  if (to === undefined) throw new Undeliverable("gone");
  const text = act.keys.decrypt({ field: "message.text", row: id }, row.textCipher);
  return { id, channel, to, text, title, link, at };
}

async function sendInstead(act: Act, row: StoredMessage): Promise<void> {
  const { id, accountId, elseSms, title, textCipher } = row;
  if (!elseSms || !accountId) return;
  const text = act.keys.decrypt({ field: "message.text", row: id }, textCipher);
  await sendSmsTo(act, accountId, `${title}：${text}`);
}

const sendBy =
  (gateway: MessageGateway): Reaction["run"] =>
  async (act, event) => {
    const { messageId } = event.body as { messageId: string };
    const row = await findQueued(act, messageId);
    if (!row) return;
    try {
      await noteSent(act, messageId, await gateway.send(await opened(act, row)));
    } catch (error) {
      if (!(error instanceof Undeliverable)) throw error;
      await noteFailed(act, messageId, error.message);
      if (error.why === "gone") await deleteDevice(act, addressee(act, row));
      if (error.why === "not-subscribed" && row.accountId) await endConsent(act, row.accountId);
      await sendInstead(act, row);
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
