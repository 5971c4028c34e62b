// Second proof (第二重验证): what the authenticator shows now, or a recovery code in its place.
import { verifySync } from "otplib";
import type { Act } from "../act.ts";
import { readVerificationCode } from "../codes/index.ts";
import { asHouse } from "../elevate.ts";
import { tell } from "../notices/index.ts";
import { countRecoveryCodes, useRecoveryCode } from "./security-store.ts";
import { tokenHash } from "./session.ts";
import type { Account } from "./store.ts";

/** One step of 30 s before or after is accepted, for clocks that differ. */
export function totpHolds(act: Act, secret: string, totp: string | undefined): boolean {
  if (!totp || !/^\d{6}$/.test(totp)) return false;
  const epoch = Math.floor(act.now.getTime() / 1000);
  return verifySync({ secret, token: totp, epoch, epochTolerance: 30 }).valid;
}

/** 75 random bits each, so that their hashes need neither salt nor stretching. */
export const recoveryCodeLength = 16;

/** Whether it is a code that was not used before; it is from now on, and its holder is told. */
async function takeRecoveryCode(act: Act, { id }: Account, shown: string): Promise<boolean> {
  const code = readVerificationCode(shown);
  if (code === null || !(await useRecoveryCode(act, id, tokenHash(code)))) return false;
  const left = await countRecoveryCodes(act, id);
  const rest = left > 0 ? `还剩 ${left} 个` : "已经用完，请尽快生成新的";
  await tell(act, {
    accountId: id,
    title: "您用了一个备用码",
    body: `您的备用码${rest}。如果不是您本人操作，请马上联系本级工会的安全管理员。`,
    urgent: true,
  });
  return true;
}

/** Whether the holder of an account with an authenticator shows it, or a recovery code, which is spent. For the door and whoever is signed in. */
export async function secondHolds(act: Act, account: Account, shown = ""): Promise<boolean> {
  if (!account.totpCipher) return false;
  if (/^\d{6}$/.test(shown)) {
    const sealed = { field: "account.totp", row: account.id };
    return totpHolds(act, act.keys.decrypt(sealed, account.totpCipher), shown);
  }
  return asHouse(act, (house) => takeRecoveryCode(house, account, shown));
}
