// Transferring by its public door: two unions of two counties, one number, history on both sides.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import {
  advice,
  changes,
  counted,
  decide,
  file,
  lapse,
  memberAt,
  memberships,
  openHouse,
  titlesOf,
  told,
  transferForm,
} from "./testing.ts";

async function openScene(state: "active" | "kept" = "active") {
  const house = await openHouse();
  const member = await memberAt(house, tree.firm, { state, employer: "湘岚机械有限公司" });
  const letting = await house.signIn("officer", tree.firm);
  const accepting = await house.signIn("officer", tree.furongFirm);
  return { house, member, letting, accepting };
}

describe("membership.transfer", () => {
  it("moves a membership to a union of another county under its number, counted and told on both sides", async () => {
    const { house, member, letting, accepting } = await openScene();
    const filed = await file(member, "transfer", await transferForm(house));
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const { id: caseId } = filed.body;
    expect((await decide(letting, caseId)).body.status).toBe("running");
    expect(await counted(house, tree.firm)).toMatchObject({ members: 1 });
    expect((await decide(accepting, caseId)).body.status).toBe("approved");

    const [old, now] = await memberships(house);
    expect(old).toMatchObject({ org_path: tree.firm, state: "ended", ended_day: "2026-11-21" });
    expect(now).toEqual({
      ...{ org_path: tree.furongFirm, number: old.number, state: "active" },
      ...{ joined_day: "2026-11-21", ended_day: null },
    });
    expect(await changes(house)).toMatchObject([
      { kind: "1", org_path: tree.firm, source: "demo" },
      { kind: "4", reason: "1", org_path: tree.firm, source: "case", who: "林*满", note: null },
      { kind: "2", reason: "1", org_path: tree.furongFirm, source: "case", who: null },
    ]);
    expect(await counted(house, tree.changshaCounty)).toMatchObject({ members: 0 });
    expect(await counted(house, tree.furong)).toMatchObject({ members: 1 });
    expect(await counted(house, tree.changsha)).toMatchObject({ members: 1 });
    const { rows: persons } = await house.owner.query(
      "select org_path, employer from member.persons",
    );
    expect(persons).toEqual([{ org_path: tree.furongFirm, employer: "蓉川物业有限公司" }]);

    const { personId } = member;
    const unions = {
      fromUnionId: await house.unionId(tree.firm),
      toUnionId: await house.unionId(tree.furongFirm),
    };
    expect(await told(house, "membership.transferred")).toEqual([
      { org_path: tree.furongFirm, body: { caseId, personId, ...unions } },
    ]);
    expect(await told(house, "members.ended")).toEqual([]);
    await house.settle();
    expect((await titlesOf(member))[0]).toBe("您的申请已办结");
    expect((await titlesOf(letting))[0]).toBe("会员已转出");
    expect((await titlesOf(accepting))[0]).toBe("会员已转入");
  });

  it("leaves its history to be seen by both unions, the record only by the new one", async () => {
    const { house, member, letting, accepting } = await openScene();
    const { body: filed } = await file(member, "transfer", await transferForm(house));
    await decide(letting, filed.id);
    await decide(accepting, filed.id);
    const record = `/api/members/${member.personId}`;
    expect((await letting.get(record)).status).toBe(404);
    const { body: page } = await accepting.get(record);
    expect(page.memberships.map(({ state }: { state: string }) => state)).toEqual([
      "active",
      "ended",
    ]);
    expect(page.changes.map(({ kind }: { kind: string }) => kind)).toEqual([
      "转入",
      "转出",
      "入会",
    ]);

    const gone = (await letting.get("/api/membership/changes")).body;
    expect(gone).toMatchObject({
      total: 2,
      rows: [
        {
          ...{ kindName: "转出", who: "林*满", number: page.number, personId: null },
          otherUnionName: "蓉川物业有限公司工会委员会",
        },
        { kindName: "入会", who: "林*满" },
      ],
    });
    const come = (await accepting.get("/api/membership/changes?kind=2&fromDay=2026-11-21")).body;
    expect(come).toMatchObject({ total: 1, rows: [{ who: "林*满", personId: member.personId }] });
    for (const officer of [letting, accepting]) {
      expect((await officer.get(`/api/cases/${filed.id}`)).body.status).toBe("approved");
    }
  });

  it("takes an old union that says nothing for three working days for agreed, with a note", async () => {
    const { house, member, accepting } = await openScene();
    const { body: filed } = await file(member, "transfer", await transferForm(house));
    house.clock.set("2026-11-25T23:00:00+08:00");
    expect(await lapse(house)).toEqual({ looked: 0 });
    house.clock.set("2026-11-26T09:00:00+08:00");
    expect(await lapse(house)).toEqual({ looked: 1, passed: 1 });
    await decide(accepting, filed.id);
    const note = "转出工会逾期未办理，视为同意转出";
    const moves = (await changes(house)).slice(1);
    expect(moves).toMatchObject([
      { kind: "4", note },
      { kind: "2", note },
    ]);
    const { body } = await member.get(`/api/cases/${filed.id}`);
    expect(body.outcome).toContain(note);
    expect(body.history.map(({ kind }: { kind: string }) => kind)).toEqual([
      "submit",
      "pass",
      "agree",
    ]);
  });

  it("stays where it is when the old union has a reason, and asks the union above when the new one is silent", async () => {
    const { house, member, letting } = await openScene();
    const above = await house.signIn("officer", tree.furong);
    const first = await file(member, "transfer", await transferForm(house));
    await decide(letting, first.body.id, "reject", { opinion: "劳动合同还没有解除。" });
    expect(await memberships(house)).toMatchObject([{ org_path: tree.firm, state: "active" }]);

    const second = await file(member, "transfer", await transferForm(house));
    await decide(letting, second.body.id);
    house.clock.set("2026-11-26T09:00:00+08:00");
    expect(await lapse(house)).toMatchObject({ raised: 1 });
    expect((await decide(above, second.body.id)).body.status).toBe("approved");
    expect((await memberships(house))[1]).toMatchObject({ org_path: tree.furongFirm });
  });

  it("keeps a kept membership kept, and says so before", async () => {
    const { house, member, letting, accepting } = await openScene("kept");
    const form = await transferForm(house);
    expect(await advice(member, "transfer", form)).toContain("转过去仍是保留会籍");
    const { body: filed } = await file(member, "transfer", form);
    await decide(letting, filed.id);
    await decide(accepting, filed.id);
    expect((await memberships(house))[1]).toMatchObject({ state: "kept" });
    expect((await changes(house)).map(({ kind }) => kind)).toEqual(["3", "4", "2", "3"]);
    expect(await counted(house, tree.changsha)).toEqual({ members: 0, "members.kept": 1 });
  });

  it("is refused to the same union, under another name, beside a leaving, and to who is no member", async () => {
    const { house, member } = await openScene();
    const here = await file(
      member,
      "transfer",
      await transferForm(house, { newUnion: await house.unionId(tree.firm) }),
    );
    expect(here.body.fields[0]).toMatchObject({ path: "facts.newUnion" });
    const misnamed = await file(member, "transfer", await transferForm(house, { name: "王大满" }));
    expect(misnamed.body.fields[0]).toMatchObject({ path: "facts.name" });
    const leaving = await file(member, "leave", {
      ...{ name: "林小满", wish: "leave", leavingReason: "5" },
    });
    expect(leaving.status, JSON.stringify(leaving.body)).toBe(200);
    const beside = await file(member, "transfer", await transferForm(house));
    expect(beside.body).toMatchObject({
      code: "cases.already-running",
      link: `/cases/${leaving.body.id}`,
    });
    const stranger = await house.signIn("member");
    const none = await file(stranger, "transfer", await transferForm(house));
    expect(none.body).toMatchObject({ status: 409, code: "membership.never-member" });
  });

  it("leaves a running case with the union where it was filed, which ends it though the person has gone", async () => {
    const { house, member, letting, accepting } = await openScene();
    const { body: running } = await file(member, "change", { name: "林小满", education: "21" });
    const form = await transferForm(house);
    expect(await advice(member, "transfer", form)).toContain("还有 1 件正在办理的事项");
    const { body: filed } = await file(member, "transfer", form);
    await decide(letting, filed.id);
    await decide(accepting, filed.id);

    const { body: shown } = await letting.get(`/api/cases/${running.id}`);
    expect(shown.union.id).toBe(await house.unionId(tree.firm));
    expect((await accepting.get(`/api/cases/${running.id}`)).status).toBe(404);
    expect((await decide(letting, running.id)).body.status).toBe("approved");
    const { rows } = await house.owner.query("select org_path, education from member.persons");
    expect(rows).toEqual([{ org_path: tree.furongFirm, education: "21" }]);
    expect((await member.get(`/api/cases/${running.id}`)).body.status).toBe("approved");
  });
});
