// Sittings by their public door: called, told to both sides, reminded, put on record.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { remindSweep } from "./sessions.ts";
import { accepted, filed, openScene, rowsOf, type Scene } from "./testing.ts";

const sitting = { startsAt: "2026-11-25T14:30:00+08:00", place: "长沙县总工会二楼调解室" };

const call = ({ mediator }: Scene, id: string, changes: object = {}) =>
  mediator.post(`/api/mediation/disputes/${id}/sessions`, { ...sitting, ...changes });

const minutes = {
  present: "林小满、周明远、调解员",
  words: "双方核对了工资条，单位承认拖欠三个月工资。",
  offers: [
    { side: "firm", amountFen: 1_000_000, words: "先付一万元" },
    { side: "worker", amountFen: 1_400_000, words: "工资全付，加班工资减半" },
  ],
};

describe("mediation.session", () => {
  it("calls both sides to a sitting and keeps its minutes and offers", async () => {
    const scene = await openScene();
    const { house, worker, mediator } = scene;
    const id = await accepted(scene);
    const { status, body } = await call(scene, id);
    expect(status, JSON.stringify(body)).toBe(200);
    await house.settle();
    expect(house.sent.find(({ to }) => to === "13700137000")?.text).toContain("14:30");
    const notices = (await worker.get("/api/notices")).body.rows;
    expect(notices[0]).toMatchObject({ title: "调解会议通知" });

    house.clock.set("2026-11-25T16:00:00+08:00");
    const kept = await mediator.post(`/api/mediation/sessions/${body.id}/minutes`, minutes);
    expect(kept.status, JSON.stringify(kept.body)).toBe(200);
    expect(await rowsOf(house, "minutes")).toMatchObject([{ session_id: body.id, ...minutes }]);
    const { body: shown } = await mediator.get(`/api/mediation/disputes/${id}`);
    expect(shown.sessions).toMatchObject([
      { place: sitting.place, minutes: [{ offers: [{ sideName: "用人单位" }, {}] }] },
    ]);
  });

  it("reminds both sides once, within the day before", async () => {
    const scene = await openScene();
    const { house } = scene;
    const { body } = await call(scene, await accepted(scene));
    const reminded = async () => {
      await house.worker.sweep(remindSweep);
      await house.settle();
      return house.sent.filter(({ text }) => text.includes("提醒")).length;
    };
    expect(await reminded()).toBe(0);
    house.clock.set("2026-11-24T15:00:00+08:00");
    const once = await reminded();
    expect(once).toBeGreaterThan(0);
    expect(await reminded()).toBe(once);
    expect(await rowsOf(house, "sessions")).toMatchObject([
      { id: body.id, reminded_at: expect.any(Date) },
    ]);
  });

  it("calls a sitting off with the reason, and then takes no minutes of it", async () => {
    const scene = await openScene();
    const { house, mediator, worker } = scene;
    const { body } = await call(scene, await accepted(scene));
    const off = () =>
      mediator.post(`/api/mediation/sessions/${body.id}/call-off`, { why: "单位负责人出差" });
    expect((await off()).status).toBe(200);
    expect((await off()).body).toMatchObject({ code: "mediation.called-off" });
    expect((await worker.get("/api/notices")).body.rows[0]).toMatchObject({
      title: "调解会议取消",
    });
    house.clock.set("2026-11-25T16:00:00+08:00");
    const late = await mediator.post(`/api/mediation/sessions/${body.id}/minutes`, minutes);
    expect(late.body).toMatchObject({ code: "mediation.called-off" });
  });

  it("is refused before acceptance, for a time that is past, and before it is held", async () => {
    const scene = await openScene();
    const id = await filed(scene);
    const early = await scene.cadre.post(`/api/mediation/disputes/${id}/sessions`, sitting);
    expect(early.body).toMatchObject({ code: "mediation.not-open" });
    const other = await accepted(scene, { respondent: "星禾食品有限公司" });
    const past = await call(scene, other, { startsAt: "2026-11-20T09:00:00+08:00" });
    expect(past.body).toMatchObject({ code: "mediation.starts-past" });
    const { body } = await call(scene, other);
    const soon = await scene.mediator.post(`/api/mediation/sessions/${body.id}/minutes`, minutes);
    expect(soon.body).toMatchObject({ code: "mediation.not-yet-held" });
  });

  it("is closed to mediators of other disputes and to other counties", async () => {
    const scene = await openScene();
    const id = await accepted(scene);
    const other = await scene.house.signIn("mediator", tree.changshaCounty);
    const far = await scene.house.signIn("cadre", tree.furong);
    for (const stranger of [other, far]) {
      const { status } = await stranger.post(`/api/mediation/disputes/${id}/sessions`, sitting);
      expect(status).toBe(404);
    }
    expect(await rowsOf(scene.house, "sessions")).toEqual([]);
  });
});
