// Store of the case list (办件查询): which cases a search finds, how many, and their lines.
import type { Status } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { plannedAnew } from "@niangjia/foundation/postgres";
import type { Role } from "@niangjia/foundation/roles";
import { type RawBuilder, sql } from "kysely";

type Condition = RawBuilder<unknown>;

/** How far a search reaches: what was filed under a union, or what is somebody's own. */
export type Reach =
  | { readonly range: PathRange }
  | { readonly path: string }
  | { readonly accountId: string; readonly personId: string };

/** Days of a due day, both ends included. */
interface Due {
  readonly from?: Day;
  readonly to?: Day;
}

export interface Wanted {
  readonly reach: Reach;
  readonly number?: string | undefined;
  /** Folded; each is held. Never shorter than two characters. */
  readonly words?: readonly string[] | undefined;
  /** Keyed hashes of the name that the words may be: then either will do. */
  readonly named?: readonly Buffer[] | undefined;
  /** Keyed hashes of one person's number. */
  readonly people?: readonly Buffer[] | undefined;
  readonly functions?: readonly string[] | undefined;
  readonly statuses?: readonly Status[] | undefined;
  /** Of running cases: a due day within, or none. */
  readonly due?: Due | "none" | undefined;
  readonly role?: Role | undefined;
  readonly seatPath?: string | undefined;
  readonly filedFrom?: Date | undefined;
  readonly filedBefore?: Date | undefined;
}

const caseOrders = {
  "-filed": sql`c.filed_at desc, c.id desc`,
  filed: sql`c.filed_at, c.id`,
  due: sql`c.due_day, c.id`,
  "-due": sql`c.due_day desc nulls last, c.id desc`,
} as const;
type CaseOrder = keyof typeof caseOrders;

/** Sorts after every text that begins with the one before it. */
const last = "\u{10ffff}";

function reached(reach: Reach): Condition {
  if ("range" in reach) {
    const { low, high } = reach.range;
    return sql`c.org_path >= ${low} and c.org_path < ${high}`;
  }
  if ("path" in reach) return sql`c.org_path = ${reach.path}`;
  return sql`(c.account_id = ${reach.accountId} or c.person_id = ${reach.personId})`;
}

/** A word of more cases than these is common: its cases are met with soon by walking the list itself. */
const commonFrom = 20_000;

const each = (words: readonly string[], condition: (word: string) => Condition): Condition =>
  sql.join(words.map(condition), sql` and `);

const pairsOf = (words: readonly string[]): Condition =>
  each(words, (word) => sql`business.bigrams(w.words) @> business.bigrams(${word})`);

const texts = (words: readonly string[]): Condition =>
  each(words, (word) => sql`strpos(w.words, ${word}) > 0`);

/** The index of pairs leads to few cases at once; only where there are many it is left aside. */
const holding = (words: readonly string[], common: boolean): Condition => sql`
  select w.case_id from business.case_words w
  where ${common ? sql`` : sql`${pairsOf(words)} and`} ${texts(words)}`;

async function areCommon({ tx }: Act, words: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`${plannedAnew}
    select count(*) as n from (select from business.case_words w where ${pairsOf(words)}
      limit ${sql.lit(commonFrom)}) as found`.execute(tx);
  return rows[0]?.n === commonFrom;
}

const tellingOf = (people: readonly Buffer[]): Condition =>
  sql`select p.case_id from business.case_people p where p.blind in (${sql.join(people)})`;

/** Cases found by an index that only the house can use. No common word is a name. */
function found({ words = [], named = [], people = [] }: Wanted, common: boolean): Condition[] {
  const all = people.length > 0 ? [sql`c.id in (${tellingOf(people)})`] : [];
  if (words.length === 0) return all;
  const held = holding(words, common);
  if (common || named.length === 0) return [...all, sql`c.id in (${held})`];
  return [...all, sql`c.id in (${held} union all ${tellingOf(named)})`];
}

function dueWithin(due: NonNullable<Wanted["due"]>): Condition {
  const running = sql`c.ended_at is null and c.status = 'running'`;
  if (due === "none") return sql`${running} and c.due_day is null`;
  const from = due.from ? sql`and c.due_day >= ${due.from}::date` : sql``;
  const to = due.to ? sql`and c.due_day <= ${due.to}::date` : sql``;
  return sql`${running} and c.due_day is not null ${from} ${to}`;
}

function onSeat(role: Role | undefined, seatPath: string | undefined): Condition {
  const held = role ? sql`and t.role = ${role}` : sql``;
  const at = seatPath ? sql`and t.org_path = ${seatPath}` : sql``;
  return sql`exists (select from business.tasks t
    where t.case_id = c.id and t.state = 'open' and not t.waits ${held} ${at})`;
}

