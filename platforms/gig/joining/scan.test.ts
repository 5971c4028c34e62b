// Joining by a scan, by its public door: an event under way, people who scan, an officer who admits them.
import { describe, expect, it } from "vitest";
import { tree } from "../../../server/testing.ts";
import { apply, identityNumber, makeEvent, openHouse, resolved, workerFacts } from "./testing.ts";

describe("joining.scan", () => {
  it("makes everyone who waits a member of the event's union at one stroke of its officer", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const event = await makeEvent(house, officer);
    const workers = [await house.signIn("worker"), await house.signIn("worker")];

    const seen = await house.anonymous.get(`/api/joining/codes/${event.code}`);
    expect(seen.body).toMatchObject({
      function: "joining.scan",
      state: "open",
      link: null,
      title: "星沙快递小哥集中入会",
      expiresAt: "2026-11-30T10:00:00.000Z",
      union: { id: await house.unionId(tree.firm) },
      preset: {
        ...{ invitation: event.code, union: await house.unionId(tree.firm), gigOccupation: "02" },
      },
    });
    const cases: string[] = [];
    for (const [nth, worker] of workers.entries()) {
      const { unionName: _shown, ...preset } = seen.body.preset;
      const filed = await apply(worker, workerFacts(event.code, nth + 1, preset));
      expect(filed.status, JSON.stringify(filed.body)).toBe(200);
      cases.push(filed.body.id);
    }
    await house.settle();

    const at = `/api/joining/invitations/${event.id}`;
    const waiting = await officer.get(`${at}/arrivals`);
    expect(waiting.body).toMatchObject({ changed: true, counts: { running: 2 }, total: 2 });
    expect(waiting.body.rows[0]).toMatchObject({ name: "林*满", statusName: "等待审核" });
    const again = await officer.get(`${at}/arrivals?since=${waiting.body.version}`);
    expect(again.body).toMatchObject({ changed: false, rows: [], counts: { running: 2 } });

    const admitted = await officer.post(`${at}/admit`, { opinion: "材料齐全，同意。" });
    expect(admitted.body).toEqual({ admitted: 2, refused: [], waiting: 0 });

    const { rows } = await house.owner.query(
      `select p.id, p.occupation, p.gig_occupation, p.id_mask, m.org_path, m.state, m.gig,
         c.source, c.source_id, c.by_account, i.kind as invited_by, i.id as invitation
       from member.persons p join member.memberships m on m.person_id = p.id
         join member.changes c on c.membership_id = m.id
         join business.joining_arrivals a on a.case_id = c.source_id
         join business.joining_invitations i on i.id = a.invitation_id
       order by a.filed_at, a.case_id`,
    );
    expect(rows).toEqual(
      workers.map((worker, nth) => ({
        id: worker.personId,
        occupation: "快递员",
        gig_occupation: "02",
        id_mask: expect.stringContaining(identityNumber(nth + 1).slice(-4)),
        org_path: tree.firm,
        state: "active",
        gig: true,
        source: "case",
        source_id: cases[nth],
        by_account: officer.accountId,
        invited_by: "event",
        invitation: event.id,
      })),
    );
    const moved = await officer.get(`${at}/arrivals?since=${waiting.body.version}`);
    expect(moved.body).toMatchObject({ changed: true, counts: { running: 0, approved: 2 } });
    // Sessions hear of it by a message of the database, which may come a moment later.
    await expect.poll(async () => (await workers[0]?.get("/api/me"))?.body.role).toBe("member");
  });

  it("admits whoever comes to an event the committee approved, and the history names its resolution", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const event = await makeEvent(house, officer, resolved);
    const worker = await house.signIn("worker");
    const filed = await apply(worker, workerFacts(event.code, 1));
    await house.settle();

    const shown = await worker.get(`/api/cases/${filed.body.id}`);
    expect(shown.body).toMatchObject({ status: "approved" });
    expect(JSON.stringify(shown.body.history)).toContain(resolved.resolution);
    const { rows } = await house.owner.query(
      `select m.org_path, c.by_account from member.memberships m
        join member.changes c on c.membership_id = m.id`,
    );
    expect(rows).toEqual([{ org_path: tree.firm, by_account: officer.accountId }]);
    const list = await officer.get("/api/joining/invitations");
    expect(list.body.rows).toMatchObject([{ id: event.id, counts: { approved: 1, running: 0 } }]);
    expect((await officer.get("/api/desk")).body.total).toBe(0);
  });

  it("leaves to the officer whom an approved event cannot admit any more", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const event = await makeEvent(house, officer, resolved);
    const filed = await apply(await house.signIn("worker"), workerFacts(event.code, 1));
    const other = await makeEvent(house, await house.signIn("officer", tree.otherFirm), {
      ...{ union: await house.unionId(tree.otherFirm), ...resolved },
    });
    await house.owner.query("update business.cases_running set function = 'membership.elsewhere'");
    const second = await apply(await house.signIn("worker"), workerFacts(other.code, 1));
    expect(second.status, JSON.stringify(second.body)).toBe(200);
    await house.settle();
    const { rows } = await house.owner.query("select status from business.cases order by id");
    expect(rows).toEqual([{ status: "approved" }, { status: "running" }]);
    const { rowCount } = await house.owner.query("select from member.memberships");
    expect(rowCount).toBe(1);
    expect(filed.status).toBe(200);
  });

  it("tells early, over, expired and stopped apart, each with a way on", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const event = await makeEvent(house, officer);
    const worker = await house.signIn("worker");
    const seen = async () => (await worker.get(`/api/joining/codes/${event.code}`)).body;
    const link = `/functions/membership.join?union=${await house.unionId(tree.firm)}`;

    house.clock.set("2026-11-21T07:59:00+08:00");
    expect(await seen()).toMatchObject({
      state: "early",
      link,
      say: expect.stringContaining("08:00"),
    });
    house.clock.set("2026-11-21T18:00:00+08:00");
    expect(await seen()).toMatchObject({
      state: "over",
      link,
      say: expect.stringContaining("18:00"),
    });
    const refused = await apply(worker, workerFacts(event.code, 1));
    expect(refused.body).toMatchObject({ status: 409, code: "joining.not-open", link });
    expect(refused.body.title).toContain("结束");
    house.clock.set("2026-11-30T18:00:00+08:00");
    expect(await seen()).toMatchObject({ state: "expired", link });
    await officer.post(`/api/joining/invitations/${event.id}/stop`);
    expect(await seen()).toMatchObject({ state: "stopped", link });
    const unknown = await worker.get("/api/joining/codes/0000-0000-0000-0000");
    expect(unknown.body).toMatchObject({ status: 404, code: "joining.code-unknown" });
  });

  it("lets who was asked to mend an application hand it in again after the event", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const event = await makeEvent(house, officer);
    const worker = await house.signIn("worker");
    const facts = workerFacts(event.code, 1);
    const { body: filed } = await apply(worker, facts);
    const back = { command: { kind: "return", task: 1, opinion: "请填写接单平台" } };
    const returned = await officer.post(`/api/cases/${filed.id}/commands`, back);
    expect(returned.status, JSON.stringify(returned.body)).toBe(200);
    await house.settle();
    house.clock.set("2026-11-21T20:00:00+08:00");
    const command = { kind: "resubmit" };
    const again = { command, facts: { ...facts, employer: "顺丰" } };
    const handed = await worker.post(`/api/cases/${filed.id}/commands`, again);
    expect(handed.status, JSON.stringify(handed.body)).toBe(200);
  });

  it("takes one person's two ways of joining as one, and a doubled tap as one", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const event = await makeEvent(house, officer);
    const worker = await house.signIn("worker");
    const facts = workerFacts(event.code, 1);
    const replies = await Promise.all([
      ...["same-key-1", "same-key-1"].map((key) => apply(worker, facts, key)),
      apply(worker, facts, "another-key"),
    ]);
    const codes = replies.map(({ status, body }) => (status === 200 ? "filed" : body.code));
    expect(codes.sort()).toEqual(expect.arrayContaining(["filed"]));
    expect(codes.every((code) => ["filed", "cases.already-running"].includes(code))).toBe(true);
    const { rowCount } = await house.owner.query("select from business.cases");
    expect(rowCount).toBe(1);
    const { rows } = await house.owner.query("select function from business.cases_running");
    expect(rows).toEqual([{ function: "membership.join" }]);
  });

  it.each([
    ["is under sixteen", { idNumber: identityNumber(1, "20101122") }, "joining.too-young"],
    ["does not want to", { voluntary: false }, "joining.not-voluntary"],
    ["chooses another union than the code's", { union: "other" }, "cases.faulty"],
    ["types another code", { invitation: "0000-0000-0000-0012" }, "joining.code-unknown"],
  ])("refuses who %s", async (_who, changes, code) => {
    const house = await openHouse();
    const event = await makeEvent(house, await house.signIn("officer", tree.firm));
    const other = "union" in changes ? { union: await house.unionId(tree.otherFirm) } : {};
    const facts = workerFacts(event.code, 1, { ...changes, ...other });
    const refused = await apply(await house.signIn("worker"), facts);
    expect(refused.body.code).toBe(code);
  });

  it("tells who is a member already what to do instead, and nothing to who misnames them", async () => {
    const house = await openHouse();
    const event = await makeEvent(house, await house.signIn("officer", tree.firm), resolved);
    await apply(await house.signIn("worker"), workerFacts(event.code, 1));
    await house.settle();
    const stranger = await house.signIn("worker");
    const code = async (changes: object) =>
      (await apply(stranger, workerFacts(event.code, 1, changes))).body.code;
    expect(await code({})).toBe("joining.already-member");
    expect(await code({ name: "林大满" })).toBe("joining.name-differs");
  });
});

describe("an invitation", () => {
  it("is made for a union in reach, with times that fit and a resolution of the past", async () => {
    const house = await openHouse();
    const officer = await house.signIn("officer", tree.firm);
    const made = async (changes: object) => {
      const refused = await makeEvent(house, officer, changes).catch((error) => error.message);
      return refused;
    };
    expect(await made({ union: await house.unionId(tree.furongFirm) })).toContain(
      "union-not-found",
    );
    expect(await made({ closesAt: undefined })).toContain("请填写活动结束时间");
    expect(await made({ expiresAt: "2026-11-21T17:00:00+08:00" })).toContain("失效时间");
    expect(await made({ ...resolved, resolutionDay: "2026-11-22" })).toContain("resolution-ahead");
    expect(await made({ resolution: resolved.resolution })).toContain("决议和日期要一起填");
    const { rowCount } = await house.owner.query("select from business.joining_invitations");
    expect(rowCount).toBe(0);
  });
});
