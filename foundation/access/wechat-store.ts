// Store of WeChat at the door (微信绑定): tickets on their way, and whose an openid is.
import { sql } from "kysely";
import type { Act } from "../act.ts";
import { type Account, accountColumns } from "./store.ts";
import type { WechatFailure } from "./wechat-gateway.ts";

type Tables = {
  "access.wechats": {
    openid_blind: Buffer;
    account_id: string;
    openid_cipher: Buffer;
    bound_at: Date;
  };
  "access.wechat_tickets": {
    id: string;
    ticket_hash: Buffer;
    code_cipher: Buffer | null;
    openid_cipher: Buffer | null;
    failure: WechatFailure | null;
    expires_at: Date;
  };
  "access.accounts": {
    id: string;
    person_id: string;
    name: string;
    password_hash: string | null;
    totp_cipher: Buffer | null;
    failures: number;
    locked_until: Date | null;
    state: "open" | "closed";
  };
};

const db = (act: Act) => act.tx.withTables<Tables>();

const stalesAtOnce = 100;

/** Under which an openid is sealed for the row of its account. */
export const openidField = "wechat.openid";

/** Keeps the table small: whoever comes with a code takes a few expired tickets away. */
export async function dropStaleTickets(act: Act): Promise<void> {
  await sql`delete from access.wechat_tickets where id in (
    select id from access.wechat_tickets where expires_at <= ${act.now}
    order by expires_at limit ${stalesAtOnce} for update skip locked)`.execute(act.tx);
}

export interface NewTicket {
  readonly id: string;
  readonly ticketHash: Buffer;
  readonly codeCipher: Buffer;
  readonly expiresAt: Date;
}

export async function insertTicket(act: Act, ticket: NewTicket): Promise<void> {
  await db(act)
    .insertInto("access.wechat_tickets")
    .values({
      id: ticket.id,
      ticket_hash: ticket.ticketHash,
      code_cipher: ticket.codeCipher,
      openid_cipher: null,
      failure: null,
      expires_at: ticket.expiresAt,
    })
    .execute();
}

export interface Ticket {
  readonly id: string;
  readonly openidCipher: Buffer | null;
  readonly failure: WechatFailure | null;
  readonly expiresAt: Date;
}

/** Holds the ticket until the act ends, so that two who come with it come one after the other. */
export async function findTicket(act: Act, ticketHash: Buffer): Promise<Ticket | undefined> {
  return db(act)
    .selectFrom("access.wechat_tickets")
    .select(["id", "openid_cipher as openidCipher", "failure", "expires_at as expiresAt"])
    .where("ticket_hash", "=", ticketHash)
    .forUpdate()
    .executeTakeFirst();
}

/** The code of a ticket that WeChat was not asked about yet. */
export async function findCodeOf(act: Act, ticketId: string): Promise<Buffer | undefined> {
  const row = await db(act)
    .selectFrom("access.wechat_tickets")
    .select("code_cipher")
    .where("id", "=", ticketId)
    .forUpdate()
    .executeTakeFirst();
  return row?.code_cipher ?? undefined;
}

/** Notes what WeChat said; the code has done its work and goes. */
export async function noteExchange(
  act: Act,
  ticketId: string,
  said: { readonly openidCipher: Buffer } | { readonly failure: WechatFailure },
): Promise<void> {
  const set = "failure" in said ? { failure: said.failure } : { openid_cipher: said.openidCipher };
  await db(act)
    .updateTable("access.wechat_tickets")
    .set({ ...set, code_cipher: null })
    .where("id", "=", ticketId)
    .execute();
}

export async function dropTicket(act: Act, id: string): Promise<void> {
  await db(act).deleteFrom("access.wechat_tickets").where("id", "=", id).execute();
}

export async function findAccountByWechat(
  act: Act,
  blinds: readonly Buffer[],
): Promise<Account | undefined> {
  return db(act)
    .selectFrom("access.wechats")
    .innerJoin("access.accounts as a", "a.id", "access.wechats.account_id")
    .where("openid_blind", "in", [...blinds])
    .select(accountColumns)
    .executeTakeFirst();
}

export interface Binding {
  readonly accountId: string;
  readonly openidBlind: Buffer;
  readonly openidCipher: Buffer;
}

/** Ends whatever the openid or the account was bound to before. Answers the accounts that were. */
export async function dropBindings(
  act: Act,
  { accountId, blinds }: { readonly accountId: string; readonly blinds: readonly Buffer[] },
): Promise<string[]> {
  const ended = await db(act)
    .deleteFrom("access.wechats")
    .where((row) =>
      row.or([row("openid_blind", "in", [...blinds]), row("account_id", "=", accountId)]),
    )
    .returning("account_id")
    .execute();
  return ended.map((row) => row.account_id);
}

export async function insertBinding(act: Act, binding: Binding): Promise<void> {
  const fresh = {
    account_id: binding.accountId,
    openid_cipher: binding.openidCipher,
    bound_at: act.now,
  };
  await db(act)
    .insertInto("access.wechats")
    .values({ openid_blind: binding.openidBlind, ...fresh })
    .onConflict((conflict) => conflict.column("openid_blind").doUpdateSet(fresh))
    .execute();
}

export async function findBinding(
  act: Act,
  accountId: string,
): Promise<{ openidCipher: Buffer } | undefined> {
  return db(act)
    .selectFrom("access.wechats")
    .select("openid_cipher as openidCipher")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
}

export async function dropBindingOf(act: Act, accountId: string): Promise<boolean> {
  const { numDeletedRows } = await db(act)
    .deleteFrom("access.wechats")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
