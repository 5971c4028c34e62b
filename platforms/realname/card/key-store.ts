// Store of the keys that sign cards (发卡密钥): public halves for good, sealed private halves while they sign.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";

export interface StoredKey {
  readonly id: string;
  readonly keyId: Buffer;
  readonly point: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const columns = sql`id, key_id as "keyId", point, not_before as "notBefore",
  not_after as "notAfter"`;

/** Every key there ever was, so that a code under a withdrawn one is told from a forged one. */
export async function allKeys(act: Act): Promise<StoredKey[]> {
  const { rows } = await sql<StoredKey>`select ${columns} from business.card_keys`.execute(act.tx);
  return rows;
}

/** Keys under which a card may still be shown, and those to come; oldest first. */
export async function keysAt(act: Act, now: Date): Promise<StoredKey[]> {
  const { rows } = await sql<StoredKey>`select ${columns} from business.card_keys
    where not_after > ${now} order by not_before, id`.execute(act.tx);
  return rows;
}

export async function insertKey(
  house: Act,
  key: StoredKey & { readonly secretCipher: Buffer },
  by: { readonly accountId: string | null; readonly note: string | null },
): Promise<void> {
  await sql`insert into business.card_keys
      (id, key_id, point, not_before, not_after, made_at, made_by, note)
    values (${key.id}, ${key.keyId}, ${key.point}, ${key.notBefore}, ${key.notAfter},
      ${house.now}, ${by.accountId}, ${by.note})`.execute(house.tx);
  await sql`insert into business.card_key_secrets (id, secret_cipher)
    values (${key.id}, ${key.secretCipher})`.execute(house.tx);
}

/** The sealed private half; undefined once the key signs no more. */
export async function findSecret(house: Act, id: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ cipher: Buffer }>`select secret_cipher as cipher
    from business.card_key_secrets where id = ${id}`.execute(house.tx);
  return rows[0]?.cipher;
}

/** Destroys the private halves of all keys but these; answers how many. */
export async function dropSecrets(house: Act, but: readonly string[]): Promise<number> {
  const done = await sql`delete from business.card_key_secrets
    where id <> all(${[...but]}::uuid[])`.execute(house.tx);
  return Number(done.numAffectedRows ?? 0n);
}

/** From now on nothing that any key of today signed is believed. */
export async function withdrawKeys(house: Act): Promise<void> {
  await sql`update business.card_keys set not_after = ${house.now}
    where not_after > ${house.now}`.execute(house.tx);
}

/** One maker of keys at a time, until the act ends. */
export async function holdKeys(house: Act): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('card.keys', 0))`.execute(house.tx);
}
