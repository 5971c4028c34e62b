// Sign-in by password and one-time password (密码登录): for staff at the portal; locks after five failures.
import { hash, verify } from "@node-rs/argon2";
import type { Act } from "../act.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { readPhone } from "../phone.ts";
import { refuse } from "../refusal.ts";
import { type signIn as contract, refusals } from "./contract.ts";
import { secondHolds } from "./second-proof.ts";
import { openSession } from "./session.ts";
import { type Account, findAccountByPhone, noteFailure } from "./store.ts";

const failuresAtMost = 5;
const lockMinutes = 15;

/** Spends the time of a real check where there is no account, so that guessing learns nothing. */
const nobodysHash = hash("nobody has this password");

export function refuseLocked(act: Act, lockedUntil: Date | null): void {
  if (!lockedUntil || lockedUntil <= act.now) return;
  const minutes = Math.ceil((lockedUntil.getTime() - act.now.getTime()) / 60_000);
  throw refuse(refusals.locked, { words: { minutes } });
}

export async function noteWrong(act: Act, account: Account): Promise<void> {
  const failures = account.failures + 1;
  const locks = failures >= failuresAtMost;
  const until = locks ? new Date(act.now.getTime() + lockMinutes * 60_000) : null;
  await noteFailure(act, account.id, locks ? 0 : failures, until);
}

export async function signIn(
  act: Act,
  { body, device }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const phone = readPhone(body.phone);
  const account = phone.ok
    ? await findAccountByPhone(act, act.keys.blinds("phone", phone.value))
    : undefined;
  if (account) refuseLocked(act, account.lockedUntil);
  const right = await verify(account?.passwordHash ?? (await nobodysHash), body.password);
  if (!account?.passwordHash || account.state !== "open" || !right) {
    if (account) await noteWrong(act, account);
    throw refuse(refusals.wrongSignIn, { keepChanges: true });
  }
  if (account.totpCipher && !(await secondHolds(act, account, body.totp))) {
    await noteWrong(act, account);
    throw refuse(refusals.wrongSignIn, { keepChanges: true });
  }
  await noteFailure(act, account.id, 0, null);
  const openedBy = account.totpCipher ? "password-totp" : "password";
  return openSession(act, account.id, { openedBy, device });
}
