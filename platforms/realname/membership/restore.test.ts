// Restoring by its public door: the old number comes back, from wherever the membership ended or
// was kept.
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import {
  advice,
  changes,
  counted,
  decide,
  file,
  memberAt,
  memberships,
  openHouse,
  roleOf,
  titlesOf,
  told,
} from "./testing.ts";

const formAt = async (house: TestHouse, path: string, changed: object = {}) => ({
  ...{ name: "林小满", union: await house.unionId(path), employer: "湘岚机械有限公司" },
  ...changed,
});

async function leave(house: TestHouse, member: Client) {
  const officer = await house.signIn("officer", tree.firm);
  const chair = await house.signIn("chair", tree.firm);
  const wish = { name: "林小满", wish: "leave", leavingReason: "5" };
  const { body } = await file(member, "leave", wish);
  await decide(officer, body.id);
  await decide(chair, body.id);
}

async function openScene(path: string, state: "active" | "kept" = "active") {
  const house = await openHouse();
  const member = await memberAt(house, path, { state });
  const officer = await house.signIn("officer", tree.firm);
  const [{ number }] = await memberships(house);
  return { house, member, officer, number };
}

describe("membership.restore", () => {
  it("resumes a membership that ended under its old number, and the account acts as a member again", async () => {
    const { house, member, officer, number } = await openScene(tree.firm);
    await leave(house, member);
    await expect.poll(roleOf(member)).toBe("worker");
    const filed = await file(member, "restore", await formAt(house, tree.firm));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    expect((await decide(officer, filed.body.id)).body.status).toBe("approved");

    expect(await memberships(house)).toMatchObject([
      { number, state: "ended", ended_day: "2026-11-21" },
      { number, state: "active", joined_day: "2026-11-21", org_path: tree.firm },
    ]);
    expect(await changes(house)).toMatchObject([
      { kind: "1" },
      { kind: "6" },
      { kind: "1", note: "恢复会籍", source: "case" },
    ]);
    expect(await counted(house, tree.province)).toEqual({ members: 1, "members.kept": 0 });
    await expect.poll(roleOf(member)).toBe("member");
    const [event] = await told(house, "membership.restored");
    expect(event.body).toMatchObject({ personId: member.personId, was: "ended" });
    const { rows } = await house.owner.query("select employment, employer from member.persons");
    expect(rows).toEqual([{ employment: "1", employer: "湘岚机械有限公司" }]);
  });

  it("makes a kept membership active where it was kept", async () => {
    const { house, member, officer, number } = await openScene(tree.firm, "kept");
    const { body } = await file(member, "restore", await formAt(house, tree.firm));
    await decide(officer, body.id);
    expect((await memberships(house))[1]).toMatchObject({ number, state: "active" });
    expect((await changes(house)).map(({ kind }) => kind)).toEqual(["3", "2"]);
    expect(await counted(house, tree.firm)).toEqual({ members: 1, "members.kept": 0 });
  });

  it("makes a kept membership active at the union of the new work, and the old one hears of it", async () => {
    const { house, member, officer, number } = await openScene(tree.furongFirm, "kept");
    const old = await house.signIn("officer", tree.furongFirm);
    const form = await formAt(house, tree.firm);
    expect(await advice(member, "restore", form)).toContain("会籍保留在“蓉川物业");
    const { body } = await file(member, "restore", form);
    await decide(officer, body.id);
    expect((await memberships(house))[1]).toMatchObject({ number, org_path: tree.firm });
    expect((await changes(house)).slice(1)).toMatchObject([
      { kind: "4", org_path: tree.furongFirm, who: "林*满" },
      { kind: "2", org_path: tree.firm },
    ]);
    expect(await counted(house, tree.furong)).toEqual({ members: 0, "members.kept": 0 });
    await house.settle();
    expect(await titlesOf(old)).toContain("会员已转出");
  });

  it("sends an active member on to a transfer, and a stranger on to joining", async () => {
    const { house, member } = await openScene(tree.furongFirm);
    const form = await formAt(house, tree.firm);
    const active = await file(member, "restore", form);
    expect(active.body).toMatchObject({ status: 409, code: "membership.active-member" });
    expect(active.body.next).toContain("组织关系接转");
    const stranger = await file(await house.signIn("worker"), "restore", form);
    expect(stranger.body).toMatchObject({ status: 409, code: "membership.never-member" });
    expect(stranger.body.next).toContain("入会");
    const offered = await member.get("/api/cases/functions");
    const closed = offered.body.groups.flatMap(
      ({ functions }: { functions: { id: string; closed: object | null }[] }) =>
        functions.filter((fn) => fn.closed !== null),
    );
    expect(closed).toMatchObject([
      { id: "membership.restore", closed: { say: expect.stringContaining("不需要恢复") } },
    ]);
    const shown = await member.get("/api/cases/functions/membership.restore");
    expect(shown.body.closed).toEqual(closed[0].closed);
  });

  it("is refused at the approval when the person has joined elsewhere meanwhile", async () => {
    const { house, member, officer } = await openScene(tree.firm, "kept");
    const { body } = await file(member, "restore", await formAt(house, tree.firm));
    await house.owner.query("update member.memberships set state = 'active'");
    expect((await decide(officer, body.id)).body.code).toBe("members.active");
    expect((await member.get(`/api/cases/${body.id}`)).body.status).toBe("running");
  });
});
