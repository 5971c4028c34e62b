// Filters (筛选): what a list, a search or an export narrows members down by, as conditions on persons and memberships.
import { addCalendarDays, addCalendarMonths, type Day, day } from "@niangjia/foundation/day";
import { normaliseName } from "@niangjia/foundation/names";
import { orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { type RawBuilder, sql } from "kysely";
import type { MemberFilter } from "./contract.ts";
import type { Measure } from "./measures.ts";

type Condition = RawBuilder<unknown>;

/** Above every character a name can hold. */
const last = "\u{10ffff}";

/** Text ranges, not LIKE: only those pass row-level security into an index. */
const beginsWith = (column: Condition, text: string): Condition =>
  sql`(${column} >= ${text} and ${column} < ${text + last})`;

/** Chinese: the beginning of a name. Letters: the beginning of its initials or its pinyin. */
function named(q: string): Condition {
  if (!/^[a-z]+$/i.test(q)) return beginsWith(sql`p.name`, normaliseName(q));
  const letters = q.toLowerCase();
  const sameInitial = beginsWith(sql`p.initials`, letters.charAt(0));
  const initials = beginsWith(sql`p.initials`, letters);
  const pinyin = beginsWith(sql`p.pinyin`, letters);
  return sql`(${sameInitial} and (${initials} or ${pinyin}))`;
}

/** Birth days of people who have completed at least, and at most, so many years on a day. */
const bornBy = (age: number, today: Day): Day => addCalendarMonths(today, -age * 12);
const bornAfter = (age: number, today: Day): Day =>
  addCalendarDays(addCalendarMonths(today, -(age + 1) * 12), 1);

const living = sql`('active', 'kept')`;

/** Persons `p` with their memberships `m`. */
const joined = sql`member.persons p join member.memberships m on m.person_id = p.id`;

/**
 * The same where a person has one such membership at most. Row-level security narrows both tables alike, which the
 * planner takes for chance: of a join it expects a few rows and sorts them all; so told it walks the persons in order.
 */
const walked = (state: Condition): Condition => sql`member.persons p cross join lateral (
  select * from member.memberships m where m.person_id = p.id and ${state} limit 1) m`;

function under(path: string): Condition {
  const { low, high } = rangeOf(orgPath(path));
  return sql`p.org_path >= ${low} and p.org_path < ${high}`;
}

/** What a filter finds: persons `p` with memberships `m`, and the conditions on them. */
export interface Selection {
  readonly people: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/**
 * What a filter finds. Where no path is given row-level security alone says how far, in a range whose size the planner
 * knows; that of two parameters it can only guess.
 */
export function selectionOf(filter: MemberFilter, path: string | undefined, today: Day): Selection {
  const { q, state, sex, ageFrom, ageTo, joinedFrom, joinedTo, occupation, gig, verified } = filter;
  const inState = state === "living" ? sql`m.state in ${living}` : sql`m.state = ${state}`;
  const byMembership = joinedFrom ?? joinedTo ?? gig;
  const walks = state !== "ended" && byMembership === undefined;
  const people = walks ? walked(inState) : joined;
  const all: Condition[] = [sql`p.merged_into is null`];
  if (!walks) all.push(inState);
  if (path) all.push(filter.below ? under(path) : sql`p.org_path = ${path}`);
  if (state === "ended") {
    all.push(sql`not exists (select from member.memberships l
      where l.person_id = p.id and l.state in ${living})`);
    all.push(sql`not exists (select from member.memberships l
      where l.person_id = p.id and (l.joined_day, l.id) > (m.joined_day, m.id))`);
  }
  if (q) all.push(named(q));
  if (sex) all.push(sql`p.sex = ${sex}`);
  if (ageFrom !== undefined) all.push(sql`p.birth_day <= ${bornBy(ageFrom, today)}::date`);
  if (ageTo !== undefined) all.push(sql`p.birth_day >= ${bornAfter(ageTo, today)}::date`);
  if (joinedFrom) all.push(sql`m.joined_day >= ${day(joinedFrom)}::date`);
  if (joinedTo) all.push(sql`m.joined_day <= ${day(joinedTo)}::date`);
  if (occupation) all.push(sql`p.occupation = ${occupation}`);
  if (gig !== undefined) all.push(sql`m.gig = ${gig}`);
  if (verified) all.push(sql`p.verified = ${verified}`);
  return { people, where: sql.join(all, sql` and `) };
}

/** The measures whose sum is the exact count of a filter, when there are such. */
export function measuresOf(filter: MemberFilter): readonly Measure[] | undefined {
  const { unionId: _union, below, state, sex, gig, ...rest } = filter;
  if (!below || Object.values(rest).some((value) => value !== undefined)) return undefined;
  if (sex === undefined && gig === undefined) {
    if (state === "living") return ["members", "members.kept"];
    if (state === "active") return ["members"];
    return state === "kept" ? ["members.kept"] : undefined;
  }
  if (state !== "active") return undefined;
  if (sex === "2" && gig === undefined) return ["members.women"];
  return gig === true && sex === undefined ? ["members.gig"] : undefined;
}
