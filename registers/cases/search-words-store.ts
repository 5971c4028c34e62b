// Store of what cases are found by (检索文字): words and keyed hashes of people, for the house alone.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";

export async function putWords(
  house: Act,
  {
    caseId,
    words,
    madeNow,
  }: { readonly caseId: string; readonly words: string; readonly madeNow: number },
): Promise<void> {
  await sql`insert into business.case_words (case_id, words, made)
    values (${caseId}, ${words}, ${madeNow})
    on conflict (case_id) do update set words = excluded.words, made = excluded.made`.execute(
    house.tx,
  );
}

/** Gathered anew by the next sweep. */
export async function oweWords(house: Act, caseId: string): Promise<void> {
  await sql`update business.case_words set made = 0 where case_id = ${caseId}`.execute(house.tx);
}

/** In place of whom the case told of before. */
export async function putPeople(
  house: Act,
  caseId: string,
  blinds: readonly Buffer[],
): Promise<void> {
  await sql`delete from business.case_people where case_id = ${caseId}`.execute(house.tx);
  await sql`insert into business.case_people (blind, case_id)
    select distinct blind, ${caseId}::uuid from unnest(${[...blinds]}::bytea[]) as blind`.execute(
    house.tx,
  );
}

interface Known {
  readonly name: string;
  /** Of every document, and of the phone. */
  readonly blinds: readonly Buffer[];
}

/** Persons on record; ids of others are left out. */
export async function knownOf(house: Act, personIds: readonly string[]): Promise<Known[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<Known>`
    select p.name, array_remove(array_agg(i.id_blind) || p.phone_blind, null) as blinds
    from member.persons p left join member.identities i on i.person_id = p.id
    where p.id = any(${[...personIds]}::uuid[]) group by p.id`.execute(house.tx);
  return rows;
}

/** Cases whose words were made in an older way than now. */
export async function owedWords(
  house: Act,
  { madeNow, atMost }: { readonly madeNow: number; readonly atMost: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select case_id as id from business.case_words where made < ${madeNow}
    order by made, case_id limit ${atMost}`.execute(house.tx);
  return rows.map(({ id }) => id);
}
