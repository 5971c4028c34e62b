// The full store (满库): what finished cases left behind, multiplied inside the database with ids,
// numbers and days of their own.
import { progressLine } from "../../cli/progress.ts";
import { columnsOf, type Own } from "../crowd.ts";
import type { Ground } from "../ground.ts";

const at = (column: string): string => `r.${column} - make_interval(hours => c.nth)`;

/** Every table a case has a row in. What is not named here is as in the case it is made from. */
const tables: readonly (readonly [table: string, key: string, own: Own])[] = [
  [
    "business.cases",
    "id",
    {
      id: "c.id",
      number: "left(r.number, 9) || lpad(nextval('business.case_numbers')::text, 7, '0')",
      filed_at: at("filed_at"),
      ended_at: at("ended_at"),
      updated_at: at("updated_at"),
    },
  ],
  ["business.case_actions", "case_id", { case_id: "c.id", at: at("at") }],
  [
    "business.tasks",
    "case_id",
    { case_id: "c.id", opened_at: at("opened_at"), done_at: at("done_at") },
  ],
  ["business.case_copies", "case_id", { case_id: "c.id", at: at("at") }],
  ["business.bench_grants", "case_id", { case_id: "c.id", granted_at: at("granted_at") }],
];

const casesAtOnce = 50_000;

/**
 * Makes `cases` finished cases of those that are there. The same columns whatever a table gets in
 * time.
 */
export async function multiplyCases(ground: Ground, cases: number): Promise<void> {
  const { owner } = ground;
  const statements: string[] = [];
  for (const [table, key, own] of tables) {
    const columns = await columnsOf(ground, table);
    const values = columns.map((column) => own[column] ?? `r.${column}`);
    statements.push(`insert into ${table} (${columns.join(", ")})
      select ${values.join(", ")} from copied c join ${table} r on r.${key} = c.like_id`);
  }
  await owner.query(`
    set synchronous_commit = off;
    create temporary table first_ones as
      select row_number() over (order by id) - 1 as nth, id from business.cases
      where status = 'approved';
    create temporary table copied (id uuid, like_id uuid, nth int)`);
  const progress = progressLine("件");
  for (let done = 0; done < cases; done += casesAtOnce) {
    const batch = Math.min(casesAtOnce, cases - done);
    await owner.query(
      `insert into copied
       select uuidv7(), f.id, nth.nth from (
         select $1::int + n as n, ($1::int + n) / f.many as nth, f.many
         from generate_series(0, $2::int - 1) n, (select count(*)::int as many from first_ones) f
       ) nth join first_ones f on f.nth = nth.n % nth.many`,
      [done, batch],
    );
    await owner.query("analyze copied");
    for (const statement of statements) await owner.query(statement);
    await owner.query("truncate copied");
    progress(done + batch, cases, "办结的办件");
  }
  await owner.query("drop table first_ones, copied; reset synchronous_commit");
  await owner.query("vacuum analyze");
  await owner.query("checkpoint");
}
