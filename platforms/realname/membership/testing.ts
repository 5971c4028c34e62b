// Ground of the tests of membership (测试): a house, forms, somebody on file, a member with an
// account, the store as it stands.
import { markMember } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { newId } from "@niangjia/foundation/ids";
import { casesRoom } from "@niangjia/registers/cases";
import { enrolOne, type PersonFacts } from "@niangjia/registers/members";
import { numbersAt } from "@niangjia/registers/organisations";
import { rooms } from "../../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { membership } from "./index.ts";

/** A house with the cases of membership alone. */
export const openHouse = (): Promise<TestHouse> =>
  openTestHouse({
    rooms: [
      ...rooms.filter(({ word }) => word !== "cases" && word !== "membership"),
      casesRoom([membership]),
      membership,
    ],
  });

export const numberBorn = (birth: string, sequence = 1): string => {
  const first17 = `430121${birth}${String(sequence).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
};

/** Of somebody born on 1996-05-18. */
export const adult = numberBorn("19960518");

/** A joining filled in as it should be. */
export const formOf = async (house: TestHouse, changes: object = {}) => ({
  union: await house.unionId(tree.firm),
  name: "林小满",
  documentKind: "111",
  idNumber: adult,
  phone: "13800138000",
  ethnicGroup: "01",
  education: "21",
  occupation: "快递员",
  isGig: true,
  gigOccupation: "02",
  voluntary: true,
  ...changes,
});

/** What nobody said. */
const nothing = {
  phone: null,
  ethnicGroup: null,
  education: null,
  politicalStatus: null,
  skillGrade: null,
  employment: null,
  householdKind: null,
  household: null,
  nativePlace: null,
  occupation: null,
  gigOccupation: null,
  employer: null,
  migrantWorker: null,
} as const;

/** Somebody who is on file already, at a union of the tree. */
export const onFile = (house: TestHouse, path: string, state: "active" | "kept" = "active") =>
  house.act(system("test"), async (act) => {
    const { rows } = await house.owner.query(
      "select id, path, division from organisation.unions where path = $1",
      [path],
    );
    const said = { name: "林小满", sex: "2", birthDay: day("1996-05-18") };
    await enrolOne(
      act,
      { kind: "demo", id: newId(), byAccount: null },
      {
        union: rows[0],
        facts: { ...nothing, ...said, documentKind: "111", documentNumber: adult },
        state,
        joinedDay: day("2026-01-05"),
        change: state === "kept" ? "3" : "1",
        reason: null,
      },
    );
  });

/** Somebody signed in who is a member at a union of the tree since 2026-01-05. */
export async function memberAt(
  house: TestHouse,
  path: string,
  changes: Partial<PersonFacts> & { readonly state?: "active" | "kept" } = {},
): Promise<Client> {
  const { state = "active", ...said } = changes;
  const client = await house.signIn("member");
  const { accountId, personId } = client;
  await house.act(system("test"), async (act) => {
    const { rows } = await house.owner.query(
      "select id, path, division from organisation.unions where path = $1",
      [path],
    );
    const who = { name: "林小满", sex: "1", birthDay: day("1996-05-18") };
    const facts = { ...nothing, ...who, documentKind: "111", documentNumber: adult, ...said };
    await enrolOne(
      act,
      { kind: "demo", id: newId(), byAccount: null },
      {
        ...{ union: rows[0], facts, state, personId },
        joinedDay: day("2026-01-05"),
        change: state === "kept" ? "3" : "1",
        reason: null,
      },
    );
    await markMember(act, { accountId, personId, name: facts.name });
  });
  return client;
}

export const file = (client: Client, word: string, facts: object) =>
  client.post(`/api/cases/functions/membership.${word}/file`, { facts });

export const advice = async (client: Client, word: string, facts: object): Promise<string> =>
  (await client.post(`/api/cases/functions/membership.${word}/advice`, { facts })).body.advice.join(
    "\n",
  );

/** Gives a command on the task of a case that lies on somebody's desk. */
export async function decide(holder: Client, caseId: string, kind = "agree", more: object = {}) {
  const { body } = await holder.get("/api/desk");
  const row = body.rows.find(({ id }: { id: string }) => id === caseId);
  if (!row) throw new Error(`case ${caseId} is not on this desk`);
  const command = { kind, task: row.task, ...more };
  return holder.post(`/api/cases/${caseId}/commands`, { command });
}

/** Lets the clock look at tasks whose day has passed. */
export const lapse = (house: TestHouse) => house.worker.sweep(casesRoom([membership]).sweeps![0]!);

/** Memberships of the house as they followed each other. */
export const memberships = async ({ owner }: TestHouse) =>
  (
    await owner.query(
      "select org_path, number, state, joined_day, ended_day from member.memberships order by id",
    )
  ).rows;

/** Changes as they followed each other: code, reason, where and note. */
export const changes = async ({ owner }: TestHouse) =>
  (
    await owner.query(
      "select kind, reason, org_path, note, source, who from member.changes order by id",
    )
  ).rows;

export const counted = (house: TestHouse, path: string) =>
  house.act(system("test"), (act) => numbersAt(act, path, ["members", "members.kept"]));

export const titlesOf = async (client: Client): Promise<string[]> =>
  (await client.get("/api/notices")).body.rows.map(({ title }: { title: string }) => title);

export const told = async ({ owner }: TestHouse, name: string) =>
  (await owner.query("select org_path, body from outbox.events where name = $1", [name])).rows;

/** A transfer filled in as it should be, from the firm in one county to that in another. */
export const transferForm = async (house: TestHouse, changed: object = {}) => ({
  name: "林小满",
  newUnion: await house.unionId(tree.furongFirm),
  employer: "蓉川物业有限公司",
  leftEmployer: true,
  ...changed,
});

/** As whom an account acts: every server hears of a change, a moment after it. */
export const roleOf = (client: Client) => async (): Promise<string> =>
  (await client.get("/api/me")).body.role;
