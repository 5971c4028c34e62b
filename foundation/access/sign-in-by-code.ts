// Sign-in by a code sent to the phone (验证码登录): opens an account for a number nobody had, and binds a WeChat to it.
import { randomInt, timingSafeEqual } from "node:crypto";
import type { Act } from "../act.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { sendSms } from "../notices/index.ts";
import { readPhone } from "../phone.ts";
import { refuse } from "../refusal.ts";
import { openAccount } from "./accounts.ts";
import {
  type signInByCode as contract,
  refusals,
  type sendCode as sendContract,
} from "./contract.ts";
import { openSession } from "./session.ts";
import { refuseLocked } from "./sign-in.ts";
import { countTry, dropCode, findAccountByPhone, findCode, putCode } from "./store.ts";
import { bindWechat, openTicket } from "./wechat.ts";

const secondsBetween = 60;
const secondsValid = 300;
const triesAtMost = 5;
/** With five tries each, one in twenty thousand is guessed in a day. */
const unansweredAtMost = 10;
const dayMs = 86_400_000;

function phoneOf(text: string): string {
  const phone = readPhone(text);
  if (!phone.ok) throw refuse(refusals.badPhone);
  return phone.value;
}

const codeHash = (act: Act, phone: string, code: string): Buffer =>
  act.keys.blind("sign-in-code", `${phone}:${code}`);

/** Sends a code to a phone of eleven digits; `say` puts it in words. Refuses within a minute of the last, and after many that nobody answered. For the door and the house. */
export async function sendCodeTo(
  act: Act,
  phone: string,
  say = (code: string) => `登录验证码 ${code}，5 分钟内有效。请勿告诉他人。`,
): Promise<Answer<typeof sendContract>> {
  const phoneBlind = act.keys.blind("phone", phone);
  const before = await findCode(act, phoneBlind);
  const age = before ? (act.now.getTime() - before.sent_at.getTime()) / 1000 : secondsBetween;
  if (age < secondsBetween) {
    const seconds = Math.ceil(secondsBetween - age);
    throw refuse(refusals.codeTooSoon, { words: { seconds }, retryAfterSeconds: seconds });
  }
  const since = before?.unanswered_since ?? act.now;
  const sameDay = before !== undefined && act.now.getTime() - since.getTime() < dayMs;
  const unanswered = sameDay ? before.unanswered + 1 : 1;
  if (unanswered > unansweredAtMost) {
    throw refuse(refusals.codesTooMany, { words: { limit: unansweredAtMost } });
  }
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const expiresAt = new Date(act.now.getTime() + secondsValid * 1000);
  await putCode(act, {
    phoneBlind,
    codeHash: codeHash(act, phone, code),
    expiresAt,
    unanswered,
    unansweredSince: sameDay ? since : act.now,
  });
  await sendSms(act, { phone, text: say(code), awaited: true });
  return { secondsToNext: secondsBetween, secondsValid };
}

export const sendCode = (
  act: Act,
  { body }: Asked<typeof sendContract>,
): Promise<Answer<typeof sendContract>> => sendCodeTo(act, phoneOf(body.phone));

/** Whether this is the living code of the phone: taken, it is gone; mistaken, a try is counted. */
export async function takeCode(act: Act, phone: string, code: string): Promise<boolean> {
  const phoneBlind = act.keys.blind("phone", phone);
  const sent = await findCode(act, phoneBlind);
  const living = sent && sent.expires_at > act.now && sent.tries < triesAtMost;
  if (living && timingSafeEqual(sent.code_hash, codeHash(act, phone, code))) {
    await dropCode(act, phoneBlind);
    return true;
  }
  if (sent) await countTry(act, phoneBlind);
  return false;
}

export async function signInByCode(
  act: Act,
  { body, device }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const phone = phoneOf(body.phone);
  const wechat = body.wechatTicket ? await openTicket(act, body.wechatTicket) : undefined;
  if (!(await takeCode(act, phone, body.code))) {
    throw refuse(refusals.wrongCode, { keepChanges: true });
  }
  const account = await findAccountByPhone(act, act.keys.blinds("phone", phone));
  if (account?.state === "closed") throw refuse(refusals.wrongCode, { keepChanges: true });
  if (account) refuseLocked(act, account.lockedUntil);
  const id = account?.id ?? (await openAccount(act, { name: "新用户", phone })).id;
  if (wechat) await bindWechat(act, id, wechat);
  return openSession(act, id, { openedBy: "code", device });
}
