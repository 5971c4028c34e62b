// Accounts as other rooms know them (账号与本人): who holds a post, whose account it is, becoming a
// member.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import { dayOf } from "../day.ts";
import { asHouse } from "../elevate.ts";
import type { Role } from "../roles.ts";
import { tellAccessChanged } from "./session.ts";
import { findBinding, openidField } from "./wechat-store.ts";

export interface Holder {
  readonly accountId: string;
  readonly personId: string;
}

/** Who holds a role at exactly this union on the day of the act. */
export async function holdersOf(
  act: Act,
  { role, orgPath }: { readonly role: Role; readonly orgPath: string },
): Promise<Holder[]> {
  const today = dayOf(act.now);
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<Holder>`select distinct a.id as "accountId", a.person_id as "personId"
      from access.posts p join access.accounts a on a.id = p.account_id and a.state = 'open'
      where p.org_path = ${orgPath} and p.role = ${role} and p.state = 'held'
        and p.from_day <= ${today} and (p.to_day is null or p.to_day >= ${today})`.execute(tx),
  );
  return rows;
}

/**
 * The phone number an account signs in with, eleven digits; undefined when there is no such
 * account.
 */
export async function phoneOf(act: Act, accountId: string): Promise<string | undefined> {
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<{ cipher: Buffer }>`select phone_cipher as cipher from access.accounts
      where id = ${accountId}`.execute(tx),
  );
  const [row] = rows;
  return row && act.keys.decrypt({ field: "account.phone", row: accountId }, row.cipher);
}

/** The openid an account is bound to in the house's mini-program; undefined when it is bound to none. */
export async function openidOf(act: Act, accountId: string): Promise<string | undefined> {
  const found = await asHouse(act, (house) => findBinding(house, accountId));
  return found && act.keys.decrypt({ field: openidField, row: accountId }, found.openidCipher);
}

/** The account that stands for a person, when one does. */
export async function accountOfPerson(act: Act, personId: string): Promise<string | undefined> {
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<{ id: string }>`select id from access.accounts where person_id = ${personId}`.execute(tx),
  );
  return rows[0]?.id;
}

export interface NewMember {
  readonly accountId: string;
  /** The person they turned out to be, whose record may be older than the account. */
  readonly personId: string;
  readonly name: string;
}

/**
 * From now on the account acts as a member and stands for this person. Nothing is changed and false
 * is answered when another account stands for the person already.
 */
export async function markMember(act: Act, member: NewMember): Promise<boolean> {
  const { accountId, personId, name } = member;
  const other = await accountOfPerson(act, personId);
  if (other !== undefined && other !== accountId) return false;
  await asHouse(act, ({ tx }) =>
    sql`update access.accounts set member = true, person_id = ${personId}, name = ${name}
      where id = ${accountId}`.execute(tx),
  );
  await tellAccessChanged(act);
  return true;
}

/** The account that stands for a person acts as a worker again. */
export async function markFormerMember(act: Act, personId: string): Promise<void> {
  const { rows } = await asHouse(act, ({ tx }) =>
    sql`update access.accounts set member = false where person_id = ${personId} and member
      returning id`.execute(tx),
  );
  if (rows.length > 0) await tellAccessChanged(act);
}

/**
 * The account of one person stands for another from now on, as when two records turn out to be one
 * person's. Answers the account; undefined when there is none, or when another account stands for
 * that person already.
 */
export async function handOverAccount(
  act: Act,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<string | undefined> {
  const { rows } = await asHouse(act, ({ tx }) =>
    sql<{ id: string }>`update access.accounts set person_id = ${to} where person_id = ${from}
      and not exists (select from access.accounts where person_id = ${to}) returning id`.execute(
      tx,
    ),
  );
  if (rows.length > 0) await tellAccessChanged(act);
  return rows[0]?.id;
}
