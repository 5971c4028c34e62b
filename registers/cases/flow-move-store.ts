// Store of moves (转入新流程): running cases by the flow they are on, orders to bring them to today's, what became of each.
import type { CaseState, Changes } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { lineageOf, type OrgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { type RawBuilder, sql } from "kysely";

/** A flow cases run on; variant 0 is the common one of its version. */
export interface FlowKey {
  readonly version: number;
  readonly variant: number;
}

export interface Place {
  readonly function: string;
  readonly orgPath: OrgPath;
}

const runningAt = ({ function: fn, orgPath }: Place): RawBuilder<boolean> => {
  const { low, high } = rangeOf(orgPath);
  return sql`function = ${fn} and org_path >= ${low} and org_path < ${high}
    and status in ('running', 'returned')`;
};

const onOneOf = (flows: readonly FlowKey[]): RawBuilder<boolean> => {
  const keys = JSON.stringify(flows.map(({ version, variant }) => ({ version, variant })));
  return sql`(version, variant) in (
    select version, variant from jsonb_to_recordset(${keys}::jsonb) as k (version int, variant int))`;
};

/** How many cases at or under a union run on each flow of a function. */
export async function countByFlow(act: Act, place: Place) {
  const { rows } = await sql<FlowKey & { readonly cases: number }>`
    select version, variant, count(*) as cases from business.cases
    where ${runningAt(place)} group by version, variant order by version, variant`.execute(act.tx);
  return rows;
}

export interface RunningCase extends FlowKey {
  readonly id: string;
  readonly number: string;
  readonly orgPath: OrgPath;
  readonly state: CaseState;
}

/** Running cases on these flows in the order of their ids, after one of them. */
export async function runningCases(
  act: Act,
  place: Place & { readonly flows: readonly FlowKey[]; readonly after?: string | null },
  limit: number,
): Promise<RunningCase[]> {
  const { flows, after = null } = place;
  const { rows } = await sql<RunningCase>`
    select id, number, org_path as "orgPath", version, variant, state from business.cases
    where ${runningAt(place)} and ${onOneOf(flows)} and (${after}::uuid is null or id > ${after})
    order by id limit ${limit}`.execute(act.tx);
  return rows;
}

/** A federation's own flow of a function, in force today. */
export interface LocalFlow {
  readonly orgPath: OrgPath;
  readonly number: number;
  readonly changes: Changes;
}

/** Those of a union, of the unions above and of those below, from the top down; of each place its newest. */
export async function localFlowsAround(
  house: Act,
  { function: fn, orgPath, version }: Place & { readonly version: number },
): Promise<LocalFlow[]> {
  const { low, high } = rangeOf(orgPath);
  const { rows } = await sql<LocalFlow>`
    select distinct on (org_path) org_path as "orgPath", number, changes
    from business.case_flow_variants
    where function = ${fn} and version = ${version} and state = 'agreed'
      and from_day <= ${dayOf(house.now)}
      and (org_path = any(${lineageOf(orgPath)}) or (org_path >= ${low} and org_path < ${high}))
    order by org_path, from_day desc, number desc`.execute(house.tx);
  return rows;
}

export interface MapOfSteps extends FlowKey {
  readonly steps: Readonly<Record<string, string>>;
}

export interface Move extends Place {
  readonly id: string;
  readonly toVersion: number;
  readonly toVariant: number;
  readonly maps: readonly MapOfSteps[];
  readonly because: string;
  readonly askedWords: string;
  readonly askedAt: Date;
  readonly wanted: number;
  readonly looked: number;
  readonly moved: number;
  readonly lastCase: string | null;
  readonly endedAt: Date | null;
}

const columns = sql`id, function, org_path as "orgPath", to_version as "toVersion",
  to_variant as "toVariant", maps, because, asked_words as "askedWords", asked_at as "askedAt",
  wanted, looked, moved, last_case as "lastCase", ended_at as "endedAt"`;

type Order = Omit<Move, "looked" | "moved" | "lastCase" | "endedAt"> & { readonly askedBy: string };

/** False when another order for the same place has not ended. */
export async function insertMove(act: Act, move: Order): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into business.case_flow_moves (id, function, org_path, to_version, to_variant, maps,
      because, asked_by, asked_words, asked_at, wanted)
    values (${move.id}, ${move.function}, ${move.orgPath}, ${move.toVersion}, ${move.toVariant},
      ${JSON.stringify(move.maps)}, ${move.because}, ${move.askedBy}, ${move.askedWords},
      ${move.askedAt}, ${move.wanted})
    on conflict do nothing`.execute(act.tx);
  return numAffectedRows === 1n;
}

/** The latest orders of a federation for a function. */
export async function movesAt(act: Act, { function: fn, orgPath }: Place): Promise<Move[]> {
  const { rows } = await sql<Move>`select ${columns} from business.case_flow_moves
    where function = ${fn} and org_path = ${orgPath} order by asked_at desc limit 5`.execute(
    act.tx,
  );
  return rows;
}

/** An order that has not ended, held until the act ends. */
export async function lockMove(house: Act, id: string): Promise<Move | undefined> {
  const { rows } = await sql<Move>`select ${columns} from business.case_flow_moves
    where id = ${id} and ended_at is null for update`.execute(house.tx);
  return rows[0];
}

export async function noteLooked(
  house: Act,
  id: string,
  { caseId, moved }: { readonly caseId: string; readonly moved: boolean },
): Promise<void> {
  await sql`update business.case_flow_moves set looked = looked + 1,
      moved = moved + ${moved ? 1 : 0}, last_case = ${caseId} where id = ${id}`.execute(house.tx);
}

export async function endMove(house: Act, id: string): Promise<void> {
  await sql`update business.case_flow_moves set ended_at = ${house.now} where id = ${id}`.execute(
    house.tx,
  );
}

export interface Stay {
  readonly id: string;
  readonly number: string;
  readonly why: string;
}

export async function insertStay(
  house: Act,
  moveId: string,
  { id, number, why, orgPath }: Stay & { readonly orgPath: OrgPath },
): Promise<void> {
  await sql`insert into business.case_flow_stays (move_id, case_id, org_path, number, why)
    values (${moveId}, ${id}, ${orgPath}, ${number}, ${why})`.execute(house.tx);
}

export async function staysOf(act: Act, moveId: string, limit: number): Promise<Stay[]> {
  const { rows } = await sql<Stay>`select case_id as id, number, why
    from business.case_flow_stays where move_id = ${moveId} order by case_id limit ${limit}`.execute(
    act.tx,
  );
  return rows;
}
