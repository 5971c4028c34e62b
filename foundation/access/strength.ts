// Strength (登录强度): which posts a session may be used for, by what its holder showed at the door.
import type { RefusalKind } from "../refusal.ts";
import { isSelf, type Role } from "../roles.ts";
import { strengthRefusals } from "./strength-contract.ts";

/** What was shown when a session was opened; `password` alone is that of an account without a one-time password. */
export type OpenedBy = "code" | "wechat" | "password" | "password-totp";

export interface Strength {
  readonly openedBy: OpenedBy;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
}

/** Whoever answers for a county or for the house itself; a phone that is lent or lost must not be enough. */
const alwaysTwoFactors: readonly Role[] = [
  "cadre",
  "system-admin",
  "security-admin",
  "audit-admin",
];

/**
 * Why a session may not be used for a post of this role, with the way on; undefined where it may. Whoever has a
 * password uses it with a one-time password; a part-time officer without one may act by a code on the phone. The rule
 * and its reasons: decisions/0005.
 */
export function barOf(role: Role, strength: Strength): RefusalKind | undefined {
  const { openedBy, hasPassword, hasTotp } = strength;
  if (isSelf(role) || openedBy === "password-totp") return undefined;
  if (!hasPassword && !alwaysTwoFactors.includes(role)) return undefined;
  if (hasPassword && openedBy !== "password") return strengthRefusals.weakSession;
  return hasPassword && hasTotp ? strengthRefusals.weakSession : strengthRefusals.noSecondFactor;
}
