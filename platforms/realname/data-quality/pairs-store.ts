// Store of candidate pairs (候选对): records that share a key, found by joins on the key, never all against all.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { type RawBuilder, sql } from "kysely";

/** A block of more records under one key tells nothing of two of them, and would make a crowd of pairs. */
const blockAtMost = 40;

/**
 * Everyone not merged, with the keys of the blocks. `ends` are the digits of an identity number that its mask shows
 * beside the check digit: a slip in between leaves them alike, a slip in them leaves the birth day alike.
 */
const makePeople = (about: string | null) => sql`
  create temporary table niangjia_people on commit drop as
  select p.id, p.pinyin, p.birth_day, p.phone_blind, p.id_mask,
    case when length(p.id_mask) = 18 then left(p.id_mask, 3) || substr(p.id_mask, 15, 3) end as ends,
    p.document_kind in ('111', '112', '113') as citizen, m.id is not null as living,
    p.id is not distinct from ${about}::uuid as asked
  from member.persons p
    left join member.memberships m on m.person_id = p.id and m.state in ('active', 'kept')
  where p.merged_into is null and p.id_cipher is not null`;

interface Block {
  readonly key: readonly string[];
  /** Further condition on a block, over its rows. */
  readonly having?: RawBuilder<unknown>;
}

const blocks: readonly Block[] = [
  { key: ["pinyin", "birth_day"] },
  { key: ["pinyin", "ends"] },
  { key: ["phone_blind"] },
  { key: ["id_mask", "birth_day"], having: sql`count(distinct citizen) > 1` },
];

const keyOf = (row: string, { key }: Block) =>
  sql.join(key.map((name) => sql.ref(`${row}.${name}`)));

/** Pairs within the blocks of one key, of which somebody is a member, and somebody is asked about if anybody is. */
const pairsOf = (block: Block, about: string | null): RawBuilder<unknown> => sql`
  insert into niangjia_pairs (a, b)
  select least(one.id, two.id), greatest(one.id, two.id)
  from (
    select ${keyOf("p", block)} from niangjia_people p
    where ${sql.join(
      block.key.map((name) => sql`${sql.ref(`p.${name}`)} is not null`),
      sql` and `,
    )}
    group by ${keyOf("p", block)}
    having count(*) between 2 and ${blockAtMost} and bool_or(living)
      and ${about === null ? sql`true` : sql`bool_or(asked)`} and ${block.having ?? sql`true`}) block
    join niangjia_people one on (${keyOf("one", block)}) = (${keyOf("block", block)})
    join niangjia_people two on (${keyOf("two", block)}) = (${keyOf("block", block)})
      and one.id < two.id
  where (one.living or two.living) and ${about === null ? sql`true` : sql`(one.asked or two.asked)`}
  on conflict do nothing`;

/** Fills the table of pairs; those people have decided on are left out. `about` is one person's id. */
export async function findPairs(act: Act, about: string | null): Promise<void> {
  const { tx } = act;
  await sql`set local work_mem = '128MB'`.execute(tx);
  await makePeople(about).execute(tx);
  await sql`analyze niangjia_people`.execute(tx);
  await sql`create temporary table niangjia_pairs (a uuid, b uuid, primary key (a, b))
    on commit drop`.execute(tx);
  for (const block of blocks) await pairsOf(block, about).execute(tx);
  await sql`delete from niangjia_pairs p using business.data_quality_suspects s
    where s.kind = 'duplicate' and s.person_id = p.a and s.other_id = p.b
      and s.state in ('not-same', 'merged')`.execute(tx);
}

export interface Half {
  readonly id: string;
  readonly orgPath: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDay: Day | null;
  readonly documentKind: string;
  readonly idCipher: Buffer;
  readonly phoneBlind: Buffer | null;
  readonly employer: string | null;
}

export interface CandidatePair {
  readonly a: string;
  readonly b: string;
}

/** A page of pairs, in order, from the one after `last` on. */
export async function pagePairs(
  act: Act,
  last: CandidatePair | undefined,
  atMost: number,
): Promise<CandidatePair[]> {
  const after = last ? sql`where (a, b) > (${last.a}::uuid, ${last.b}::uuid)` : sql``;
  const { rows } = await sql<CandidatePair>`select a, b from niangjia_pairs ${after}
    order by a, b limit ${atMost}`.execute(act.tx);
  return rows;
}

export async function halvesOf(act: Act, ids: readonly string[]): Promise<Map<string, Half>> {
  const { rows } = await sql<Half>`select id, org_path as "orgPath", name, sex,
      birth_day as "birthDay", document_kind as "documentKind", id_cipher as "idCipher",
      phone_blind as "phoneBlind", employer
    from member.persons where id = any(${ids}::uuid[])`.execute(act.tx);
  return new Map(rows.map((row) => [row.id, row]));
}
