// Accounts (账号): opening one for a phone number; used by sign-in, administration and the demo.
import { hash } from "@node-rs/argon2";
import type { Act } from "../act.ts";
import { newId } from "../ids.ts";
import { maskPhone } from "../masks.ts";
import { insertAccount } from "./store.ts";

export interface Opening {
  readonly name: string;
  /** 11 digits, already checked. */
  readonly phone: string;
  readonly password?: string;
  /** In place of a password, where many accounts are opened with one that was hashed once. */
  readonly passwordHash?: string;
  /** Base32 secret of the one-time password. */
  readonly totpSecret?: string;
}

export const hashPassword = (password: string): Promise<string> => hash(password);

/** Opens an account and gives the person behind it an id; the person's facts come when they join. */
export async function openAccount(
  act: Act,
  opening: Opening,
): Promise<{ id: string; personId: string }> {
  const id = newId(act.now);
  const personId = newId(act.now);
  await insertAccount(act, {
    id,
    personId,
    name: opening.name,
    phone: {
      blind: act.keys.blind("phone", opening.phone),
      cipher: act.keys.encrypt({ field: "account.phone", row: id }, opening.phone),
      mask: maskPhone(opening.phone),
    },
    ...(opening.password ? { passwordHash: await hash(opening.password) } : {}),
    ...(opening.passwordHash ? { passwordHash: opening.passwordHash } : {}),
    ...(opening.totpSecret
      ? { totpCipher: act.keys.encrypt({ field: "account.totp", row: id }, opening.totpSecret) }
      : {}),
  });
  return { id, personId };
}
