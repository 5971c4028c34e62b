// For tests of members: people with sound numbers, the union of a path, an actor as a session would make it.
import type { Actor } from "@niangjia/foundation/act";
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { newId } from "@niangjia/foundation/ids";
import type { TestHouse } from "../../server/testing.ts";
import type { Outcome } from "./decide.ts";
import { enrol } from "./enrol.ts";
import type { Enrolment, UnionPlace } from "./enrolment.ts";
import type { PersonFacts } from "./facts.ts";
import type { Source } from "./source.ts";

export const source: Source = { kind: "import", id: newId(), byAccount: null };

/** The sound number of the n-th person, all of them born on one day. */
export const numberOf = (sequence: number): string => {
  const first17 = `43012119850301${String(sequence).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
};

export const facts = (sequence: number, changes: Partial<PersonFacts> = {}): PersonFacts => ({
  name: "张小芳",
  sex: "2",
  birthDay: day("1985-03-01"),
  documentKind: "111",
  documentNumber: numberOf(sequence),
  phone: `138${String(sequence).padStart(8, "0")}`,
  ethnicGroup: "01",
  education: "31",
  politicalStatus: "13",
  skillGrade: "30",
  employment: "1",
  householdKind: "12",
  household: "湖南省长沙市长沙县星沙街道开元路1号",
  nativePlace: "湖南长沙",
  occupation: null,
  gigOccupation: null,
  employer: "湘岚机械有限公司",
  migrantWorker: false,
  ...changes,
});

export const joining = (
  union: UnionPlace,
  who: PersonFacts,
  changes: Partial<Enrolment> = {},
): Enrolment => ({
  union,
  facts: who,
  state: "active",
  joinedDay: day("2026-03-05"),
  change: "1",
  reason: null,
  ...changes,
});

export async function placeOf(house: TestHouse, path: string): Promise<UnionPlace> {
  const { rows } = await house.owner.query(
    "select id, path, division from organisation.unions where path = $1",
    [path],
  );
  return rows[0];
}

export const enrolAsHouse = (
  house: TestHouse,
  enrolments: readonly Enrolment[],
): Promise<Outcome[]> => house.act(system("test"), (act) => enrol(act, source, enrolments));

/** The actor an account's only post makes. */
export async function staffActor(house: TestHouse, accountId: string): Promise<Actor> {
  const { rows } = await house.owner.query("select * from access.posts where account_id = $1", [
    accountId,
  ]);
  const post = rows[0];
  return {
    kind: "staff",
    accountId,
    personId: null,
    sessionId: null,
    name: "干事",
    ownName: "干事",
    role: post.role,
    post: { id: post.id, role: post.role, orgId: post.org_id, orgPath: post.org_path },
  };
}

/** Somebody to enrol: facts, with a state and a day of joining where they matter. */
export type Person = PersonFacts & Partial<Pick<Enrolment, "state" | "joinedDay">>;

/** Enrols people at the union of a path; answers the ids of their persons, in order. */
export async function enrolAt(
  house: TestHouse,
  path: string,
  people: readonly Person[],
): Promise<string[]> {
  const union = await placeOf(house, path);
  const enrolments = people.map(({ state = "active", joinedDay, ...who }) =>
    joining(union, who, {
      ...{ state, change: state === "kept" ? "3" : "1" },
      joinedDay: joinedDay ?? day("2024-05-01"),
    }),
  );
  const outcomes = await enrolAsHouse(house, enrolments);
  return outcomes.map((outcome) => {
    if ("personId" in outcome) return outcome.personId;
    throw new Error(`not enrolled: ${outcome.outcome}`);
  });
}

/** Members by measure at and under a path; a test's deltas are not folded. */
export async function numbersUnder(
  house: TestHouse,
  path: string,
): Promise<Record<string, number>> {
  const { rows } = await house.owner.query(
    `select measure, sum(amount)::int as n from organisation.deltas
     where starts_with(org_path, $1) and measure like 'members%'
     group by measure having sum(amount) <> 0`,
    [path],
  );
  return Object.fromEntries(rows.map(({ measure, n }) => [measure, n]));
}
