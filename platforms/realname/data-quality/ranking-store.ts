// Store of rankings (质量排名): unions under one, in order of their score on a day.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { rangeOf } from "@niangjia/foundation/orgpath";
import type { Aspect } from "@niangjia/registers/members";
import type { Union, UnionLevel } from "@niangjia/registers/organisations";
import { type RawBuilder, sql } from "kysely";
import { aspectNames, weightsOn } from "./quality.ts";

export interface Ranked {
  readonly rank: number;
  readonly unionId: string;
  readonly unionName: string;
  readonly people: number;
  readonly score: number;
  readonly percents: Readonly<Record<Aspect, number | null>>;
  readonly beforeRank: number | null;
  readonly beforeScore: number | null;
}

export interface RankingWish {
  readonly union: Union;
  /** The unions right below when left out. */
  readonly level: UnionLevel | undefined;
  readonly day: Day;
  readonly against: Day;
}

const good = (row: string, aspect: Aspect) => sql.ref(`${row}.${aspect}_good`);
const total = (row: string, aspect: Aspect) => sql.ref(`${row}.${aspect}_total`);
const add = (parts: readonly RawBuilder<unknown>[]) => sql.join(parts, sql` + `);

/** The same as `scoreOf`, for the database to sort by. */
function scoreOn(day: Day): RawBuilder<unknown> {
  const weights = weightsOn(day);
  const points = aspectNames.map(
    (aspect) =>
      sql`coalesce(${weights[aspect]}::float8 * ${good("s", aspect)} / nullif(${total("s", aspect)}, 0), 0)`,
  );
  const asked = aspectNames.map(
    (aspect) => sql`case when ${total("s", aspect)} > 0 then ${weights[aspect]}::float8 else 0 end`,
  );
  return sql`round((100 * (${add(points)}) / nullif(${add(asked)}, 0))::numeric, 2)::float8`;
}

const percents = sql`jsonb_build_object(${sql.join(
  aspectNames.flatMap((aspect) => [
    sql.lit(aspect),
    sql`round(100.0 * ${good("s", aspect)} / nullif(${total("s", aspect)}, 0), 2)`,
  ]),
)})`;

/** Unions with members, ranked as of a day; unions of one score share a rank. */
const ranked = ({ union, level }: RankingWish, day: Day): RawBuilder<unknown> => {
  const { low, high } = rangeOf(union.path);
  const which = level
    ? sql`u.level = ${level} and u.path >= ${low} and u.path < ${high}`
    : sql`u.parent_id = ${union.id}`;
  return sql`
    select rank() over (order by score desc)::int as rank, id, name, path, people, score, percents
    from (select u.id, u.name, u.path, s.people, ${scoreOn(day)} as score, ${percents} as percents
      from organisation.unions u cross join lateral (
        select * from business.data_quality_scores s
        where s.org_path = u.path and s.day <= ${day}::date order by s.day desc limit 1) s
      where ${which} and u.state <> 'closed' and s.people > 0) scored`;
};

export async function rankUnions(
  act: Act,
  wish: RankingWish,
  { size, offset }: { readonly size: number; readonly offset: number },
): Promise<{ rows: Ranked[]; total: number }> {
  const { rows } = await sql<Ranked & { all: number }>`
    with now as (${ranked(wish, wish.day)}), before as (${ranked(wish, wish.against)})
    select n.rank, n.id as "unionId", n.name as "unionName", n.people, n.score, n.percents,
      b.rank as "beforeRank", b.score as "beforeScore", count(*) over () as all
    from now n left join before b on b.id = n.id
    order by n.rank, n.path limit ${size} offset ${offset}`.execute(act.tx);
  return { rows, total: rows[0]?.all ?? 0 };
}