function conditionsOf(wanted: Wanted, common: boolean): Condition {
  const { number, functions, statuses, due, role, seatPath, filedFrom, filedBefore } = wanted;
  const all = [reached(wanted.reach), ...found(wanted, common)];
  const numbered = sql`c.number collate "C"`;
  if (number) all.push(sql`${numbered} >= ${number} and ${numbered} < ${number + last}`);
  if (functions) all.push(sql`c.function in (${sql.join(functions)})`);
  if (statuses) all.push(sql`c.status in (${sql.join(statuses)})`);
  if (due) all.push(dueWithin(due));
  if (role || seatPath) all.push(onSeat(role, seatPath));
  if (filedFrom) all.push(sql`c.filed_at >= ${filedFrom}`);
  if (filedBefore) all.push(sql`c.filed_at < ${filedBefore}`);
  return sql.join(all, sql` and `);
}

interface Choice {
  readonly where: Condition;
  /** The words are common ones. */
  readonly common: boolean;
}

/**
 * Words and people are looked for by operators that row-level security keeps from every index. The
 * house then chooses, within the reach that the wish states; whatever is shown of a case is read by
 * who asks (`linesOf`).
 */
async function choosing<T>(
  act: Act,
  wanted: Wanted,
  work: (act: Act, choice: Choice) => Promise<T>,
): Promise<T> {
  const { words = [], people = [] } = wanted;
  const choiceOf = (common: boolean) => ({ where: conditionsOf(wanted, common), common });
  if (words.length === 0 && people.length === 0) return work(act, choiceOf(false));
  return asHouse(act, async (house) =>
    work(house, choiceOf(words.length > 0 && (await areCommon(house, words)))),
  );
}

export interface Place {
  readonly order: CaseOrder;
  readonly limit: number;
  readonly offset: number;
}

/** Ordered by due day a list holds running cases only. */
const listed = ({ where }: Choice, order: CaseOrder): Condition =>
  order === "due" || order === "-due" ? sql`${where} and c.ended_at is null` : where;

async function idsOf(
  { tx }: Act,
  choice: Choice,
  { order, limit, offset }: Place,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${plannedAnew}
    select c.id from business.cases c where ${listed(choice, order)}
    order by ${caseOrders[order]} limit ${sql.lit(limit)} offset ${sql.lit(offset)}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Counts up to one beyond `atMost`. */
async function countUpTo({ tx }: Act, where: Condition, atMost: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`${plannedAnew} select count(*) as n from (
    select from business.cases c where ${where} limit ${sql.lit(atMost + 1)}) as found`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** Ids of the cases found, in order. */
export const chosenCases = (act: Act, wanted: Wanted, place: Place): Promise<string[]> =>
  choosing(act, wanted, (by, choice) => idsOf(by, choice, place));

/** Of common words no more are counted: each is met with by looking into the text. */
const commonCountedAtMost = 1000;

export interface Counted {
  readonly ids: readonly string[];
  readonly total: number;
  /** There are more than `total`. */
  readonly capped: boolean;
}

/** A page of ids, and how many there are in all, up to `atMost`. */
export const countedCases = (
  act: Act,
  wanted: Wanted,
  { atMost, ...place }: Place & { readonly atMost: number },
): Promise<Counted> =>
  choosing(act, wanted, async (by, choice) => {
    const limit = choice.common ? Math.min(atMost, commonCountedAtMost) : atMost;
    const found = await countUpTo(by, listed(choice, place.order), limit);
    const total = Math.min(found, limit);
    return { ids: await idsOf(by, choice, place), total, capped: found > total };
  });

export interface CaseLine {
  readonly id: string;
  readonly number: string;
  readonly function: string;
  readonly title: string;
  readonly status: Exclude<Status, "draft">;
  readonly orgId: string;
  readonly due: Day | null;
  readonly filedAt: Date;
  readonly endedAt: Date | null;
}

/** The lines of cases, in the order of their ids; of what the actor may not read there is none. */
export async function linesOf(act: Act, ids: readonly string[]): Promise<CaseLine[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<CaseLine>`
    select c.id, c.number, c.function, c.title, c.status, c.org_id as "orgId", c.due_day as due,
      c.filed_at as "filedAt", c.ended_at as "endedAt"
    from unnest(${[...ids]}::uuid[]) with ordinality as wanted (id, place)
      join business.cases c on c.id = wanted.id
    order by wanted.place`.execute(act.tx);
  return rows;
}

export interface OpenStep {
  readonly caseId: string;
  readonly title: string;
  readonly role: Role;
  readonly orgPath: string;
}

/** The open tasks of cases that the actor may see, in the order they were opened. */
export async function openSteps(act: Act, ids: readonly string[]): Promise<OpenStep[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<OpenStep>`
    select case_id as "caseId", title, role, org_path as "orgPath" from business.tasks
    where case_id = any(${[...ids]}::uuid[]) and state = 'open' and not waits order by case_id, number`.execute(
    act.tx,
  );
  return rows;
}
