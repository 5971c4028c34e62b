// Security of one's own account (账号安全): a new password, an authenticator on a new phone, codes for the day it is lost.
import { verify } from "@node-rs/argon2";
import type { Act } from "../act.ts";
import { concerns } from "../audit/record.ts";
import { verificationCode } from "../codes/index.ts";
import { asHouse } from "../elevate.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { maskPhone } from "../masks.ts";
import { tell } from "../notices/index.ts";
import { type RefusalKind, refuse } from "../refusal.ts";
import { hashPassword } from "./accounts.ts";
import { accountOf } from "./devices.ts";
import { refuseWeak } from "./password-rules.ts";
import { phoneOf } from "./people-store.ts";
import { recoveryCodeLength, secondHolds, totpHolds } from "./second-proof.ts";
import type * as contract from "./security-contract.ts";
import { securityRefusals } from "./security-contract.ts";
import {
  countRecoveryCodes,
  endOtherSessions,
  getAccount,
  putPassword,
  replaceRecoveryCodes,
} from "./security-store.ts";
import { tellAccessChanged, tokenHash } from "./session.ts";
import { noteWrong, refuseLocked } from "./sign-in.ts";
import { type Account, findStrength, noteFailure, putFactors } from "./store.ts";
import type { Strength } from "./strength.ts";
import { strengthRefusals } from "./strength-contract.ts";
import { makeOffer, secretOf } from "./totp-offer.ts";

const recoveryCodes = 10;

const strengthOf = (act: Act): Promise<Strength | undefined> => {
  const { sessionId } = act.actor;
  if (sessionId === null) throw new Error("one's own account is looked at in a session");
  return asHouse(act, (house) => findStrength(house, sessionId));
};

async function phoneOfOwn(act: Act): Promise<string> {
  const phone = await phoneOf(act, accountOf(act));
  if (!phone) throw new Error("a signed-in account has a phone");
  return phone;
}

export async function showSecurity(act: Act): Promise<Answer<typeof contract.security>> {
  const id = accountOf(act);
  const strength = await strengthOf(act);
  return {
    phone: maskPhone(await phoneOfOwn(act)),
    hasPassword: strength?.hasPassword ?? false,
    hasTotp: strength?.hasTotp ?? false,
    recoveryCodesLeft: await asHouse(act, (house) => countRecoveryCodes(house, id)),
    strong: strength?.openedBy === "password-totp",
  };
}

/** A guess counts like one at the door: five in a row lock the account there and here. */
async function refuseGuess(act: Act, account: Account, kind: RefusalKind): Promise<never> {
  await asHouse(act, (house) => noteWrong(house, account));
  throw refuse(kind, { keepChanges: true });
}

/** Guesses before are forgiven, and the holder is told on their phone. */
async function settle(act: Act, accountId: string, done: string): Promise<void> {
  concerns(act, `account:${accountId}`);
  await asHouse(act, (house) => noteFailure(house, accountId, 0, null));
  const body = "如果不是您本人操作，请马上联系本级工会的安全管理员。";
  await tell(act, { accountId, title: done, body, urgent: true });
}

/** Whoever came in by what was there before comes in no more. Answers how many sessions ended. */
async function endOthers(act: Act, accountId: string): Promise<{ ended: number }> {
  const { sessionId } = act.actor;
  if (sessionId === null) throw new Error("a change of one's own is made in a session");
  const ended = await asHouse(act, (house) => endOtherSessions(house, accountId, sessionId));
  await tellAccessChanged(act);
  return { ended };
}

export async function changePassword(
  act: Act,
  { body }: Asked<typeof contract.changePassword>,
): Promise<Answer<typeof contract.changePassword>> {
  const id = accountOf(act);
  const account = await asHouse(act, (house) => getAccount(house, id));
  refuseLocked(act, account.lockedUntil);
  if (!account.passwordHash) throw refuse(securityRefusals.noPassword);
  if (!(await verify(account.passwordHash, body.old))) {
    await refuseGuess(act, account, securityRefusals.wrongPassword);
  }
  if (body.password === body.old) throw refuse(securityRefusals.samePassword);
  refuseWeak(body.password, { name: account.name, phone: await phoneOfOwn(act) });
  const hash = await hashPassword(body.password);
  await asHouse(act, (house) => putPassword(house, id, hash));
  await settle(act, id, "您的密码已修改，别的设备都已退出");
  return endOthers(act, id);
}

/** The second factor is changed only by who came in with it. */
async function refuseWithout(act: Act): Promise<string> {
  const id = accountOf(act);
  const strength = await strengthOf(act);
  if (!strength?.hasTotp) throw refuse(securityRefusals.notBound);
  if (strength.openedBy !== "password-totp") throw refuse(strengthRefusals.weakSession);
  return id;
}

async function refuseUnproved(act: Act, proof: string): Promise<string> {
  const id = await refuseWithout(act);
  const account = await asHouse(act, (house) => getAccount(house, id));
  refuseLocked(act, account.lockedUntil);
  if (!(await secondHolds(act, account, proof))) {
    await refuseGuess(act, account, securityRefusals.wrongProof);
  }
  return id;
}

export async function offerAuthenticator(
  act: Act,
): Promise<Answer<typeof contract.offerAuthenticator>> {
  return makeOffer(act, await refuseWithout(act));
}

/** What the new phone shows is checked first: a slip there spends no recovery code. */
export async function moveAuthenticator(
  act: Act,
  { body }: Asked<typeof contract.moveAuthenticator>,
): Promise<Answer<typeof contract.moveAuthenticator>> {
  const secret = secretOf(act, accountOf(act), body.offer);
  if (!totpHolds(act, secret, body.totp)) throw refuse(strengthRefusals.wrongTotp);
  const id = await refuseUnproved(act, body.proof);
  const totpCipher = act.keys.encrypt({ field: "account.totp", row: id }, secret);
  await asHouse(act, (house) => putFactors(house, id, { totpCipher }));
  await settle(act, id, "您的身份验证器已更换，别的设备都已退出");
  return endOthers(act, id);
}

/** Ten new codes, shown this once; those from before are worth nothing any more. */
export async function makeRecoveryCodes(
  act: Act,
  { body }: Asked<typeof contract.makeRecoveryCodes>,
): Promise<Answer<typeof contract.makeRecoveryCodes>> {
  const id = await refuseUnproved(act, body.proof);
  const codes = Array.from({ length: recoveryCodes }, () => verificationCode(recoveryCodeLength));
  await asHouse(act, (house) => replaceRecoveryCodes(house, id, codes.map(tokenHash)));
  await settle(act, id, "您生成了新的备用码");
  return { codes };
}
