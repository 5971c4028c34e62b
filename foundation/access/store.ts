// Store of access (登录与岗位): accounts, posts and sessions; the only SQL of signing in.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import { newId } from "../ids.ts";
import type { Role } from "../roles.ts";
import type { OpenedBy, Strength } from "./strength.ts";

export interface Account {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly totpCipher: Buffer | null;
  readonly failures: number;
  readonly lockedUntil: Date | null;
  readonly state: "open" | "closed";
}

type Tables = {
  "access.accounts": {
    id: string;
    person_id: string;
    name: string;
    phone_cipher: Buffer;
    phone_mask: string;
    password_hash: string | null;
    totp_cipher: Buffer | null;
    member: boolean;
    state: "open" | "closed";
    failures: number;
    locked_until: Date | null;
    created_at: Date;
  };
  "access.phones": { phone_blind: Buffer; account_id: string };
  "access.sign_in_codes": {
    phone_blind: Buffer;
    code_hash: Buffer;
    sent_at: Date;
    expires_at: Date;
    tries: number;
    unanswered: number;
    unanswered_since: Date | null;
  };
  "access.sessions": {
    token_hash: Buffer;
    id: string;
    account_id: string;
    post_id: string | null;
    opened_by: OpenedBy;
    device: string;
    created_at: Date;
    seen_at: Date;
    expires_at: Date;
    ended_at: Date | null;
  };
};

const db = (act: Act) => act.tx.withTables<Tables>();

/** An account as signing in knows it, of `access.accounts as a`. */
export const accountColumns = [
  "a.id",
  "a.person_id as personId",
  "a.name",
  "a.password_hash as passwordHash",
  "a.totp_cipher as totpCipher",
  "a.failures",
  "a.locked_until as lockedUntil",
  "a.state",
] as const;

export async function findAccountByPhone(
  act: Act,
  blinds: readonly Buffer[],
): Promise<Account | undefined> {
  return db(act)
    .selectFrom("access.phones")
    .innerJoin("access.accounts as a", "a.id", "access.phones.account_id")
    .where("phone_blind", "in", [...blinds])
    .select(accountColumns)
    .executeTakeFirst();
}

export interface NewAccount {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly phone: { blind: Buffer; cipher: Buffer; mask: string };
  readonly passwordHash?: string;
  readonly totpCipher?: Buffer;
}

export async function insertAccount(act: Act, account: NewAccount): Promise<void> {
  await db(act)
    .insertInto("access.accounts")
    .values({
      id: account.id,
      person_id: account.personId,
      name: account.name,
      phone_cipher: account.phone.cipher,
      phone_mask: account.phone.mask,
      password_hash: account.passwordHash ?? null,
      totp_cipher: account.totpCipher ?? null,
      member: false,
      state: "open",
      failures: 0,
      locked_until: null,
      created_at: act.now,
    })
    .execute();
  await db(act)
    .insertInto("access.phones")
    .values({ phone_blind: account.phone.blind, account_id: account.id })
    .execute();
}

export async function noteFailure(
  act: Act,
  id: string,
  failures: number,
  lockedUntil: Date | null,
): Promise<void> {
  await db(act)
    .updateTable("access.accounts")
    .set({ failures, locked_until: lockedUntil })
    .where("id", "=", id)
    .execute();
}

interface NewCode {
  readonly phoneBlind: Buffer;
  readonly codeHash: Buffer;
  readonly expiresAt: Date;
  /** How many are unanswered with this one, and since when. */
  readonly unanswered: number;
  readonly unansweredSince: Date;
}

export async function putCode(act: Act, code: NewCode): Promise<void> {
  const fresh = {
    code_hash: code.codeHash,
    sent_at: act.now,
    expires_at: code.expiresAt,
    tries: 0,
    unanswered: code.unanswered,
    unanswered_since: code.unansweredSince,
  };
  await db(act)
    .insertInto("access.sign_in_codes")
    .values({ phone_blind: code.phoneBlind, ...fresh })
    .onConflict((conflict) => conflict.column("phone_blind").doUpdateSet(fresh))
    .execute();
}

