// Redeeming a reset (凭重置单登录): the slip shows who handed it over, the code on the phone who received it.
import { timingSafeEqual } from "node:crypto";
import type { Act } from "../act.ts";
import { readVerificationCode } from "../codes/index.ts";
import { asHouse } from "../elevate.ts";
import type { Answer, Asked } from "../http/contract.ts";
import { tell } from "../notices/index.ts";
import { readPhone } from "../phone.ts";
import { refuse } from "../refusal.ts";
import { hashPassword } from "./accounts.ts";
import { refuseWeak } from "./password-rules.ts";
import type { redeemReset as contract } from "./reset-contract.ts";
import { resetRefusals } from "./reset-contract.ts";
import { closeReset, countSlipTry, findResetOf, type LivingReset } from "./reset-store.ts";
import { dropSecond, putPassword } from "./security-store.ts";
import { openSession, tellAccessChanged, tokenHash } from "./session.ts";
import { takeCode } from "./sign-in-by-code.ts";
import { type Account, endSessions, findAccountByPhone, noteFailure } from "./store.ts";

const triesAtMost = 5;

const wrong = () => refuse(resetRefusals.wrong, { keepChanges: true });

async function refuseWrongSlip(act: Act, reset: LivingReset, code: string): Promise<void> {
  const { id, slipHash, expiresAt } = reset;
  if (!slipHash || !expiresAt || expiresAt <= act.now) throw wrong();
  if (timingSafeEqual(slipHash, tokenHash(code))) return;
  if ((await countSlipTry(act, id)) >= triesAtMost) await closeReset(act, id, "ended");
  throw wrong();
}

/** The code on the phone is asked first: only who has it can use up the slip's tries. */
async function resetFor(
  act: Act,
  shown: { readonly phone: string; readonly slip: string; readonly code: string },
): Promise<{ account: Account; reset: LivingReset }> {
  const { phone, slip, code } = shown;
  if (!(await takeCode(act, phone, code))) throw wrong();
  const account = await findAccountByPhone(act, act.keys.blinds("phone", phone));
  const reset = account?.state === "open" ? await findResetOf(act, account.id) : undefined;
  if (!account || !reset) throw wrong();
  await refuseWrongSlip(act, reset, slip);
  return { account, reset };
}

/** Nothing of what was there before opens the account any more. */
async function renew(act: Act, { account, reset }: Awaited<ReturnType<typeof resetFor>>) {
  const { id: accountId } = account;
  await dropSecond(act, accountId);
  await closeReset(act, reset.id, "used");
  await noteFailure(act, accountId, 0, null);
  await endSessions(act, accountId);
  await tellAccessChanged(act);
  const told = {
    accountId,
    title: "您已凭重置单设置新密码",
    body: "接下来请开通动态口令。如果不是您本人操作，请马上联系本级工会的安全管理员。",
    urgent: true,
  };
  await asHouse(act, (house) => tell(house, told));
}

/**
 * Sets the new password and opens a session by it: no post is open yet, and the next thing its holder can do is bind an
 * authenticator. A weak password spends neither the slip nor the code.
 */
export async function redeemReset(
  act: Act,
  { body, device }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const slip = readVerificationCode(body.slip);
  if (slip === null) throw refuse(resetRefusals.mistyped);
  const phone = readPhone(body.phone);
  if (!phone.ok) throw wrong();
  const found = await resetFor(act, { phone: phone.value, slip, code: body.code });
  const { id: accountId, name } = found.account;
  refuseWeak(body.password, { name, phone: phone.value });
  await putPassword(act, accountId, await hashPassword(body.password));
  await renew(act, found);
  return openSession(act, accountId, { openedBy: "password", device });
}
