// Helpers over HTTP: a mediator or a lawyer sees the cases they were asked to help with, and no other.
import { describe, expect, it } from "vitest";
import { type Client, tree } from "../../server/testing.ts";
import { agree, fileSample, give, idNumber, openSampleHouse, sampleFacts } from "./testing.ts";

describe.each(["mediator", "lawyer"] as const)("a %s", (role) => {
  it("works at the case they were given, and to them there is no other in their county", async () => {
    const house = await openSampleHouse();
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const helper: Client = await house.signIn(role, tree.changshaCounty);
    const ids: string[] = [];
    for (const nth of [1, 2]) {
      const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(nth) });
      ids.push((await fileSample(worker, "one", facts)).id);
    }
    const [asked, other] = ids as [string, string];
    const { rows } = (await officer.get(`/api/cases/${asked}/parties?task=1`)).body;
    const to = rows.at(-1).post;
    await give(officer, asked, { kind: "transfer", task: 1, to, opinion: "请调解" });
    expect((await helper.get("/api/desk")).body.rows).toMatchObject([{ id: asked, task: 2 }]);
    expect((await helper.get(`/api/cases/${asked}`)).status).toBe(200);
    expect((await helper.get(`/api/cases/${other}`)).body.code).toBe("cases.not-found");
    expect((await agree(helper, other)).body.code).toBe("cases.not-found");
    const unmask = { fields: ["phone"], purpose: "联系当事人" };
    expect((await helper.post(`/api/cases/${other}/unmask`, unmask)).status).toBe(404);
    expect((await helper.post(`/api/cases/${asked}/unmask`, unmask)).body.values.phone).toBe(
      "13800138000",
    );
    for (const url of ["/api/members", "/api/cases/search?q=疗养", "/api/cases"]) {
      expect((await helper.get(encodeURI(url))).status, url).toBe(403);
    }
    expect((await agree(helper, asked, 2)).body.status).toBe("approved");
    expect((await helper.get("/api/desk?list=done")).body.rows).toMatchObject([{ id: asked }]);
  });
});