export async function findCode(act: Act, phoneBlind: Buffer) {
  return db(act)
    .selectFrom("access.sign_in_codes")
    .selectAll()
    .where("phone_blind", "=", phoneBlind)
    .forUpdate()
    .executeTakeFirst();
}

export async function countTry(act: Act, phoneBlind: Buffer): Promise<void> {
  await db(act)
    .updateTable("access.sign_in_codes")
    .set((fields) => ({ tries: fields("tries", "+", 1) }))
    .where("phone_blind", "=", phoneBlind)
    .execute();
}

export async function dropCode(act: Act, phoneBlind: Buffer): Promise<void> {
  await db(act).deleteFrom("access.sign_in_codes").where("phone_blind", "=", phoneBlind).execute();
}

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly openedBy: OpenedBy;
  readonly device: string;
  readonly expiresAt: Date;
}

/** Keeps a session without a post, and answers its id. */
export async function insertSession(act: Act, session: NewSession): Promise<string> {
  const id = newId(act.now);
  await db(act)
    .insertInto("access.sessions")
    .values({
      token_hash: session.tokenHash,
      id,
      account_id: session.accountId,
      post_id: null,
      opened_by: session.openedBy,
      device: session.device,
      created_at: act.now,
      seen_at: act.now,
      expires_at: session.expiresAt,
      ended_at: null,
    })
    .execute();
  return id;
}

export interface Factors {
  readonly totpCipher: Buffer;
  readonly passwordHash?: string | undefined;
}

export async function putFactors(act: Act, accountId: string, factors: Factors): Promise<void> {
  const { totpCipher, passwordHash } = factors;
  await db(act)
    .updateTable("access.accounts")
    .set({ totp_cipher: totpCipher, ...(passwordHash ? { password_hash: passwordHash } : {}) })
    .where("id", "=", accountId)
    .execute();
}

/** What was shown at the door when a session was opened, and what its account has to show. */
export async function findStrength(act: Act, sessionId: string): Promise<Strength | undefined> {
  return db(act)
    .selectFrom("access.sessions as s")
    .innerJoin("access.accounts as a", "a.id", "s.account_id")
    .where("s.id", "=", sessionId)
    .select((row) => [
      "s.opened_by as openedBy",
      row("a.password_hash", "is not", null).as("hasPassword"),
      row("a.totp_cipher", "is not", null).as("hasTotp"),
    ])
    .$narrowType<Strength>()
    .executeTakeFirst();
}

export interface HeldPost {
  readonly id: string;
  readonly role: Role;
  readonly title: string;
  readonly orgId: string;
  readonly orgPath: string;
}

/** Posts an account holds on the day of the act. */
export async function heldPosts(act: Act, accountId: string): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    select id, role, title, org_id as "orgId", org_path as "orgPath" from access.posts
    where account_id = ${accountId} and state = 'held'
      and from_day <= ${act.now}::date and (to_day is null or to_day >= ${act.now}::date)
    order by org_path, role`.execute(act.tx);
  return rows;
}

/** No post: the session acts for its person alone. */
export async function setSessionPost(
  act: Act,
  sessionId: string,
  postId: string | null,
): Promise<void> {
  await db(act)
    .updateTable("access.sessions")
    .set({ post_id: postId })
    .where("id", "=", sessionId)
    .execute();
}

/** Ends sessions of an account: one by its id, or all. Answers how many were open. */
export async function endSessions(
  act: Act,
  accountId: string,
  sessionId?: string,
): Promise<number> {
  let ending = db(act)
    .updateTable("access.sessions")
    .set({ ended_at: act.now })
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null);
  if (sessionId) ending = ending.where("id", "=", sessionId);
  const { numUpdatedRows } = await ending.executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function openSessions(act: Act, accountId: string) {
  return db(act)
    .selectFrom("access.sessions")
    .select(["id", "device", "created_at", "seen_at"])
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", act.now)
    .orderBy("seen_at", "desc")
    .execute();
}
