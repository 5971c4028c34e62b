// Crowd (试验人群): the demo federation with as many members as wished, their rows multiplied inside the database.

import { system } from "@niangjia/foundation/act";
import { foldSweep } from "@niangjia/registers/organisations";
import { progressLine } from "../cli/progress.ts";
import { loadDemo } from "../server/demo/load.ts";
import type { Ground } from "./ground.ts";

/** So many are enrolled one by one as real people are; the others are like them. */
const enrolledAtMost = 20_000;

/** A prime: everybody gets the name of another one in every round. */
const stride = 7_919;

/** What a copied row has of its own; every other column is as in the row it is made from. */
export type Own = Readonly<Record<string, string>>;

const hashOf = (text: string): string => `substr(sha256((${text})::text::bytea), 1, 16)`;

const tables: readonly (readonly [table: string, key: string, own: Own])[] = [
  [
    "member.persons",
    "id",
    {
      id: "c.id",
      name: "c.name",
      pinyin: "c.pinyin",
      initials: "c.initials",
      phone_blind: `case when r.phone_blind is not null then ${hashOf("'phone' || c.id")} end`,
    },
  ],
  ["member.identities", "person_id", { person_id: "c.id", id_blind: hashOf("'number' || c.id") }],
  [
    "member.memberships",
    "person_id",
    {
      person_id: "c.id",
      id: "c.membership_id",
      number: "left(r.number, 6) || lpad(nextval('member.numbers')::text, 9, '0')",
    },
  ],
  [
    "member.changes",
    "person_id",
    { person_id: "c.id", membership_id: "c.membership_id", id: "uuidv7()" },
  ],
  ["member.statements", "person_id", { person_id: "c.id", id: "uuidv7()" }],
];

/** Columns of a table, in order. */
export async function columnsOf({ owner }: Ground, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ attname: string }>(
    `select attname from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return rows.map(({ attname }) => attname);
}

async function multiplyOnce(ground: Ground, statements: readonly string[], copy: number) {
  const { owner } = ground;
  await owner.query(
    `insert into crowd select uuidv7(), uuidv7(), a.id, b.name, b.pinyin, b.initials
     from first_ones a join first_ones b
       on b.nth = (a.nth + $1::bigint * ${stride}) % (select count(*) from first_ones)
     order by a.org_path`,
    [copy],
  );
  for (const statement of statements) await owner.query(statement);
  await owner.query("truncate crowd");
}

/** Makes each enrolled person `times` in all. */
async function multiply(ground: Ground, enrolled: number, times: number): Promise<void> {
  const { owner } = ground;
  await owner.query(`
    create temporary table first_ones as
      select row_number() over (order by id) - 1 as nth, id, org_path, name, pinyin, initials
      from member.persons;
    create unique index on first_ones (nth);
    create temporary table crowd
      (id uuid, membership_id uuid, like_id uuid, name text, pinyin text, initials text);
    analyze first_ones`);
  const statements: string[] = [];
  for (const [table, key, own] of tables) {
    const columns = await columnsOf(ground, table);
    const values = columns.map((column) => own[column] ?? `r.${column}`);
    statements.push(`insert into ${table} (${columns.join(", ")})
      select ${values.join(", ")} from crowd c join ${table} r on r.${key} = c.like_id`);
  }
  const progress = progressLine("人");
  for (let copy = 1; copy < times; copy += 1) {
    await multiplyOnce(ground, statements, copy);
    progress((copy + 1) * enrolled, times * enrolled, "会员");
  }
  await owner.query(
    "update organisation.deltas set amount = amount * $1 where measure ~ '^members'",
    [times],
  );
  await owner.query("drop table first_ones, crowd");
}

/**
 * Fills the store with at least `members` members of the demo's unions and folds their numbers. The first ones went
 * through the register's own door, so their rows are what an import leaves. Answers how many there are.
 */
export async function fill(ground: Ground, members: number): Promise<number> {
  const times = Math.ceil(members / enrolledAtMost);
  const enrolled = Math.ceil(members / times);
  const progress = progressLine("人");
  await loadDemo(ground, { members: enrolled, progress });
  if (times > 1) await multiply(ground, enrolled, times);
  await foldSweep.run((work) => ground.act(system("bench"), work));
  await ground.owner.query("vacuum analyze");
  return enrolled * times;
}
