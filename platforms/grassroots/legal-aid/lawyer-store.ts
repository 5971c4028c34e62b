// Store of lawyers (援助律师): who they are, when they are on duty, what they declared, how much they have in hand.
import { postHolders } from "@niangjia/foundation/access";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import type { PathRange } from "@niangjia/foundation/orgpath";
import { type RawBuilder, sql } from "kysely";
import type { InterestKind, Speciality } from "./words.ts";

export type LawyerRow = {
  post_id: string;
  account_id: string;
  org_id: string;
  org_path: string;
  name: string;
  firm: string;
  practice_number: string;
  specialities: Speciality[];
  serves_id: string;
  active: boolean;
  noted_at: Date;
  noted_by: string;
  left_at: Date | null;
};

export type DutyRow = {
  post_id: string;
  day: Day;
  org_path: string;
  noted_at: Date;
  noted_by: string;
};

export type InterestRow = {
  id: string;
  post_id: string;
  org_path: string;
  kind: InterestKind;
  name: string;
  note: string | null;
  declared_at: Date;
  declared_by: string;
  ended_at: Date | null;
};

type Tables = {
  "business.legal_aid_lawyers": LawyerRow;
  "business.legal_aid_duties": DutyRow;
  "business.legal_aid_interests": InterestRow;
};
const db = (act: Act) => act.tx.withTables<Tables>();
const lawyers = (act: Act) => db(act).selectFrom("business.legal_aid_lawyers").selectAll();

export const findLawyer = (act: Act, postId: string): Promise<LawyerRow | undefined> =>
  lawyers(act).where("post_id", "=", postId).executeTakeFirst();

/** Those whose post is held today: a post may be over before anybody took them off the register. */
async function onPost<Row extends Pick<LawyerRow, "post_id">>(
  act: Act,
  rows: readonly Row[],
): Promise<Row[]> {
  const ids = [...new Set(rows.map(({ post_id }) => post_id))];
  const held = new Set((await postHolders(act, ids)).map(({ postId }) => postId));
  return rows.filter(({ post_id }) => held.has(post_id));
}

export const activeLawyersAt = async (act: Act, paths: readonly string[]): Promise<LawyerRow[]> =>
  paths.length === 0
    ? []
    : onPost(
        act,
        await lawyers(act).where("org_path", "in", paths).where("active", "=", true).execute(),
      );

/** Of one office, by its name as `foldFirm` makes it alike; the caller compares. */
export const lawyersOfOffices = (act: Act): Promise<Pick<LawyerRow, "post_id" | "firm">[]> =>
  db(act).selectFrom("business.legal_aid_lawyers").select(["post_id", "firm"]).execute();

/** Those of one federation, also who is not active. */
export const lawyersAt = (act: Act, path: string): Promise<LawyerRow[]> =>
  lawyers(act).where("org_path", "=", path).execute();

