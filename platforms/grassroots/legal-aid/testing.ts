// Ground of the tests of legal aid (测试): a house with the room, a county's lawyers, an application and its desk.
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { casesRoom } from "@niangjia/registers/cases";
import { rooms } from "../../../server/rooms.ts";
import {
  type Client,
  openTestHouse,
  type Reply,
  type TestHouse,
  tree,
} from "../../../server/testing.ts";
import { room } from "./index.ts";

/** A house with legal aid as its one room of cases; it wakes on Saturday 2026-11-21 at nine. */
export const openHouse = (): Promise<TestHouse> =>
  openTestHouse({
    rooms: [
      ...rooms.filter(({ word }) => word !== "cases" && word !== room.word),
      casesRoom([room]),
      room,
    ],
  });

/** Somebody born on 1990-05-18. */
function idNumber(nth: number): string {
  const first17 = `43012119900518${String(nth).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
}

export interface Lawyer {
  readonly client: Client;
  /** Their post: the id of the register. */
  readonly post: string;
}

interface LawyerFacts {
  readonly path?: string;
  readonly name?: string;
  readonly firm?: string;
  readonly specialities?: readonly string[];
  /** The union whose people they serve first. */
  readonly serves?: string;
}

let practices = 0;

/** A lawyer with a post at a federation, registered by its cadre. */
export async function lawyerAt(
  house: TestHouse,
  cadre: Client,
  facts: LawyerFacts = {},
): Promise<Lawyer> {
  const { path = tree.changshaCounty, name = "周正", ...more } = facts;
  const client = await house.signIn("lawyer", path);
  await house.owner.query("update access.accounts set name = $2 where id = $1", [
    client.accountId,
    name,
  ]);
  const { rows } = await house.owner.query("select id from access.posts where account_id = $1", [
    client.accountId,
  ]);
  practices += 1;
  const reply = await cadre.post("/api/legal-aid/lawyers", {
    ...{ post: rows[0].id, firm: `湖南星沙第${practices}律师事务所`, specialities: ["pay"] },
    ...{ practiceNumber: `14301201810${String(practices).padStart(6, "0")}`, ...more },
  });
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return { client, post: rows[0].id };
}

export const setDuty = (cadre: Client, { post }: Lawyer, ...days: string[]) =>
  cadre.post("/api/legal-aid/duties", { lawyer: post, days });

export const file = (client: Client, word: string, facts: object) =>
  client.post(`/api/cases/functions/legal-aid.${word}/file`, { facts });

export const advise = (client: Client, word: string, facts: object) =>
  client.post(`/api/cases/functions/legal-aid.${word}/advice`, { facts });

/** An application for wages by a migrant worker, filled in as it should be. */
export const aidForm = async (house: TestHouse, changes: object = {}) => ({
  ...{ name: "林小满", idNumber: idNumber(1), phone: "13800138000" },
  union: await house.unionId(tree.firm),
  respondent: "长沙县蓝天建筑有限公司",
  kind: "pay",
  claimFen: 3_280_000,
  story: "在蓝天公司工地做了五个月，最后三个月的工资一直没有发。",
  limit: "none",
  migrant: true,
  relief: "none",
  promise: true,
  ...changes,
});

type Given = Reply<{
  status: string;
  code: string;
  title: string;
  next: string;
  fields?: { path: string }[];
}>;

/** Gives a command on the task of a case that lies on somebody's desk. */
export async function decide(
  holder: Client,
  caseId: string,
  kind = "agree",
  more: object = {},
): Promise<Given> {
  const { body } = await holder.get("/api/desk");
  const row = body.rows.find(({ id }: { id: string }) => id === caseId);
  if (!row) throw new Error(`case ${caseId} is not on this desk`);
  const command = { kind, task: row.task, ...more };
  return holder.post(`/api/cases/${caseId}/commands`, { command });
}

/** The case of assigning that a granted application began. */
export async function assigningOf(house: TestHouse, matterId: string): Promise<string> {
  const { rows } = await house.owner.query(
    "select case_id from business.case_subs where parent_id = $1",
    [matterId],
  );
  return rows[0].case_id;
}

export interface Aided {
  readonly worker: Client;
  readonly cadre: Client;
  readonly lawyer: Lawyer;
  readonly matter: string;
}

/** A matter in a lawyer's hands. */
export async function assigned(house: TestHouse, changes: object = {}): Promise<Aided> {
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const lawyer = await lawyerAt(house, cadre);
  const worker = await house.signIn("worker");
  return aided(house, { worker, cadre, lawyer }, changes);
}

/** One more matter of the same people. */
export async function aided(
  house: TestHouse,
  people: Omit<Aided, "matter">,
  changes: object = {},
): Promise<Aided> {
  const { worker, cadre, lawyer } = people;
  const filed = await file(worker, "apply", await aidForm(house, changes));
  if (filed.status !== 200) throw new Error(JSON.stringify(filed.body));
  const matter: string = filed.body.id;
  await decide(cadre, matter);
  const assigning = await assigningOf(house, matter);
  await decide(cadre, assigning, "agree", { facts: { lawyer: lawyer.post } });
  const taken = await decide(lawyer.client, assigning);
  if (taken.body.status !== "approved") throw new Error(JSON.stringify(taken.body));
  return { ...people, matter };
}

export const entry = (lawyer: Lawyer, matter: string, body: object) =>
  lawyer.client.post(`/api/legal-aid/matters/${matter}/entries`, {
    ...{ day: "2026-11-21", kind: "meeting", words: "和林小满见了面，看了工资条和考勤。" },
    ...body,
  });

export const matterRow = async ({ owner }: TestHouse, id: string) =>
  (await owner.query("select * from business.legal_aid_matters where case_id = $1", [id])).rows[0];
