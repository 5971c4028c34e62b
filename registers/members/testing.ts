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
