// One's own case (本人的办件) seen from one's other face: who holds a post stays an applicant where they applied.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { agree, fileSample, give, openSampleHouse, sampleFacts } from "./testing.ts";

async function openScene() {
  const house = await openSampleHouse();
  const officer = await house.signIn("officer", tree.firm);
  const colleague = await house.signIn("officer", tree.firm);
  const facts = await sampleFacts(house, tree.firm);
  return { house, officer, colleague, facts };
}

const postOf = async ({ owner }: TestHouse, { accountId }: Client): Promise<string> =>
  (await owner.query("select id from access.posts where account_id = $1", [accountId])).rows[0].id;

const forSelf = async (client: Client): Promise<void> => {
  expect((await client.post("/api/access/self/act", {})).status).toBe(200);
};

describe("whoever applied and holds a post there too", () => {
  it("does not read what handlers said among themselves, nor take the whole file of it", async () => {
    const { house, officer, colleague, facts } = await openScene();
    const own = await postOf(house, officer);
    await forSelf(officer);
    const { id } = await fileSample(officer, "one", facts);
    expect((await officer.post(`/api/access/posts/${own}/act`, {})).status).toBe(200);
    const chair = await house.signIn("chair", tree.firm);
    const aside = "他的材料我看不准，请您定";
    await give(colleague, id, {
      kind: "transfer",
      task: 1,
      to: await postOf(house, chair),
      opinion: aside,
    });
    const seen = async (client: Client) =>
      JSON.stringify((await client.get(`/api/cases/${id}`)).body);
    expect(await seen(chair)).toContain(aside);
    expect(await seen(officer)).not.toContain(aside);
    const whole = { purpose: "自己看看" };
    const refused = await officer.post(`/api/cases/${id}/dossiers`, whole);
    expect(refused.body.code).toBe("cases.dossier-own");
    expect((await officer.post(`/api/cases/${id}/dossiers`, {})).status).toBe(200);
    expect((await chair.post(`/api/cases/${id}/dossiers`, whole)).status).toBe(200);
  });
});

describe("what was handed in from a post", () => {
  it("is not rated by whoever handed it in, as themselves either", async () => {
    const { officer, colleague, facts } = await openScene();
    const { id } = await fileSample(officer, "one", facts);
    await agree(colleague, id);
    await forSelf(officer);
    expect((await officer.get(`/api/cases/${id}`)).body.mayRate).toBe(false);
    const rated = await officer.post(`/api/cases/${id}/rating`, { stars: 5 });
    expect(rated.body.code).toBe("cases.not-applicant");
  });

  it("stays about whom it was about when they hand it in again as themselves", async () => {
    const { house, officer, colleague, facts } = await openScene();
    const { id } = await fileSample(officer, "one", facts);
    await give(colleague, id, { kind: "return", task: 1, opinion: "请补充" });
    await forSelf(officer);
    const again = await give(officer, id, { kind: "resubmit" }, facts);
    expect(again.body, JSON.stringify(again.body)).toMatchObject({ status: "running" });
    const { rows } = await house.owner.query("select person_id from business.cases");
    expect(rows).toEqual([{ person_id: null }]);
  });
});
