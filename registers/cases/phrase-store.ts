// Store of phrases (常用意见): an account's own, for nobody else.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";

export interface Phrase {
  readonly id: string;
  readonly kind: "agree" | "return" | "reject";
  readonly words: string;
}

/** The newest first. */
export async function ownPhrases(act: Act): Promise<Phrase[]> {
  const { rows } = await sql<Phrase>`select id, kind, words from business.case_phrases
    where account_id = ${act.actor.accountId} order by id desc`.execute(act.tx);
  return rows;
}

/** Answers its id, which is an older one when the words are there already. */
export async function putPhrase(act: Act, { id, kind, words }: Phrase): Promise<string> {
  const { accountId } = act.actor;
  await sql`insert into business.case_phrases (account_id, id, kind, words)
    values (${accountId}, ${id}, ${kind}, ${words}) on conflict do nothing`.execute(act.tx);
  const { rows } = await sql<{ id: string }>`select id from business.case_phrases
    where account_id = ${accountId} and kind = ${kind} and words = ${words}`.execute(act.tx);
  return rows[0]!.id;
}

export async function dropPhrase(act: Act, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from business.case_phrases
    where account_id = ${act.actor.accountId} and id = ${id}`.execute(act.tx);
  return numAffectedRows === 1n;
}
