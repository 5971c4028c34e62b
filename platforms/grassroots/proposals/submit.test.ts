// Making proposals by their public door: seconders, campaigns, who may, what is left in the store.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import {
  agree,
  file,
  memberAt,
  openScene,
  proposalFacts,
  propose,
  rowOf,
  secondAll,
  toldTo,
} from "./testing.ts";

describe("proposals.submit", () => {
  it("invites colleagues, and goes on to the officer once enough of them seconded it", async () => {
    const scene = await openScene();
    const { house, proposer, colleagues, officer } = scene;
    const id = await propose(scene);
    expect(await rowOf(house, id)).toMatchObject({ state: "seconding", number: null });
    const [first, second] = colleagues;
    const [told] = await toldTo(house, first!, "附议");
    expect(told).toMatchObject({ link: `/grassroots/proposals/${id}` });
    const early = await agree(scene, proposer, id);
    expect(early.body.code).toBe("proposals.too-few-seconders");

    await first!.post(`/api/proposals/proposals/${id}/second`, { seconds: true });
    await house.settle();
    expect((await rowOf(house, id)).state).toBe("seconding");
    await second!.post(`/api/proposals/proposals/${id}/second`, { seconds: true });
    await house.settle();
    expect((await rowOf(house, id)).state).toBe("filing");
    const { body } = await officer.get("/api/desk");
    expect(JSON.stringify(body)).toContain("夜班食堂增加热饭");
    const again = await first!.post(`/api/proposals/proposals/${id}/second`, { seconds: false });
    expect(again.body.code).toBe("proposals.already-said");
  });

  it("lets the proposer ask another when one declines, and nobody who was not asked", async () => {
    const scene = await openScene();
    const { house, proposer, colleagues } = scene;
    const id = await propose(scene);
    const [first, second, third] = colleagues;
    const at = `/api/proposals/proposals/${id}`;
    expect((await third!.get(at)).status).toBe(404);
    await first!.post(`${at}/second`, { seconds: false });
    await second!.post(`${at}/second`, { seconds: true });
    const stranger = { name: "无此人", phone: "13700009999" };
    const unknown = await proposer.post(`${at}/invite`, stranger);
    expect(unknown.body.code).toBe("proposals.colleague-unknown");
    const { name, phone } = third!;
    expect((await proposer.post(`${at}/invite`, { name, phone })).status).toBe(200);
    expect((await third!.post(`${at}/second`, { seconds: true })).body.state).toBe("seconded");
    await house.settle();
    expect((await rowOf(house, id)).state).toBe("filing");
    const { body } = await proposer.get(at);
    expect(body.seconders.map((one: { state: string }) => one.state)).toEqual(
      expect.arrayContaining(["declined", "seconded", "seconded"]),
    );
    expect(JSON.stringify(body)).not.toContain(phone);
  });

  it("asks the seconders again when the text was changed after it was given back", async () => {
    const scene = await openScene();
    const { house, proposer, colleagues, officer } = scene;
    const id = await propose(scene);
    await secondAll(scene, id);
    const { body: shown } = await officer.get(`/api/cases/${id}`);
    const { task } = shown.can.find((door: { command: string }) => door.command === "return");
    await officer.post(`/api/cases/${id}/commands`, {
      command: { kind: "return", task, opinion: "请写明涉及哪些班次" },
    });
    await house.settle();
    expect((await rowOf(house, id)).state).toBe("returned");
    const facts = await proposalFacts(scene, { wish: "夜班三个班次都供应热饭。" });
    await proposer.post(`/api/cases/${id}/commands`, { command: { kind: "resubmit" }, facts });
    await house.settle();
    expect((await rowOf(house, id)).state).toBe("seconding");
    expect(await toldTo(house, colleagues[0]!, "附议")).toHaveLength(2);
    await secondAll(scene, id);
    expect((await rowOf(house, id)).state).toBe("filing");
  });

  it("belongs to the campaign that was open, and to none at any other time", async () => {
    const scene = await openScene();
    const { house, proposer, officer } = scene;
    const before = await propose(scene, { title: "征集以前的" });
    const opened = await officer.post("/api/proposals/campaigns", {
      ...{ union: await house.unionId(tree.firm), title: "2027 年职代会提案征集" },
      ...{ words: "请围绕安全生产和生活后勤提提案。", fromDay: "2026-11-23", toDay: "2026-12-20" },
    });
    expect(opened.status).toBe(200);
    const own = await proposer.get("/api/proposals/own");
    expect(own.body.campaign).toMatchObject({ title: "2027 年职代会提案征集" });
    const within = await propose(scene, { title: "征集期间的" });
    expect((await rowOf(house, before)).campaign_id).toBeNull();
    expect((await rowOf(house, within)).campaign_id).toBe(opened.body.id);
    const { body } = await officer.get("/api/proposals/campaigns");
    expect(body.rows).toMatchObject([{ made: 1, filed: 0, stateName: "征集中" }]);
    await officer.post(`/api/proposals/campaigns/${opened.body.id}/close`);
    const twice = await officer.post(`/api/proposals/campaigns/${opened.body.id}/close`);
    expect(twice.body.code).toBe("proposals.campaign-over");
  });

  it("is refused to who is no member there, and names nobody who is not a colleague", async () => {
    const scene = await openScene();
    const { house, proposer } = scene;
    const elsewhere = await memberAt(house, tree.otherFirm, 4);
    const facts = await proposalFacts(scene);
    const other = await file(elsewhere, "proposals.submit", facts);
    expect(other.body.fields).toMatchObject([{ path: "facts.union" }]);
    const { name, phone } = elsewhere;
    const { name: ownName, phone: ownPhone } = proposer;
    const seconders = [
      { name, phone },
      { name: ownName, phone: ownPhone },
    ];
    const wrong = await file(proposer, "proposals.submit", { ...facts, seconders });
    expect(wrong.body.fields.map(({ path }: { path: string }) => path)).toEqual([
      "facts.seconders.0.phone",
      "facts.seconders.1.phone",
    ]);
    const nobody = await house.signIn("member");
    const closed = await file(nobody, "proposals.submit", facts);
    expect(closed.body.code).toBe("proposals.not-member");
  });
});
