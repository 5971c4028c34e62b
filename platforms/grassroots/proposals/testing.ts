// Ground of the tests of proposals (测试): a firm with its members, officers and chair; a proposal brought to any step.
import { markMember } from "@niangjia/foundation/access";
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import { newId } from "@niangjia/foundation/ids";
import { enrolOne } from "@niangjia/registers/members";
import { rooms } from "../../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";

export interface Member extends Client {
  readonly name: string;
  readonly phone: string;
}

const unsaid = {
  ...{ ethnicGroup: null, education: null, politicalStatus: null, skillGrade: null },
  ...{ employment: null, householdKind: null, household: null, nativePlace: null },
  ...{ occupation: null, gigOccupation: null, employer: null, migrantWorker: null },
} as const;

const names = ["林小满", "周正", "王丽", "赵强", "钱进", "孙晓"] as const;

const identityNumber = (nth: number): string => {
  const first17 = `43012119960518${String(nth).padStart(3, "0")}`;
  return first17 + checkCharacter(first17);
};

/** The nth member of a house, signed in, at a union of the tree since 2026-01-05. */
export async function memberAt(house: TestHouse, path: string, nth: number): Promise<Member> {
  const client = await house.signIn("member");
  const { accountId, personId } = client;
  const name = names[nth % names.length]!;
  const phone = `1370000${String(nth).padStart(4, "0")}`;
  await house.act(system("test"), async (act) => {
    const { rows } = await house.owner.query(
      "select id, path, division from organisation.unions where path = $1",
      [path],
    );
    const document = { documentKind: "111", documentNumber: identityNumber(nth) };
    await enrolOne(
      act,
      { kind: "demo", id: newId(), byAccount: null },
      {
        union: rows[0],
        facts: { ...unsaid, ...document, name, phone, sex: "1", birthDay: day("1996-05-18") },
        ...{ state: "active", personId, joinedDay: day("2026-01-05"), change: "1", reason: null },
      },
    );
    await markMember(act, { accountId, personId, name });
  });
  return { ...client, name, phone };
}

export interface Scene {
  readonly house: TestHouse;
  readonly proposer: Member;
  readonly colleagues: readonly Member[];
  readonly officer: Client;
  readonly chair: Client;
}

/** A firm on 2026-11-23, a Monday: one who proposes, three colleagues, an officer and a chair. */
export async function openScene(): Promise<Scene> {
  const house = await openTestHouse({ now: "2026-11-23T09:00:00+08:00" });
  const people: Member[] = [];
  for (const nth of [0, 1, 2, 3]) people.push(await memberAt(house, tree.firm, nth));
  const [proposer, ...colleagues] = people;
  const officer = await house.signIn("officer", tree.firm);
  const chair = await house.signIn("chair", tree.firm);
  await house.settle();
  return { house, proposer: proposer!, colleagues, officer, chair };
}

const asSeconder = ({ name, phone }: Member) => ({ name, phone });

export const proposalFacts = async ({ house, colleagues }: Scene, changes: object = {}) => ({
  union: await house.unionId(tree.firm),
  category: "life",
  title: "夜班食堂增加热饭",
  why: "夜班只有方便面，胃病的人越来越多。",
  wish: "晚上十点到凌晨两点供应两荤一素。",
  seconders: colleagues.slice(0, 2).map(asSeconder),
  ...changes,
});

export const file = (client: Client, id: string, facts: object) =>
  client.post(`/api/cases/functions/${id}/file`, { facts });

/** A proposal handed in; answers its case. */
export async function propose(scene: Scene, changes: object = {}): Promise<string> {
  const facts = await proposalFacts(scene, changes);
  const { status, body } = await file(scene.proposer, "proposals.submit", facts);
  if (status !== 200) throw new Error(JSON.stringify(body));
  await scene.house.settle();
  return body.id;
}

/** Everybody who was asked says yes. */
export async function secondAll({ house, colleagues }: Scene, id: string): Promise<void> {
  for (const one of colleagues.slice(0, 2)) {
    await one.post(`/api/proposals/proposals/${id}/second`, { seconds: true });
  }
  await house.settle();
}

/** Gives a command to the task whose door is open for whoever acts. */
export async function act(
  { house }: Pick<Scene, "house">,
  client: Client,
  { id, command, ...facts }: { readonly id: string; readonly command: object } & object,
) {
  const { body } = await client.get(`/api/cases/${id}`);
  const doors: { open: boolean; command: string; task?: number }[] = body.can ?? [];
  const wanted = (command as { kind: string }).kind;
  // A door that is shut is tried as well: the house refuses by itself.
  const task = (
    doors.find((door) => door.open && door.command === wanted) ?? doors.find((door) => door.task)
  )?.task;
  const reply = await client.post(`/api/cases/${id}/commands`, {
    command: { ...command, task, ...facts },
  });
  await house.settle();
  return reply;
}

export const agree = (scene: Scene, client: Client, id: string, facts?: object) =>
  act(scene, client, { id, command: { kind: "agree" }, ...(facts && { facts }) });

/** The post of somebody, as forms name it. */
export async function postOf(house: TestHouse, { accountId }: Client): Promise<string> {
  const { rows } = await house.owner.query("select id from access.posts where account_id = $1", [
    accountId,
  ]);
  return rows[0].id;
}

export async function filing(scene: Scene, handler: Client, changes: object = {}) {
  const post = await postOf(scene.house, handler);
  return { decision: "file", department: "行政部", handler: post, ...changes };
}

/** Filed, answered and approved: it waits for the proposer's rating. */
export async function answered(scene: Scene, changes: object = {}): Promise<string> {
  const { officer, chair } = scene;
  const id = await propose(scene, changes);
  await secondAll(scene, id);
  await agree(scene, officer, id, await filing(scene, officer));
  await agree(scene, officer, id, { result: "done", answer: "食堂十二月起供应夜班热饭。" });
  await agree(scene, chair, id);
  return id;
}

export async function rowOf(house: TestHouse, id: string) {
  const { rows } = await house.owner.query(
    "select * from business.proposals_proposals where case_id = $1",
    [id],
  );
  return rows[0];
}

/** Bodies of what an account was told, by title. */
export async function toldTo(house: TestHouse, { accountId }: Client, title: string) {
  const { rows } = await house.owner.query(
    "select title, body, link from business.notices where account_id = $1 and title like $2",
    [accountId, `%${title}%`],
  );
  return rows;
}

export async function sweep(house: TestHouse, name: string): Promise<Record<string, number>> {
  const found = rooms.flatMap(({ sweeps = [] }) => sweeps).find((one) => one.name === name);
  if (!found) throw new Error(`no sweep ${name}`);
  return house.worker.sweep(found);
}
