// Rows of scores (评分结果): the numbers of a union as of a day, of many unions, over a time; and a row corrected.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { Aspect } from "@niangjia/registers/members";
import { type RawBuilder, sql } from "kysely";
import { aspectNames, byAspect, type Portions } from "./quality.ts";

export interface Score {
  readonly orgPath: string;
  /** The day these numbers began to hold. */
  readonly day: Day;
  readonly people: number;
  readonly portions: Portions;
  /** Members that fail, by code of the check. */
  readonly faults: Readonly<Record<string, number>>;
}

type Column = `${Aspect}_${"good" | "total"}`;
type Row = Pick<Score, "orgPath" | "day" | "people" | "faults"> & Readonly<Record<Column, number>>;

const portionsOf = (row: Row): Portions =>
  byAspect((aspect) => ({ good: row[`${aspect}_good`], total: row[`${aspect}_total`] }));

const scoreOf = (row: Row): Score => {
  const { orgPath, day, people, faults } = row;
  return { orgPath, day, people, faults, portions: portionsOf(row) };
};

const columns = sql`s.org_path as "orgPath", s.day, s.people, s.faults, ${sql.join(
  aspectNames.flatMap((aspect) => [sql.ref(`s.${aspect}_good`), sql.ref(`s.${aspect}_total`)]),
)}`;

/** The numbers that hold on a day; undefined before anything was counted. */
export async function scoreAt(act: Act, path: string, day: Day): Promise<Score | undefined> {
  const { rows } = await sql<Row>`select ${columns} from business.data_quality_scores s
    where s.org_path = ${path} and s.day <= ${day}::date order by s.day desc limit 1`.execute(
    act.tx,
  );
  return rows[0] && scoreOf(rows[0]);
}

/** The row that held on the first day, and every later one up to the last, oldest first. */
export async function scoresBetween(
  act: Act,
  path: string,
  { fromDay, toDay }: { readonly fromDay: Day; readonly toDay: Day },
): Promise<Score[]> {
  const { rows } = await sql<Row>`select ${columns} from business.data_quality_scores s
    where s.org_path = ${path} and s.day <= ${toDay}::date
      and s.day >= coalesce((select max(day) from business.data_quality_scores
        where org_path = ${path} and day <= ${fromDay}::date), ${fromDay}::date)
    order by s.day`.execute(act.tx);
  return rows.map(scoreOf);
}

/** When everything was last counted, up to a day. */
export async function lastRun(act: Act, day: Day): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`select at from business.data_quality_runs
    where day <= ${day}::date order by day desc limit 1`.execute(act.tx);
  return rows[0]?.at;
}

export async function noteRun(act: Act, day: Day): Promise<void> {
  await sql`insert into business.data_quality_runs (day, at) values (${day}, ${act.now})
    on conflict (day) do update set at = excluded.at`.execute(act.tx);
}

/** Two countings take turns: each builds on the rows the other left. Held to the end of the act. */
export async function takeTurn(act: Act): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('data-quality.score'))`.execute(act.tx);
}

const flat = ({ portions }: Pick<Score, "portions">): RawBuilder<unknown>[] =>
  aspectNames.flatMap((aspect) => [
    sql`${portions[aspect].good}::bigint`,
    sql`${portions[aspect].total}::bigint`,
  ]);

/** Writes a row as it is to hold from a day on. */
export async function putScore(act: Act, score: Score): Promise<void> {
  const names = aspectNames.flatMap((aspect) => [`${aspect}_good`, `${aspect}_total`]);
  const written = ["people", "faults", ...names];
  await sql`insert into business.data_quality_scores
      (org_path, day, people, faults, ${sql.join(names.map((name) => sql.ref(name)))})
    values (${score.orgPath}, ${score.day}, ${score.people}, ${JSON.stringify(score.faults)}::jsonb,
      ${sql.join(flat(score))})
    on conflict (org_path, day) do update set ${sql.join(
      written.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
    )}`.execute(act.tx);
}
