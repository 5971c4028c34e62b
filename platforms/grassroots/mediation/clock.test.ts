// The clock by its sweep and its page: warnings once each, closure by county with its sources.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { clockSweep } from "./clock.ts";
import { accepted, agree, agreed, filed, openScene, rowsOf, type Scene } from "./testing.ts";

const sweep = async ({ house }: Scene) => {
  await house.worker.sweep(clockSweep);
  await house.settle();
};

const titlesOf = async (client: Scene["cadre"]): Promise<string[]> =>
  (await client.get("/api/notices")).body.rows.map(({ title }: { title: string }) => title);

const count = (titles: string[], title: string) => titles.filter((one) => one === title).length;

describe("mediation.clock", () => {
  it("warns mediator and county in amber on the last days and in red after, each once", async () => {
    const scene = await openScene();
    const { house, mediator, cadre } = scene;
    const id = await accepted(scene);
    await sweep(scene);
    expect(await rowsOf(house, "warnings")).toEqual([]);
    house.clock.set("2026-11-27T08:00:00+08:00");
    await sweep(scene);
    await sweep(scene);
    house.clock.set("2026-12-01T08:00:00+08:00");
    await sweep(scene);
    await sweep(scene);
    expect(await rowsOf(house, "warnings")).toMatchObject([
      { case_id: id, colour: "amber", due_day: "2026-11-30", told: 2 },
      { case_id: id, colour: "red", due_day: "2026-11-30", told: 2 },
    ]);
    for (const warned of [mediator, cadre]) {
      const titles = await titlesOf(warned);
      expect(count(titles, "调解快到期了")).toBe(1);
      expect(count(titles, "调解已超期")).toBe(1);
    }
  });

  it("warns of nothing that is closed", async () => {
    const scene = await openScene();
    await agreed(scene);
    scene.house.clock.set("2026-12-02T08:00:00+08:00");
    await sweep(scene);
    expect(await rowsOf(scene.house, "warnings")).toEqual([]);
  });

  it("shows closure by county with both numbers and where they are from", async () => {
    const scene = await openScene();
    const { house, mediator, cadre } = scene;
    await agreed(scene);
    await accepted(scene, { respondent: "星禾食品有限公司" });
    const late = await accepted(scene, { respondent: "蓉川物业有限公司" });
    await filed(scene, { respondent: "远山运输有限公司" });
    house.clock.set("2026-12-02T09:00:00+08:00");
    await agree(mediator, late, { result: "failed", failure: "双方分歧太大" });
    await house.settle();
    const { status, body } = await cadre.get("/api/mediation/rate");
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.rows).toMatchObject([
      {
        ...{ filed: 4, accepted: 3, answered: 4, acceptedInTime: 3, agreed: 1 },
        ...{ due: 3, closedInTime: 1, rate: 1 / 3, late: 2, agreedFen: 1_400_000 },
      },
    ]);
    expect(body.source).toContain("按期办结率＝按期办结÷应当办结");
    expect(body.terms).toMatchObject([{ words: "1 个工作日" }, { words: "5 个工作日" }]);
    const sheet = await cadre.get("/api/mediation/rate-file");
    expect(sheet.headers["content-type"]).toContain("spreadsheet");
    const listed = await cadre.get("/api/mediation/disputes?late=true&sort=due");
    expect(listed.body.total).toBe(3);
  });

  it("counts for a county its own disputes only, and for the city all of them", async () => {
    const scene = await openScene();
    await filed(scene);
    const furong = await scene.house.signIn("cadre", tree.furong);
    const city = await scene.house.signIn("cadre", tree.changsha);
    expect((await furong.get("/api/mediation/rate")).body.whole.filed).toBe(0);
    expect((await city.get("/api/mediation/rate")).body.whole.filed).toBe(1);
    const under = await scene.house.unionId(tree.changshaCounty);
    expect((await furong.get(`/api/mediation/rate?under=${under}`)).status).toBe(404);
  });
});
