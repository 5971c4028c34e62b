// Store of places (所涉工会): unions with all above them, and who holds which role at each today.
import type { Holder } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { fixed } from "@niangjia/foundation/postgres";
import type { Union } from "../organisations/index.ts";

export interface Station extends Union {
  /** Of a role that many hold, one without ids. */
  readonly holders: readonly Holder[];
}

/** Where so many hold a role, one of them may always decide: they are not told one by one. */
const namedAtMost = 5;

const holdersThere = `(select coalesce(json_agg(json_build_object(
      'role', role, 'accountId', a.id, 'personId', a.person_id)), '[]')
    from (select role, array_agg(account_id) as accounts from access.posts
      where org_path = path and state = 'held'
        and from_day <= $2 and (to_day is null or to_day >= $2)
      group by role) there
    left join access.accounts a
      on cardinality(accounts) <= ${namedAtMost} and a.id = any(accounts))`;

/** The same two for a union by its id, and for the union of a case by the case's. */
const statementsFor = (union: string) => ({
  hold: fixed(`select from organisation.unions where id = ${union} for key share`),
  stations: fixed<Station>(`select id, path, parent_id as "parentId", name, level, kind, division,
      state, since_day as "sinceDay", closed_day as "closedDay",
      ${holdersThere} as holders
    from organisation.unions
    where path = any((select line from organisation.unions where id = ${union})::text[])
    order by path`),
});

const ofUnion = statementsFor("$1");
const ofCase = statementsFor("(select org_id from business.cases where id = $1)");

async function lineBy(
  { tx, now }: Act,
  { hold, stations }: typeof ofUnion,
  { id, keeps }: { readonly id: string; readonly keeps: boolean },
): Promise<Station[]> {
  // Read behind the hold, so that a move that went before is seen.
  const [, line] = await Promise.all([keeps && hold(tx, id), stations(tx, id, dayOf(now))]);
  return line;
}

/** A union and those above it, from the top down; empty when it is on no file. */
export const stationsOf = (house: Act, id: string): Promise<Station[]> =>
  lineBy(house, ofUnion, { id, keeps: false });

/** The same, the union kept from moving and closing until the act ends. */
export const holdStations = (house: Act, id: string): Promise<Station[]> =>
  lineBy(house, ofUnion, { id, keeps: true });

/** The same, of the union that a case is filed at. */
export const holdStationsOfCase = (house: Act, caseId: string): Promise<Station[]> =>
  lineBy(house, ofCase, { id: caseId, keeps: true });
