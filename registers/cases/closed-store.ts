// Store of cases at a union that is gone (撤销工会的办件): what runs there, and hanging it elsewhere.
import type { Act } from "@niangjia/foundation/act";
import { type RawBuilder, sql } from "kysely";

interface Place {
  readonly id: string;
  readonly path: string;
}

/** Cases that run at exactly this union or wait on a desk there, in order. */
const unended = (path: string) => sql`status in ('running', 'returned') and (org_path = ${path}
  or id in (select case_id from business.tasks where org_path = ${path} and state = 'open'))`;

export interface OfFunction {
  readonly id: string;
  readonly function: string;
}

/** Those filed there that are about nobody, in order. */
export async function casesAboutNobody(house: Act, path: string): Promise<OfFunction[]> {
  const { rows } = await sql<OfFunction>`select id, function from business.cases
    where status in ('running', 'returned') and org_path = ${path} and person_id is null
    order by id`.execute(house.tx);
  return rows;
}

/** A fact that names the union names the other one from now on. */
const factsAt = (from: Place, to: Place): RawBuilder<unknown> =>
  sql`replace(facts::text, ${from.id}, ${to.id})::jsonb`;

/** Cases and open tasks of one union are another's. Answers which cases. */
export async function hangElsewhere(house: Act, from: Place, to: Place): Promise<OfFunction[]> {
  const { rows } = await sql<OfFunction>`
    update business.cases set facts = ${factsAt(from, to)}, updated_at = ${house.now},
      org_id = case when org_path = ${from.path} then ${to.id}::uuid else org_id end,
      org_path = case when org_path = ${from.path} then ${to.path} else org_path end
    where ${unended(from.path)} returning id, function`.execute(house.tx);
  await sql`update business.tasks set org_path = ${to.path}
    where org_path = ${from.path} and state = 'open'`.execute(house.tx);
  return rows;
}
