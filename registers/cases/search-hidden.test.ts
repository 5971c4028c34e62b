// What a step hides from its handlers is not told by a search either, over HTTP: by words, by a name or by a number.
import {
  approve,
  cadreOf,
  flow,
  longTextField,
  officerOf,
  personNameField,
  phoneField,
  review,
  textField,
  unionField,
} from "@niangjia/engine/process";
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { describe, expect, it } from "vitest";
import { rooms } from "../../server/rooms.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { enrolOne } from "../members/index.ts";
import { getUnion } from "../organisations/index.ts";
import { migrationSweep } from "./flow-migration.ts";
import { offersOf } from "./functions.ts";
import { type CaseRoom, caseFunction, casesRoom } from "./index.ts";
import { wordsSweep } from "./search-words.ts";
import { idNumber } from "./testing.ts";

const form = {
  union: unionField("所在工会"),
  wish: textField("要求"),
  illness: longTextField("病情"),
  name: personNameField("家属姓名"),
  phone: phoneField("手机号"),
};

const helped = (version: number, rights: Readonly<Record<string, "hidden">>) =>
  caseFunction({
    id: "sample.helped",
    title: "大病救助",
    says: "生了大病，请工会帮忙",
    may: ["worker"],
    version,
    form,
    flow: flow(review(officerOf("union"), { rights }), approve(cadreOf("union.county"))),
    summary: ({ wish }) => wish,
    ...(version > 1 && { migrates: [{ from: 1, steps: {}, because: "家属情况不再给初审看" }] }),
    effect: async () => "已经办好。",
  });

const hidden = { illness: "hidden", name: "hidden", phone: "hidden" } as const;

const roomOf = (...cases: ReturnType<typeof helped>[]): CaseRoom => ({
  ...{ word: "sample", title: "样例", platform: "benefits", cases },
});

const openHouse = (room: CaseRoom) =>
  openTestHouse({ rooms: [...rooms.filter(({ word }) => word !== "cases"), casesRoom([room])] });

const count = async (client: Client, words: string): Promise<number> =>
  (await client.get(`/api/cases/search?q=${encodeURIComponent(words)}`)).body.rows.length;

async function countByNumber(client: Client, number: string): Promise<number> {
  const { who } = (await client.post("/api/cases/who", { number })).body;
  return (await client.get(`/api/cases?who=${who}`)).body.total;
}

const facts = (union: string) => ({
  ...{ union, wish: "请帮忙", illness: "白血病第二期" },
  ...{ name: "韩立冬", phone: "13912345678" },
});

/** The worker is a member: the register knows the phone that the form says too. */
async function enrolled(house: TestHouse): Promise<Client> {
  const client = await house.signIn("worker");
  const id = await house.unionId(tree.firm);
  await house.act(system("test"), async (act) => {
    const source = { kind: "demo", id: null, byAccount: null } as const;
    await enrolOne(act, source, {
      ...{ union: await getUnion(act, id), personId: client.personId, reason: null },
      facts: {
        ...{ name: "林小满", sex: "1", birthDay: day("1990-01-01"), phone: "13912345678" },
        ...{ documentKind: "111", documentNumber: idNumber(1) },
        ...{ ethnicGroup: null, education: null, politicalStatus: null, skillGrade: null },
        ...{ employment: null, householdKind: null, household: null, nativePlace: null },
        ...{ gigOccupation: null, migrantWorker: null, employer: null, occupation: null },
      },
      ...({ state: "active", joinedDay: day("2026-01-05"), change: "1" } as const),
    });
  });
  return client;
}

async function filed(room: CaseRoom) {
  const house = await openHouse(room);
  const worker = await enrolled(house);
  const officer = await house.signIn("officer", tree.firm);
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const union = await house.unionId(tree.firm);
  const { status } = await worker.post("/api/cases/functions/sample.helped/file", {
    facts: facts(union),
  });
  expect(status).toBe(200);
  await house.settle();
  return { house, officer, cadre };
}

const found = async (client: Client) => ({
  open: await count(client, "请帮忙"),
  applicant: await count(client, "林小满"),
  words: await count(client, "白血病"),
  name: await count(client, "韩立冬"),
  phone: await countByNumber(client, "13912345678"),
});

const all = { open: 1, applicant: 1, words: 1, name: 1, phone: 1 };
const shown = { open: 1, applicant: 1, words: 0, name: 0, phone: 0 };

describe("a search", () => {
  it("finds a case by what its steps show", async () => {
    const { officer } = await filed(roomOf(helped(1, {})));
    expect(await found(officer)).toEqual(all);
  });

  it("finds none by what a step hides, whoever looks", async () => {
    const { officer, cadre } = await filed(roomOf(helped(1, hidden)));
    for (const client of [officer, cadre]) {
      expect(await found(client)).toEqual(shown);
    }
  });

  it("finds none by it either once a case goes on under a flow that hides it", async () => {
    const room = roomOf(helped(2, hidden));
    const { house, officer } = await filed(room);
    const [before] = roomOf(helped(1, {})).cases!;
    await house.owner.query(
      "insert into business.case_flows (function, version, definition) values ($1, 1, $2)",
      ["sample.helped", JSON.stringify(before!.flow)],
    );
    await house.owner.query("update business.cases set version = 1");
    const { rows } = await house.owner.query("select id from business.cases");
    const offers = offersOf([room]);
    await house.worker.sweep(wordsSweep(offers), rows[0].id);
    expect(await found(officer)).toEqual(all);
    const moved = await house.worker.sweep(migrationSweep(offers), "sample.helped");
    expect(moved).toMatchObject({ moved: 1, stayed: 0 });
    expect(await house.worker.sweep(wordsSweep(offers))).toEqual({ gathered: 1 });
    expect(await found(officer)).toEqual(shown);
  });
});
