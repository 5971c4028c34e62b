// Session (会话): signing in by a code, out again, and leaving nothing of one person to the next.
import { dropToken, keepToken } from "../device/login.ts";
import { readStored, store } from "../device/storage.ts";
import { post } from "./api.ts";
import { outgoing } from "./outgoing.ts";
import { beginEra, forgetAll } from "./seen.ts";
import { askTicket, openByTicket } from "./wechat.ts";

/** Nothing of one person stays for the next. */
function forgetPerson(): void {
  outgoing.clear();
  forgetAll();
}

interface CodeSignIn {
  readonly phone: string;
  readonly code: string;
  /** Binds the WeChat of this phone to whoever signs in. */
  readonly wechatTicket?: string | undefined;
}

/** Says that whoever is on this phone is the one its WeChat is bound to. */
const bound = "wechat";

/** Whether somebody signed in on this phone and did not sign out. The house alone knows whether that still holds. */
export const wasHere = (): boolean =>
  readStored("phone") !== undefined || readStored(bound) !== undefined;

/** What another person left on this phone goes, drafts and all. */
export async function signInByCode({ phone, code, wechatTicket }: CodeSignIn): Promise<void> {
  const body = { phone, code, ...(wechatTicket ? { wechatTicket } : {}) };
  const { token } = await post("/api/access/sign-in-by-code", { body });
  if (readStored("phone") === phone) beginEra();
  else forgetPerson();
  store("phone", phone);
  if (wechatTicket) store(bound, "yes");
  keepToken(token);
}

/** Where this WeChat is bound to nobody, a ticket that binds it on signing in by a code. */
export async function signInByWechat(): Promise<string | undefined> {
  const ticket = await askTicket();
  const token = await openByTicket(ticket);
  if (token === undefined) return ticket;
  if (readStored(bound) === undefined) forgetPerson();
  else beginEra();
  store(bound, "yes");
  keepToken(token);
  return undefined;
}

/**
 * Also where the house cannot be told: the phone forgets all the same. What is under way may come back as signed out
 * before the house has said so of this.
 */
export async function signOut(): Promise<void> {
  beginEra();
  await post("/api/access/sign-out", {}).catch(() => undefined);
  dropToken();
  forgetPerson();
}

/** As `signOut`, on every device; refused, one stays signed in here too. */
export async function signOutEverywhere(key: string): Promise<void> {
  beginEra();
  await post("/api/access/sign-out-everywhere", { key });
  dropToken();
  forgetPerson();
}
