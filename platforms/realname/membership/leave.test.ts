// Leaving and keeping by their public door: what is told before, who decides, what is left in the
// store.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
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
  told,
} from "./testing.ts";

const toLeave = { name: "林小满", wish: "leave", leavingReason: "5" };
const toKeep = { name: "林小满", wish: "keep", keepingReason: "retired" };

async function openScene(state: "active" | "kept" = "active") {
  const house = await openHouse();
  const member = await memberAt(house, tree.firm, { state });
  const officer = await house.signIn("officer", tree.firm);
  const chair = await house.signIn("chair", tree.firm);
  const gone = async (facts: object) => {
    const { status, body } = await file(member, "leave", facts);
    if (status !== 200) throw new Error(JSON.stringify(body));
    await decide(officer, body.id, "agree", { opinion: "已与本人谈话，本人坚持。" });
    return decide(chair, body.id);
  };
  return { house, member, officer, chair, gone };
}

describe("membership.leave", () => {
  it("ends a membership after a talk and the committee's decision, with a reason and an event for what depends on it", async () => {
    const { house, member, officer, chair } = await openScene();
    const { body: filed } = await file(member, "leave", toLeave);
    await decide(officer, filed.id);
    expect(await memberships(house)).toMatchObject([{ state: "active" }]);
    expect((await decide(chair, filed.id)).body.status).toBe("approved");

    const [ended] = await memberships(house);
    expect(ended).toMatchObject({ state: "ended", ended_day: "2026-11-21" });
    expect((await changes(house))[1]).toMatchObject({ kind: "6", reason: "5", source: "case" });
    expect(await counted(house, tree.province)).toEqual({ members: 0, "members.kept": 0 });
    const { personId } = member;
    const unionId = await house.unionId(tree.firm);
    expect(await told(house, "membership.ended")).toEqual([
      { org_path: tree.firm, body: { caseId: filed.id, personId, unionId, reason: "5" } },
    ]);
    await expect.poll(roleOf(member)).toBe("worker");
    const { body: shown } = await member.get(`/api/cases/${filed.id}`);
    expect(shown.outcome).toContain(`沿用会员号 ${ended.number}`);
  });

  it("tells what ends and why before it is filed, and what would do instead", async () => {
    const { house, member } = await openScene();
    const [{ number }] = await memberships(house);
    const leaving = await advice(member, "leave", toLeave);
    expect(leaving).toContain("会员卡同时作废");
    expect(leaving).toContain("因为它们以会籍为条件");
    expect(leaving).toContain("保留会籍");
    expect(leaving).toContain(number);
    const keeping = await advice(member, "leave", toKeep);
    expect(keeping).toContain("会员卡照常使用");
    expect(keeping).toContain("没有选举权、被选举权和表决权");
  });

  it("keeps the membership of who retires: still theirs, counted apart, employment as it is now", async () => {
    const { house, member, gone } = await openScene();
    expect((await gone(toKeep)).body.status).toBe("approved");
    expect(await memberships(house)).toMatchObject([{ state: "kept", ended_day: null }]);
    expect((await changes(house))[1]).toMatchObject({ kind: "3", reason: "1", note: "退休" });
    expect(await counted(house, tree.province)).toEqual({ members: 0, "members.kept": 1 });
    const { rows } = await house.owner.query("select employment from member.persons");
    expect(rows).toEqual([{ employment: "4" }]);
    expect(await told(house, "membership.kept")).toHaveLength(1);
    expect(await told(house, "membership.ended")).toEqual([]);
    await expect.poll(roleOf(member)).toBe("member");
    const again = await file(member, "leave", toKeep);
    expect(again.body).toMatchObject({ code: "members.kept-already" });
  });

  it("ends a kept membership too", async () => {
    const { house, gone } = await openScene("kept");
    expect((await gone(toLeave)).body.status).toBe("approved");
    expect(await counted(house, tree.province)).toEqual({ members: 0, "members.kept": 0 });
  });

  it.each([
    ["without a reason", { leavingReason: undefined }, "facts.leavingReason"],
    [
      "with a reason of the other wish",
      { keepingReason: "retired", leavingReason: "" },
      "facts.leavingReason",
    ],
    ["under another name", { name: "王大满" }, "facts.name"],
  ])("is refused %s, beside the field", async (_what, changed, path) => {
    const { member } = await openScene();
    const refused = await file(member, "leave", { ...toLeave, ...changed });
    expect(refused.body).toMatchObject({ status: 422, code: "cases.faulty" });
    expect(refused.body.fields[0].path).toBe(path);
  });
});
