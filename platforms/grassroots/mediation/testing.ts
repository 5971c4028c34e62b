// Ground of the tests of mediation (测试): a house with its people, a form filled in, steps given by their
// doors.
import { newId } from "@niangjia/foundation/ids";
import { casesRoom } from "@niangjia/registers/cases";
import { simulatedPartners } from "../../../server/gateways/partners.ts";
import { rooms } from "../../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { room } from "./index.ts";

/** A Monday: its five working days end on the Monday after. */
const monday = "2026-11-23T09:00:00+08:00";

/** A house with the cases of mediation alone. */
const openHouse = (options: { partners?: false } = {}): Promise<TestHouse> =>
  openTestHouse({
    now: monday,
    ...(options.partners === false ? {} : { partners: simulatedPartners }),
    rooms: [
      ...rooms.filter(({ word }) => word !== "cases" && word !== "mediation"),
      casesRoom([room]),
      room,
    ],
  });

export const respondent = "湘岚机械有限公司";

/** A dispute about wages filled in as it should be: 12,000 and 3,500 yuan. */
export const formOf = async (house: TestHouse, changes: object = {}) => ({
  union: await house.unionId(tree.changshaCounty),
  ...{ respondent, contact: "周明远", contactPhone: "13700137000" },
  ...{ name: "林小满", phone: "13800138000", isGroup: false },
  claims: [
    { kind: "wages", amountFen: 1_200_000, words: "八月至十月工资" },
    { kind: "overtime", amountFen: 350_000, words: "周末加班" },
  ],
  ...{ knownDay: "2026-09-10", employed: true, wantsConfirmation: true },
  story: "八月起没有发工资，多次催要没有结果。",
  ...changes,
});

export const file = (client: Client, word: string, facts: object) =>
  client.post(`/api/cases/functions/mediation.${word}/file`, { facts });

export const advice = async (client: Client, facts: object): Promise<string> =>
  (await client.post("/api/cases/functions/mediation.apply/advice", { facts })).body.advice.join(
    "\n",
  );

/** The post an account of the test holds. */
export async function postOf({ owner }: TestHouse, { accountId }: Client): Promise<string> {
  const { rows } = await owner.query("select id from access.posts where account_id = $1", [
    accountId,
  ]);
  return rows[0].id;
}

/** Gives a command on the open task of a case that its door shows. */
export async function give(client: Client, caseId: string, kind: string, more: object = {}) {
  const { body } = await client.get(`/api/cases/${caseId}`);
  const door = body.can?.find(
    (one: { command: string; open: boolean }) => one.command === kind && one.open,
  );
  if (!door) throw new Error(`no open door ${kind} at case ${caseId}: ${JSON.stringify(body.can)}`);
  const task = door.task === undefined ? {} : { task: door.task };
  return client.post(`/api/cases/${caseId}/commands`, { command: { kind, ...task, ...more } });
}

export const agree = (client: Client, caseId: string, facts?: object) =>
  give(client, caseId, "agree", facts ? { facts } : {});

export const term = {
  ...{ what: "八月至十月工资", amountFen: 1_200_000 },
  ...{ payByDay: "2026-12-10", manner: "转入工资卡" },
};
export const agreedFacts = {
  result: "agreed",
  duties: "单位拖欠三个月工资，应当支付；加班工资双方各让一步。",
  terms: [term, { ...term, what: "加班工资", amountFen: 200_000 }],
};

export interface Scene {
  readonly house: TestHouse;
  readonly worker: Client;
  readonly mediator: Client;
  readonly cadre: Client;
  readonly mediatorPost: string;
}

export async function openScene(options: { partners?: false } = {}): Promise<Scene> {
  const house = await openHouse(options);
  const worker = await house.signIn("worker");
  const mediator = await house.signIn("mediator", tree.changshaCounty);
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  return { house, worker, mediator, cadre, mediatorPost: await postOf(house, mediator) };
}

export async function filed({ house, worker }: Scene, changes: object = {}): Promise<string> {
  const { status, body } = await file(worker, "apply", await formOf(house, changes));
  if (status !== 200) throw new Error(JSON.stringify(body));
  await house.settle();
  return body.id;
}

const done = ({ status, body }: { status: number; body: unknown }): void => {
  if (status !== 200) throw new Error(JSON.stringify(body));
};

export async function accepted(scene: Scene, changes: object = {}): Promise<string> {
  const id = await filed(scene, changes);
  done(await agree(scene.cadre, id, { decision: "accept", mediator: scene.mediatorPost }));
  await scene.house.settle();
  return id;
}

/** A file of a few bytes that is a PDF to whoever looks at it. */
export const paper = (client: Client): Promise<string> =>
  client.upload("协议书.pdf", Buffer.from(`%PDF-1.4\n${newId()}\n%%EOF`));

/** Signed by the worker on the phone, then by the employer on paper, the mediator and the seal. */
export async function agreed(
  scene: Scene,
  sealed: object = {},
  changes: object = {},
): Promise<string> {
  const { house, worker, mediator } = scene;
  const id = await accepted(scene, changes);
  done(await agree(mediator, id, agreedFacts));
  done(await agree(worker, id));
  const facts = { signer: "周明远", joint: false, signedPaper: [await paper(mediator)], ...sealed };
  done(await agree(mediator, id, facts));
  await house.settle();
  return id;
}

/** All rows of a table of the room, whole. */
export const rowsOf = async ({ owner }: TestHouse, table: string) =>
  (await owner.query(`select * from business.mediation_${table}`)).rows;