/** Answers whether their post was not on the register yet. */
export async function insertLawyer(act: Act, row: LawyerRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(act)
    .insertInto("business.legal_aid_lawyers")
    .values(row)
    .onConflict((conflict) => conflict.column("post_id").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateLawyer(
  act: Act,
  postId: string,
  changed: Partial<LawyerRow>,
): Promise<void> {
  await db(act)
    .updateTable("business.legal_aid_lawyers")
    .set(changed)
    .where("post_id", "=", postId)
    .execute();
}

/** A lawyer of the register whose post is over and who was not seen to have left. */
export async function nextLawyerGone(house: Act): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select l.post_id as id from business.legal_aid_lawyers l join access.posts p on p.id = l.post_id
    where l.left_at is null and (p.state = 'ended' or p.to_day < ${dayOf(house.now)})
    order by l.post_id limit 1`.execute(house.tx);
  return rows[0]?.id;
}

/** False when they are not on it, or were taken off before. */
export async function takeOffRegister(house: Act, postId: string): Promise<boolean> {
  const { numUpdatedRows } = await db(house)
    .updateTable("business.legal_aid_lawyers")
    .set({ active: false, left_at: house.now })
    .where("post_id", "=", postId)
    .where("left_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type ListedLawyer = LawyerRow & {
  readonly open: number;
  readonly answered: number;
  /** Mean of the stars given for questions and matters; null while there are none. */
  readonly stars: number | null;
  readonly on_duty: boolean;
  readonly interests: number;
};

export interface LawyersWanted {
  readonly range: PathRange;
  readonly q: string | undefined;
  readonly speciality: Speciality | undefined;
  readonly active: boolean | undefined;
  readonly today: Day;
  readonly sort: Column | `-${Column}`;
  readonly size: number;
  readonly offset: number;
}

const wantedOf = ({ range, q, speciality, active }: LawyersWanted): RawBuilder<unknown> => sql`
  l.org_path >= ${range.low} and l.org_path < ${range.high}
  and ${q ? sql`(strpos(l.name, ${q}) > 0 or strpos(l.firm, ${q}) > 0)` : sql`true`}
  and ${speciality ? sql`${speciality} = any(l.specialities)` : sql`true`}
  and ${active === undefined ? sql`true` : sql`l.active = ${active}`}`;

/** Who is active stands first, whatever else is asked for. */
const orders = { name: sql`l.name`, open: sql`open`, stars: sql`stars` } as const;
type Column = keyof typeof orders;

const orderOf = (sort: LawyersWanted["sort"]) => sql`
  l.active desc, ${orders[sort.replace("-", "") as Column]}
  ${sort.startsWith("-") ? sql`desc` : sql`asc`} nulls last, l.name, l.post_id`;

/** With what each has in hand and how they were rated. */
export async function listLawyers(
  act: Act,
  wanted: LawyersWanted,
): Promise<{ rows: ListedLawyer[]; total: number }> {
  const { rows } = await sql<ListedLawyer>`
    select l.*,
      (select count(*) from business.legal_aid_matters m
        where m.lawyer_post = l.post_id and m.state = 'assigned') as open,
      (select count(*) from business.legal_aid_consultations c
        where c.lawyer_post = l.post_id) as answered,
      (select round(avg(s.stars), 1)::float8 from (
        select stars from business.legal_aid_consultations where lawyer_post = l.post_id
        union all select stars from business.legal_aid_matters where lawyer_post = l.post_id) s) as stars,
      exists (select from business.legal_aid_duties d
        where d.post_id = l.post_id and d.day = ${wanted.today}) as on_duty,
      (select count(*) from business.legal_aid_interests i
        where i.post_id = l.post_id and i.ended_at is null) as interests
    from business.legal_aid_lawyers l where ${wantedOf(wanted)}
    order by ${orderOf(wanted.sort)} limit ${wanted.size} offset ${wanted.offset}`.execute(act.tx);
  const counted = await sql<{ n: number }>`
    select count(*) as n from business.legal_aid_lawyers l where ${wantedOf(wanted)}`.execute(
    act.tx,
  );
  return { rows, total: counted.rows[0]!.n };
}

/** Matters in hand by lawyer's post; who has none is missing. */
export async function loadOf(
  act: Act,
  postIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ post: string; n: number }>`
    select lawyer_post as post, count(*) as n from business.legal_aid_matters
    where state = 'assigned' and lawyer_post = any(${[...postIds]}::uuid[])
    group by lawyer_post`.execute(act.tx);
  return new Map(rows.map(({ post, n }) => [post, n]));
}

/** Who is on duty at exactly these federations, in order of day. */
export async function lawyersOnDuty(
  act: Act,
  { paths, from, to }: { readonly paths: readonly string[]; readonly from: Day; readonly to: Day },
): Promise<(DutyRow & Pick<LawyerRow, "name" | "firm">)[]> {
  const { rows } = await sql<DutyRow & Pick<LawyerRow, "name" | "firm">>`
    select d.*, l.name, l.firm
    from business.legal_aid_duties d join business.legal_aid_lawyers l on l.post_id = d.post_id
    where d.org_path = any(${[...paths]}::text[]) and d.day between ${from} and ${to} and l.active
    order by d.day, l.name`.execute(act.tx);
  return onPost(act, rows);
}

/** Answers how many were not there before. */
export async function insertDuties(act: Act, rows: readonly DutyRow[]): Promise<number> {
  const done = await db(act)
    .insertInto("business.legal_aid_duties")
    .values([...rows])
    .onConflict((conflict) => conflict.columns(["post_id", "day"]).doNothing())
    .returning("day")
    .execute();
  return done.length;
}

export async function dropDuty(act: Act, postId: string, day: Day): Promise<void> {
  await db(act)
    .deleteFrom("business.legal_aid_duties")
    .where("post_id", "=", postId)
    .where("day", "=", day)
    .execute();
}

const interests = (act: Act) => db(act).selectFrom("business.legal_aid_interests").selectAll();

export const interestsOf = (act: Act, postId: string): Promise<InterestRow[]> =>
  interests(act).where("post_id", "=", postId).orderBy("declared_at", "desc").execute();

export const findInterest = (act: Act, id: string): Promise<InterestRow | undefined> =>
  interests(act).where("id", "=", id).executeTakeFirst();

export const livingInterests = (act: Act, postIds: readonly string[]): Promise<InterestRow[]> =>
  postIds.length === 0
    ? Promise.resolve([])
    : interests(act).where("post_id", "in", postIds).where("ended_at", "is", null).execute();

export async function insertInterest(act: Act, row: InterestRow): Promise<void> {
  await db(act).insertInto("business.legal_aid_interests").values(row).execute();
}

/** The first end stays. */
export async function endInterest(act: Act, id: string): Promise<void> {
  await db(act)
    .updateTable("business.legal_aid_interests")
    .set({ ended_at: act.now })
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .execute();
}
