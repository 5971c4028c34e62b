// Store of merged records (归并后的提案): whose proposals, answers, questions and secondings are and who read, written anew.
import type { Act } from "@niangjia/foundation/act";
import { sql } from "kysely";

/** Cases of proposals and questions by somebody of these. */
export async function casesOf(house: Act, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select case_id as id from business.proposals_proposals where person_id = any(${people}::uuid[])
    union select case_id from business.proposals_questions where person_id = any(${people}::uuid[])
    order by id`.execute(house.tx);
  return rows.map(({ id }) => id);
}

const copies = [
  ...[["proposals", "person_id"] as const, ["answers", "person_id"] as const],
  ...[["questions", "person_id"] as const, ["seconders", "proposer_id"] as const],
];

/** Whose a proposal or a question is, wherever it is written. */
export async function putApplicant(house: Act, caseId: string, person: string): Promise<void> {
  for (const [table, column] of copies) {
    await sql`update ${sql.table(`business.proposals_${table}`)} set ${sql.ref(column)} = ${person}
      where case_id = ${caseId}`.execute(house.tx);
  }
}

/**
 * Who was invited under a record seconds as whoever that record stands for now. Invited under both, they stay invited
 * twice and count once.
 */
export async function rereadSeconders(house: Act, people: readonly string[]): Promise<void> {
  await sql`with meant as (
      select s.case_id, s.person_id, p.id as record, coalesce(p.merged_into, p.id) as person
      from business.proposals_seconders s
        join member.persons p on p.id = coalesce(s.record_id, s.person_id)
      where s.person_id = any(${people}::uuid[]))
    update business.proposals_seconders s
    set person_id = m.person, record_id = nullif(m.record, m.person)
    from meant m
    where s.case_id = m.case_id and s.person_id = m.person_id and m.person <> m.person_id
      and not exists (select from business.proposals_seconders other
        where other.case_id = m.case_id and other.person_id = m.person)`.execute(house.tx);
}

/** Who read an item under one of these records, or under one merged into them, is whoever it stands for now. */
export async function rereadReaders(house: Act, people: readonly string[]): Promise<void> {
  await sql`update business.proposals_views v set reader_id = coalesce(p.merged_into, p.id)
    from member.persons p
    where p.id = v.person_id and v.reader_id <> coalesce(p.merged_into, p.id)
      and (p.id = any(${people}::uuid[]) or p.merged_into = any(${people}::uuid[]))`.execute(
    house.tx,
  );
}
