// Whatever sequence of joining, moving, keeping, leaving and resuming several persons go through,
// the store agrees with itself.
import { system } from "@niangjia/foundation/act";
import { addCalendarDays, type Day, day } from "@niangjia/foundation/day";
import { Refusal } from "@niangjia/foundation/refusal";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { endMembership } from "./end.ts";
import { enrolOne } from "./enrol.ts";
import { keepMembership } from "./keep.ts";
import { moveMembership } from "./move.ts";
import { resumeMembership } from "./resume.ts";
import { facts, joining, numbersUnder, placeOf, source } from "./testing.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

const paths = [tree.firm, tree.otherFirm, tree.furongFirm] as const;
const people = 3;

interface Move {
  readonly kind: "join" | "transfer" | "keep" | "leave" | "restore";
  readonly who: number;
  readonly to: number;
}

const moves = fc.array(
  fc.record<Move>({
    kind: fc.constantFrom("join", "transfer", "keep", "leave", "restore"),
    who: fc.nat(people - 1),
    to: fc.nat(paths.length - 1),
  }),
  { minLength: 4, maxLength: 14 },
);

interface Who {
  readonly sequence: number;
  /** Undefined before they ever joined. */
  readonly personId: string | undefined;
  readonly on: Day;
}

const nobody = "00000000-0000-7000-8000-000000000000";

/** The id of the person it was done to; undefined when it was refused. */
async function play(house: TestHouse, { kind, to }: Move, who: Who): Promise<string | undefined> {
  const union = await placeOf(house, paths[to]!);
  const personId = who.personId ?? nobody;
  const moving = { personId, unionId: union.id, day: who.on, reason: null, note: null };
  const doing = house.act(system("test"), async (act) => {
    if (kind === "join") {
      const person = facts(who.sequence, { sex: who.sequence % 2 === 0 ? "2" : "1" });
      const enrolment = joining(union, person, { joinedDay: who.on });
      const outcome = await enrolOne(act, source, enrolment);
      return outcome.outcome === "enrolled" || outcome.outcome === "rejoined"
        ? outcome.personId
        : undefined;
    }
    if (kind === "transfer") await moveMembership(act, source, moving);
    if (kind === "keep") await keepMembership(act, source, moving);
    if (kind === "leave") await endMembership(act, source, { ...moving, change: "6" });
    if (kind === "restore") await resumeMembership(act, source, moving);
    return personId;
  });
  return doing.catch((error) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
}

/** Where somebody is a member, and how; null for nowhere. */
type Place = `${"active" | "kept"} ${string}` | null;

/** What a move makes of a place, by the rules alone; undefined when it should be refused. */
function expected(place: Place, { kind, to }: Move): Place | undefined {
  const there = paths[to]!;
  const [state, path] = (place?.split(" ") ?? []) as ["active" | "kept" | undefined, string?];
  switch (kind) {
    case "join":
      return place === null ? `active ${there}` : undefined;
    case "transfer":
      return state && path !== there ? `${state} ${there}` : undefined;
    case "keep":
      return state === "active" ? `kept ${path!}` : undefined;
    case "leave":
      return place === null ? undefined : null;
    case "restore":
      return state === "active" ? undefined : `active ${there}`;
  }
}

/** The state that the changes of a person add up to. */
function replayed(rows: readonly { kind: string; org_path: string }[]): Place {
  let place: Place = null;
  for (const { kind, org_path: path } of rows) {
    if (kind === "1" || kind === "2") place = `active ${path}`;
    else place = kind === "3" ? `kept ${path}` : null;
  }
  return place;
}

async function livingOf({ owner }: TestHouse, personId: string) {
  const { rows } = await owner.query(
    `select m.state, m.org_path, p.org_path as person_path from member.memberships m
      join member.persons p on p.id = m.person_id
     where m.person_id = $1 and m.state <> 'ended'`,
    [personId],
  );
  return rows;
}

/** Every count of every union, counted in full. */
async function counted({ owner }: TestHouse, path: string) {
  const { rows } = await owner.query(
    `select count(*) filter (where m.state = 'active')::int as members,
       count(*) filter (where m.state = 'kept')::int as kept,
       count(*) filter (where m.state = 'active' and p.sex = '2')::int as women
     from member.memberships m join member.persons p on p.id = m.person_id
     where starts_with(m.org_path, $1)`,
    [path],
  );
  const { members, kept, women } = rows[0];
  const numbers = { members, "members.kept": kept, "members.women": women };
  return Object.fromEntries(Object.entries(numbers).filter(([, amount]) => amount !== 0));
}

async function agrees(house: TestHouse, personId: string, place: Place): Promise<void> {
  const living = await livingOf(house, personId);
  expect(living.length).toBe(place === null ? 0 : 1);
  for (const { state, org_path: path, person_path: personPath } of living) {
    expect(`${state} ${path}`).toBe(place);
    expect(personPath).toBe(path);
  }
  const changes = await house.owner.query(
    "select kind, org_path from member.changes where person_id = $1 order by id",
    [personId],
  );
  expect(replayed(changes.rows)).toBe(place);
  const { rows } = await house.owner.query(
    "select count(distinct number)::int as n from member.memberships where person_id = $1",
    [personId],
  );
  expect(rows[0].n).toBe(1);
}

const refusedAtFirst = ["leave", "transfer", "keep", "restore"] as const;
const madeOrRefusedLater = ["join", "join", "keep", "restore", "leave", "join"] as const;

/** Each move where it is refused and where it is made, whatever the seed brings. */
const everyMove: Move[] = [
  ...[...refusedAtFirst, ...madeOrRefusedLater].map((kind) => ({ kind, who: 0, to: 0 })),
  { kind: "transfer", who: 0, to: 1 },
];

test(`one living membership, one number, counts and history that agree (seed ${seed})`, async () => {
  const house = await openTestHouse();
  let first = 0;
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(moves, async (sequence) => {
      first += people;
      const ids = new Map<number, string>();
      const places = new Map<number, Place>();
      for (const [index, move] of sequence.entries()) {
        const on = addCalendarDays(day("2026-03-01"), index);
        const who = { sequence: first + move.who, personId: ids.get(move.who), on };
        const place = expected(places.get(move.who) ?? null, move);
        const allowed = place !== undefined && (ids.has(move.who) || move.kind === "join");
        const personId = await play(house, move, who);
        expect(personId !== undefined, `${move.kind} of ${places.get(move.who)}`).toBe(allowed);
        seen.add(`${move.kind} ${allowed}`);
        if (!personId) continue;
        ids.set(move.who, personId);
        places.set(move.who, place ?? null);
      }
      for (const [who, id] of ids) await agrees(house, id, places.get(who) ?? null);
      for (const path of [...paths, tree.changshaCounty, tree.furong, tree.province]) {
        expect(await numbersUnder(house, path)).toEqual(await counted(house, path));
      }
    }),
    { seed, numRuns: 25, examples: [[everyMove]] },
  );
  expect(seen.size, "every move was made, and refused").toBe(10);
});
