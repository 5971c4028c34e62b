// Elections in the demo (演示换届): committees of the shown unions, a renewal asked for, one permitted, a seat that changed.
import { type Act, system } from "@niangjia/foundation/act";
import { addCalendarDays, addCalendarMonths, dayOf } from "@niangjia/foundation/day";
import { room } from "@niangjia/platforms/grassroots/election";
import {
  changeSeats,
  type Office,
  type Seat,
  seatHistory,
  terms,
} from "@niangjia/registers/organisations";
import { sql } from "kysely";
import type { House } from "../app.ts";
import { DemoDesk, demoActor, demoPaper } from "./desk.ts";
import { officerName } from "./names.ts";
import { createRandom, type Random } from "./random.ts";
import { demoSeed } from "./seed.ts";

interface Place {
  readonly id: string;
  readonly path: string;
}

export interface ElectionDemo {
  readonly townPath: string;
  readonly countyPath: string;
  /** The firm whose officer has an account. */
  readonly firmPath: string;
}

/** Unions right below the town, the shown firm first. */
async function shownUnions(act: Act, townPath: string): Promise<Place[]> {
  const { rows } = await sql<Place>`select u.id, u.path from organisation.unions u
      join organisation.unions town on town.id = u.parent_id
    where town.path = ${townPath} and u.level = 'grassroots' and u.state = 'live'
    order by u.path limit 6`.execute(act.tx);
  return rows;
}

const offices: readonly Office[] = ["chair", "vice-chair", "member", "member", "member"];

function seatsOf(random: Random, chair: string): Seat[] {
  const audit: readonly Office[] = ["chair", "member", "member"];
  const seat = (body: Seat["body"]) => (office: Office, nth: number) => ({
    ...{ body, office, votes: 92 - 4 * nth },
    name: body === "committee" && nth === 0 ? chair : officerName(random),
  });
  return [...offices.map(seat("committee")), ...audit.map(seat("audit"))];
}

const memberIn = (seats: readonly Seat[]): string | undefined =>
  seats.find(({ body, office }) => body === "committee" && office === "member")?.name;

/** The committees behind terms that only name their chair. */
async function seat(act: Act, random: Random, { id }: Place): Promise<string | undefined> {
  const held = await seatHistory(act, id);
  if (held.length > 0) return memberIn(held);
  const [term] = await terms(act, id);
  if (!term || term.endedDay !== null || term.chair === null) return undefined;
  const seats = seatsOf(random, term.chair);
  const source = { kind: "demo", id: null } as const;
  const days = { lastDay: term.fromDay, fromDay: term.fromDay };
  await changeSeats(act, { unionId: id, term, ended: [], ...days, seats }, source);
  return memberIn(seats);
}

async function renewFacts(act: Act, union: Place) {
  return {
    ...{ union: union.id, kind: "renew", plannedMeeting: "all", plannedSeats: 5 },
    plannedDay: addCalendarMonths(dayOf(act.now), 1),
    partyOrg: "星沙街道两新组织党委",
    papers: [await demoPaper(act, "关于召开换届大会的请示.pdf")],
  };
}

async function leaveFacts(act: Act, union: Place, leaver: string) {
  return {
    ...{ union: union.id, kind: "leave", body: "committee", office: "member", leaver },
    ...{ reason: "resign", lastDay: addCalendarDays(dayOf(act.now), -5) },
    papers: [await demoPaper(act, "委员会会议记录.pdf")],
  };
}

/** Loads it once: what is there already is left alone. */
export async function loadElection(house: Pick<House, "act">, wishes: ElectionDemo): Promise<void> {
  const { townPath, countyPath, firmPath } = wishes;
  const random = createRandom(`${demoSeed}/election`);
  const ground = await house.act(system("demo"), async (act) => {
    const { rows } = await sql`select from business.cases where function like 'election.%'
      limit 1`.execute(act.tx);
    if (rows.length > 0) return undefined;
    const unions = await shownUnions(act, townPath);
    const members = [];
    for (const union of unions) members.push({ union, member: await seat(act, random, union) });
    return {
      members,
      firm: await demoActor(act, { role: "officer", path: firmPath }),
      town: await demoActor(act, { role: "officer", path: townPath }),
      county: await demoActor(act, { role: "cadre", path: countyPath }),
    };
  });
  if (!ground) return;
  const [first, second, third] = ground.members;
  if (!first || !second || !third?.member) throw new Error(`the demo shows too few unions`);
  const { member: leaver, union: leaving } = third;
  const desk = new DemoDesk(house, room);
  await desk.file(ground.firm, "election.renew", (act) => renewFacts(act, first.union));
  const permitted = await desk.file(ground.town, "election.renew", (act) =>
    renewFacts(act, second.union),
  );
  await desk.agree(ground.county, permitted);
  const left = await desk.file(ground.town, "election.adjust", (act) =>
    leaveFacts(act, leaving, leaver),
  );
  await desk.agree(ground.county, left);
}
