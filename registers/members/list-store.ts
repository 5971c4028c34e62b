// Store of member lists (会员列表): pages, counts and walks over persons with their memberships; scope is the database's.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { plannedAnew } from "@niangjia/foundation/postgres";
import { type RawBuilder, sql } from "kysely";
import type { states, verdicts } from "./contract.ts";
import type { Selection } from "./filter.ts";

export interface Line {
  readonly personId: string;
  readonly orgPath: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDay: Day | null;
  readonly idMask: string;
  readonly phoneMask: string | null;
  readonly unionId: string;
  readonly unionName: string;
  readonly number: string;
  readonly state: keyof typeof states;
  readonly joinedDay: Day;
  readonly employer: string | null;
  readonly occupation: string | null;
  readonly gig: boolean;
  readonly verified: keyof typeof verdicts;
}

const columns = sql`p.id as "personId", p.org_path as "orgPath", p.name, p.sex,
  p.birth_day as "birthDay", p.id_mask as "idMask", p.phone_mask as "phoneMask",
  m.union_id as "unionId", u.name as "unionName", m.number, m.state, m.joined_day as "joinedDay", p.employer,
  p.occupation, m.gig, p.verified`;

const unions = sql`left join organisation.unions u on u.id = m.union_id`;

/** `union` follows an index; the others sort what was found. */
const orders = {
  union: (way: RawBuilder<unknown>) => sql`p.org_path ${way}, p.id ${way}`,
  name: (way: RawBuilder<unknown>) => sql`p.pinyin ${way}, p.name ${way}, p.id ${way}`,
  joined: (way: RawBuilder<unknown>) => sql`m.joined_day ${way}, p.id ${way}`,
  age: (way: RawBuilder<unknown>) => sql`p.birth_day ${way}, p.id ${way}`,
} as const;
export type SortKey = keyof typeof orders;

export interface Page {
  readonly key: SortKey;
  readonly descending: boolean;
  readonly size: number;
  readonly offset: number;
}

/** The size stands in the text: of a size that it does not know the planner expects thousands of rows. */
export async function pageOf(act: Act, of: Selection, page: Page): Promise<Line[]> {
  // The older one is was born earlier: ages rise as birth days fall.
  const down = page.descending !== (page.key === "age");
  const order = orders[page.key](down ? sql`desc` : sql`asc`);
  const offset = page.offset > 0 ? sql`offset ${page.offset}` : sql``;
  const { rows } = await sql<Line>`select ${columns} from ${of.people} ${unions} where ${of.where}
    order by ${order} limit ${sql.lit(page.size)} ${offset}`.execute(act.tx);
  return rows;
}

/** Counts up to one beyond `atMost`. */
export async function countUpTo(act: Act, of: Selection, atMost: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`${plannedAnew} select count(*) as n from (
    select from ${of.people} where ${of.where} limit ${atMost + 1}) as found`.execute(act.tx);
  return rows[0]?.n ?? 0;
}

/** Phones are shared in families; more than a screen of them is nobody's. */
const bearersAtMost = 50;

/** A list of parameters, not one array: of an array the planner expects ten, and plans anew each time. */
const among = (blinds: readonly Buffer[]): RawBuilder<unknown> => sql`in (${sql.join(blinds)})`;

/** Living members in the actor's reach whom a condition on `p` or `m` names. */
async function linesOf(act: Act, where: RawBuilder<unknown>): Promise<Line[]> {
  const { rows } = await sql<Line>`select ${columns}
    from member.persons p join member.memberships m on m.person_id = p.id ${unions}
    where ${where} and m.state in ('active', 'kept') order by p.id limit ${bearersAtMost}`.execute(
    act.tx,
  );
  return rows;
}

/** Living members in the actor's reach with this phone. */
export const linesByPhone = (act: Act, blinds: readonly Buffer[]): Promise<Line[]> =>
  linesOf(act, sql`p.phone_blind ${among(blinds)}`);

/**
 * The living member in the actor's reach with this document, if there is one: its bearer, or whom the bearer turned out
 * to be. Not one coalesce: row-level security lets no index be searched for what a function comes to.
 */
export function linesByDocument(act: Act, blinds: readonly Buffer[]): Promise<Line[]> {
  const bearers = sql`from member.identities i`;
  const these = sql`where i.id_blind ${among(blinds)}`;
  return linesOf(
    act,
    sql`p.merged_into is null and p.id in (select i.person_id ${bearers} ${these}
      union all select d.merged_into ${bearers} join member.persons d on d.id = i.person_id
        ${these} and d.merged_into is not null)`,
  );
}

/** A member with all that is known of them, numbers still sealed. */
export interface FullLine extends Line {
  readonly id: string;
  readonly documentKind: string;
  readonly idCipher: Buffer | null;
  readonly phoneCipher: Buffer | null;
  readonly ethnicGroup: string | null;
  readonly education: string | null;
  readonly politicalStatus: string | null;
  readonly skillGrade: string | null;
  readonly employment: string | null;
  readonly householdKind: string | null;
  readonly household: string | null;
  readonly householdCipher: Buffer | null;
  readonly nativePlace: string | null;
  readonly gigOccupation: string | null;
  readonly migrantWorker: boolean | null;
}

/** Up to `size` members in the order of `union`, from the one after `last` on. */
export async function fullPageAfter(
  act: Act,
  of: Selection,
  { last, size }: { readonly last: FullLine | undefined; readonly size: number },
): Promise<FullLine[]> {
  const after = last ? sql`and (p.org_path, p.id) > (${last.orgPath}, ${last.id}::uuid)` : sql``;
  const { rows } = await sql<FullLine>`select ${columns}, p.id, p.document_kind as "documentKind",
      p.id_cipher as "idCipher", p.phone_cipher as "phoneCipher",
      p.ethnic_group as "ethnicGroup", p.education, p.political_status as "politicalStatus",
      p.skill_grade as "skillGrade", p.employment, p.household_kind as "householdKind",
      p.household, p.household_cipher as "householdCipher", p.native_place as "nativePlace",
      p.gig_occupation as "gigOccupation", p.migrant_worker as "migrantWorker"
    from ${of.people} ${unions} where ${of.where} ${after} order by p.org_path, p.id limit ${size}`.execute(
    act.tx,
  );
  return rows;
}
