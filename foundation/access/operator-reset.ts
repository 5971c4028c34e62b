// Resets by the operator (机房重置): the way back where no administrator can get in any more, from the server alone.
import type { Act } from "../act.ts";
import { record } from "../audit/record.ts";
import { newId } from "../ids.ts";
import { tell } from "../notices/index.ts";
import { readPhone } from "../phone.ts";
import { refuse } from "../refusal.ts";
import { roles } from "../roles.ts";
import { holdersOf } from "./people-store.ts";
import { administrators, handOut } from "./reset.ts";
import { operatorRefusals as refusals } from "./reset-contract.ts";
import { insertReset, seatsOf } from "./reset-store.ts";
import { findAccountByPhone } from "./store.ts";

export interface LockedOut {
  readonly accountId: string;
  readonly name: string;
  /** Posts as an administrator, such as `安全管理员`. */
  readonly titles: readonly string[];
  /** The highest union they have a post at. */
  readonly orgPath: string;
  /** Other security administrators there, who could do it in the portal if they still get in. */
  readonly others: number;
}

/** The administrator with this phone. Refuses a phone that is none or nobody's, and who is no administrator. */
export async function findLockedOut(house: Act, phone: string): Promise<LockedOut> {
  const read = readPhone(phone);
  const account = read.ok
    ? await findAccountByPhone(house, house.keys.blinds("phone", read.value))
    : undefined;
  if (!account) throw refuse(refusals.nobody);
  const seats = await seatsOf(house, account.id);
  const own = seats.flatMap(({ role }) => (administrators.includes(role) ? role : []));
  const orgPath = seats[0]?.orgPath;
  if (own.length === 0 || orgPath === undefined) throw refuse(refusals.noAdministrator);
  const holders = await holdersOf(house, { role: "security-admin", orgPath });
  return {
    accountId: account.id,
    name: account.name,
    titles: [...new Set(own)].map((role) => roles[role]),
    orgPath,
    others: holders.filter(({ accountId }) => accountId !== account.id).length,
  };
}

/** Whoever watches over accounts there, and what happens to them, hears of it at once. */
async function tellWatchers(house: Act, { accountId, name, orgPath }: LockedOut): Promise<void> {
  const body = `机房操作员在服务器上为${name}出了重置单。如果不是事先说好的，请马上联系机房，并在“操作记录”里核对。`;
  for (const role of administrators) {
    for (const holder of await holdersOf(house, { role, orgPath })) {
      if (holder.accountId === accountId) continue;
      const told = { accountId: holder.accountId, title: "一位管理员的密码被重置", body };
      await tell(house, { ...told, urgent: true });
    }
  }
}

/**
 * Takes the password away, ends every session and makes a slip, as an approved reset in the portal does: with the code
 * on the person's phone it opens the account anew. For whoever works on the server itself; the audit log keeps it.
 */
export async function resetByOperator(
  house: Act,
  whom: LockedOut,
  reason: string,
): ReturnType<typeof handOut> {
  const { accountId, orgPath } = whom;
  const id = newId(house.now);
  await insertReset(house, { id, accountId, orgPath, reason, shown: "id-card" });
  const slip = await handOut(house, { id, accountId });
  await tellWatchers(house, whom);
  const details = { accountId };
  await record(house, { action: "access.reset-by-operator", subject: `reset:${id}`, details });
  return slip;
}
