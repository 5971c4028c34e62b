// Lawyers of federations above (上级派律师), by the public door: where the county's own may not take it, theirs do.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import {
  aidForm,
  assigningOf,
  decide,
  file,
  type Lawyer,
  lawyerAt,
  matterRow,
  openHouse,
} from "./testing.ts";

/** Aid that was granted in a county with one lawyer, below a city with one. */
async function openScene() {
  const house = await openHouse();
  const cadre = await house.signIn("cadre", tree.changshaCounty);
  const city = await house.signIn("cadre", tree.changsha);
  const own = await lawyerAt(house, cadre, { name: "甲" });
  const above = await lawyerAt(house, city, { path: tree.changsha, name: "乙" });
  const { body } = await file(await house.signIn("worker"), "apply", await aidForm(house));
  await decide(cadre, body.id);
  const matter: string = body.id;
  return { house, cadre, own, above, matter, assigning: await assigningOf(house, matter) };
}

const choices = async (cadre: Client, assigning: string): Promise<{ id: string }[]> => {
  const query = `field=lawyer&case=${assigning}`;
  return (await cadre.get(`/api/cases/functions/legal-aid.assign/posts?${query}`)).body.rows;
};

const takeOn = async (house: TestHouse, lawyer: Lawyer, matter: string) => {
  const taken = await decide(lawyer.client, await assigningOf(house, matter));
  expect(taken.body.status, JSON.stringify(taken.body)).toBe("approved");
  expect(await matterRow(house, matter)).toMatchObject({
    ...{ state: "assigned", lawyer_post: lawyer.post },
  });
};

describe("legal-aid.assign, where the county's own lawyers may not take it", () => {
  it("gives it to the city's lawyer when the county's only one has a conflict", async () => {
    const { house, cadre, own, above, matter, assigning } = await openScene();
    const interest = { kind: "adviser", name: "长沙县蓝天建筑有限公司" };
    await own.client.post(`/api/legal-aid/lawyers/${own.post}/interests`, interest);
    const own1 = await decide(cadre, assigning, "agree", { facts: { lawyer: own.post } });
    expect(own1.body.code).toBe("legal-aid.conflict");
    const { body } = await cadre.get(`/api/legal-aid/matters/${matter}/candidates`);
    expect(body.rows).toMatchObject([
      { name: "乙", barred: false },
      { name: "甲", barred: true },
    ]);
    expect(body.rows[0].words).toContain("上级总工会的律师");
    expect(await choices(cadre, assigning)).toMatchObject([
      { id: own.post },
      { id: above.post, words: expect.stringContaining("长沙市总工会") },
    ]);
    const chosen = await decide(cadre, assigning, "agree", { facts: { lawyer: above.post } });
    expect(chosen.status, JSON.stringify(chosen.body)).toBe(200);
    await takeOn(house, above, matter);
    const written = await above.client.post(`/api/legal-aid/matters/${matter}/entries`, {
      ...{ day: "2026-11-21", kind: "meeting", words: "和林小满见了面。" },
    });
    expect(written.status, JSON.stringify(written.body)).toBe(200);
  });

  it("gives it to the city's lawyer when the county's only one no longer takes aid on", async () => {
    const { house, cadre, own, above, matter, assigning } = await openScene();
    const facts = { firm: "湖南某律师事务所", practiceNumber: "14301201810888888" };
    const changed = { ...facts, specialities: ["pay"], active: false };
    expect((await cadre.put(`/api/legal-aid/lawyers/${own.post}`, changed)).status).toBe(200);
    await decide(cadre, assigning, "agree", { facts: { lawyer: above.post } });
    await takeOn(house, above, matter);
  });

  it("recommends only the county's own while one of them may take it", async () => {
    const { cadre, matter } = await openScene();
    const { body } = await cadre.get(`/api/legal-aid/matters/${matter}/candidates`);
    expect(body.rows.map(({ name }: { name: string }) => name)).toEqual(["甲"]);
  });

  it("takes nobody of a federation beside the county's line", async () => {
    const { house, cadre, assigning } = await openScene();
    const furong = await house.signIn("cadre", tree.furong);
    const beside = await lawyerAt(house, furong, { path: tree.furong, name: "丙" });
    const refused = await decide(cadre, assigning, "agree", { facts: { lawyer: beside.post } });
    expect(refused.body.fields).toMatchObject([{ path: "facts.lawyer" }]);
    expect(JSON.stringify(await choices(cadre, assigning))).not.toContain(beside.post);
  });

  it("ends the first assigning by itself once a change of lawyer has brought one", async () => {
    const { house, cadre, above, matter, assigning } = await openScene();
    const { number } = await matterRow(house, matter);
    const union = await house.unionId(tree.changshaCounty);
    const facts = { union, reason: "change", aid: number, why: "县里的律师都有冲突" };
    const second = await house.signIn("cadre", tree.changshaCounty);
    const { body: filed } = await file(cadre, "assign", facts);
    const chosen = await decide(second, filed.id, "agree", { facts: { lawyer: above.post } });
    expect(chosen.status, JSON.stringify(chosen.body)).toBe(200);
    expect((await decide(above.client, filed.id)).body.status).toBe("approved");
    await house.settle();
    const { rows } = await house.owner.query("select status from business.cases where id = $1", [
      assigning,
    ]);
    expect(rows).toEqual([{ status: "withdrawn" }]);
    expect(await matterRow(house, matter)).toMatchObject({ state: "assigned", lawyer: "乙" });
  });
});
