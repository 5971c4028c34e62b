// Joining in the demo (演示新业态入会): an event under way, a poster, services before joining, headcounts of trades.
import type { Act } from "@niangjia/foundation/act";
import { verificationCode } from "@niangjia/foundation/codes";
import { addCalendarDays, dayOf, startOfDay } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { maskPhone } from "@niangjia/foundation/masks";
import { phoneBlinds } from "@niangjia/registers/members";
import { sql } from "kysely";

interface Place {
  readonly id: string;
  readonly path: string;
}

interface Served {
  readonly name: string;
  readonly phone: string;
}

export interface JoiningDemo {
  /** Path of the union whose officer shows the event. */
  readonly unionPath: string;
  /** The worker of the demo, who was served and has not joined. */
  readonly worker: Served;
}

interface Ground {
  readonly union: Place;
  readonly worker: Served;
  /** The account of the officer who recorded it all. */
  readonly officer: string;
}

async function groundOf(act: Act, { unionPath, worker }: JoiningDemo): Promise<Ground> {
  const { rows } = await sql<Place & { officer: string }>`
    select u.id, u.path, p.account_id as officer
    from organisation.unions u join access.posts p on p.org_path = u.path and p.role = 'officer'
    where u.path = ${unionPath} limit 1`.execute(act.tx);
  const [found] = rows;
  if (!found) throw new Error(`the demo has no officer at ${unionPath}`);
  return { union: found, worker, officer: found.officer };
}

const eventDays = 30;
const posterDays = 365;

const at = (act: Act, days: number): Date => startOfDay(addCalendarDays(dayOf(act.now), days));

async function openInvitations(act: Act, { union, officer }: Ground): Promise<void> {
  const common = { id: union.id, path: union.path, by: officer };
  const event = {
    kind: "event",
    title: "快递小哥集中入会",
    place: "星沙物流园一号门",
    trade: "02",
  };
  const poster = { kind: "poster", title: "扫码加入工会", place: "沿街海报", trade: null };
  for (const made of [
    { ...common, ...event, closes: at(act, eventDays), expires: at(act, eventDays) },
    { ...common, ...poster, closes: null, expires: at(act, posterDays) },
  ]) {
    await sql`insert into business.joining_invitations (id, org_id, org_path, kind, title, place, trade, code,
        opens_at, closes_at, expires_at, made_at, made_by)
      values (${newId(act.now)}, ${made.id}, ${made.path}, ${made.kind}, ${made.title}, ${made.place},
        ${made.trade}, ${verificationCode(16)}, ${at(act, 0)}, ${made.closes}, ${made.expires}, ${act.now},
        ${made.by})`.execute(act.tx);
  }
}

const services = [
  { kind: "health", what: "骑手暖心体检", costFen: 12_800, daysAgo: 41 },
  { kind: "relief", what: "夏送清凉包一份", costFen: 6_500, daysAgo: 96 },
  { kind: "legal", what: "交通事故赔偿法律咨询", costFen: 0, daysAgo: 18 },
] as const;

async function recordServices(act: Act, { union, worker, officer }: Ground): Promise<void> {
  for (const { kind, what, costFen, daysAgo } of services) {
    const id = newId(act.now);
    const cipher = act.keys.encrypt({ field: "joining.phone", row: id }, worker.phone);
    await sql`insert into business.joining_services (id, org_id, org_path, name, phone_cipher, phone_mask,
        phone_blind, trade, kind, what, day, cost_fen, recorded_at, recorded_by)
      values (${id}, ${union.id}, ${union.path}, ${worker.name}, ${cipher}, ${maskPhone(worker.phone)},
        ${phoneBlinds(act.keys, worker.phone)[0]}, '02', ${kind}, ${what},
        ${addCalendarDays(dayOf(act.now), -daysAgo)}, ${costFen}, ${act.now}, ${officer})`.execute(
      act.tx,
    );
  }
}

/** Between a third and nine tenths of a trade have joined, another share in every county and trade. */
const shareJoined = (nth: number): number => 0.34 + ((nth * 37) % 56) / 100;

/** Workers of each county and trade, so that the demo's own members are a plausible share of them. */
async function reportHeadcounts(act: Act): Promise<void> {
  const { rows } = await sql<Place & { trade: string; members: number }>`
    select u.id, u.path, p.gig_occupation as trade, count(*) as members
    from organisation.unions u
      join member.memberships m on m.org_path >= u.path and m.org_path < left(u.path, -1) || '0'
      join member.persons p on p.id = m.person_id
    where u.level = 'county' and u.kind = '10' and m.state = 'active' and m.gig
      and p.gig_occupation is not null
    group by u.id, u.path, p.gig_occupation order by u.path, p.gig_occupation`.execute(act.tx);
  for (const [nth, { id, path, trade, members }] of rows.entries()) {
    const workers = Math.ceil(members / shareJoined(nth));
    await sql`insert into business.joining_headcounts (id, org_id, org_path, trade, workers, kind, source,
        document, day, recorded_at)
      values (${newId(act.now)}, ${id}, ${path}, ${trade}, ${workers}, 'demo', '系统自动生成', '不是真实人数',
        ${dayOf(act.now)}, ${act.now})`.execute(act.tx);
  }
}

/** Loads it once: what is there already is left alone. */
export async function loadJoining(act: Act, wishes: JoiningDemo): Promise<void> {
  const { rows } = await sql`select from business.joining_invitations limit 1`.execute(act.tx);
  if (rows.length > 0) return;
  const ground = await groundOf(act, wishes);
  await openInvitations(act, ground);
  await recordServices(act, ground);
  await reportHeadcounts(act);
}
