// Opening the second factor (开通动态口令): by who holds both the account's password and its phone; see decisions/0005.
import type { Act } from "../act.ts";
import { concerns } from "../audit/record.ts";
import { asHouse } from "../elevate.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { maskPhone } from "../masks.ts";
import { tell } from "../notices/index.ts";
import { refuse } from "../refusal.ts";
import { hashPassword } from "./accounts.ts";
import { accountOf } from "./devices.ts";
import { refuseWeak } from "./password-rules.ts";
import { phoneOf } from "./people-store.ts";
import type * as contract from "./second-factor-contract.ts";
import { totpHolds } from "./second-proof.ts";
import { openSession, tellAccessChanged } from "./session.ts";
import { sendCodeTo, takeCode } from "./sign-in-by-code.ts";
import { endSessions, findStrength, putFactors } from "./store.ts";
import type { Strength } from "./strength.ts";
import { strengthRefusals } from "./strength-contract.ts";
import { makeOffer, secretOf } from "./totp-offer.ts";

interface Own extends Strength {
  readonly accountId: string;
  readonly phone: string;
}

/** Whoever may open a second factor now: none is open yet, and a password there is was shown in this session. */
async function ownOf(act: Act): Promise<Own> {
  const accountId = accountOf(act);
  const { sessionId } = act.actor;
  const [strength, phone] = await asHouse(act, async (house) => [
    sessionId === null ? undefined : await findStrength(house, sessionId),
    await phoneOf(house, accountId),
  ]);
  if (!strength || !phone) throw new Error("a signed-in account has a session and a phone");
  if (strength.hasTotp) throw refuse(strengthRefusals.alreadyBound);
  if (strength.hasPassword && strength.openedBy !== "password") {
    throw refuse(strengthRefusals.weakSession);
  }
  return { ...strength, accountId, phone };
}

export async function offerSecondFactor(
  act: Act,
): Promise<Answer<typeof contract.offerSecondFactor>> {
  const { accountId, hasPassword, phone } = await ownOf(act);
  const offer = await makeOffer(act, accountId);
  return { ...offer, needsPassword: !hasPassword, phone: maskPhone(phone) };
}

export async function sendOwnCode(act: Act): Promise<Answer<typeof contract.sendOwnCode>> {
  const { phone } = await ownOf(act);
  return asHouse(act, (house) => sendCodeTo(house, phone));
}

/**
 * Binds the authenticator, ends every session of the account, and answers a new one that has shown both. Who knows only
 * the password (it was handed over by somebody) or holds only the phone does not come through, as long as there is a
 * password.
 */
export async function bindSecondFactor(
  act: Act,
  { body, device }: Asked<typeof contract.bindSecondFactor>,
): Promise<Answer<typeof contract.bindSecondFactor>> {
  const { accountId, hasPassword, phone } = await ownOf(act);
  if (!hasPassword && !body.password) throw refuse(strengthRefusals.passwordMissing);
  if (hasPassword && body.password) throw refuse(strengthRefusals.passwordKnown);
  if (body.password) refuseWeak(body.password, { name: act.actor.ownName, phone });
  const secret = secretOf(act, accountId, body.offer);
  if (!totpHolds(act, secret, body.totp)) throw refuse(strengthRefusals.wrongTotp);
  const known = await asHouse(act, (house) => takeCode(house, phone, body.code));
  if (!known) throw refuse(strengthRefusals.wrongOwnCode, { keepChanges: true });
  concerns(act, `account:${accountId}`);
  const totpCipher = act.keys.encrypt({ field: "account.totp", row: accountId }, secret);
  const passwordHash = body.password ? await hashPassword(body.password) : undefined;
  const opened = await asHouse(act, async (house) => {
    await putFactors(house, accountId, { totpCipher, passwordHash });
    await endSessions(house, accountId);
    return openSession(house, accountId, { openedBy: "password-totp", device });
  });
  await tellAccessChanged(act);
  await tell(act, {
    accountId,
    title: "已开通动态口令",
    body: "您的账号刚刚开通了动态口令，别的设备都已退出。如果不是您本人操作，请马上联系本级工会的安全管理员。",
    urgent: true,
  });
  return opened;
}
