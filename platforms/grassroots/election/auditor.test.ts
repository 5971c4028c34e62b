// Who leads a union and who looks after its money by the public door of a change in office: one person only with a reason.
import { describe, expect, it } from "vitest";
import type { Client } from "../../../server/testing.ts";
import { agree, file, firstCommittee, openHouse, paper } from "./testing.ts";

const openAudited = () =>
  openHouse({
    seats: [...firstCommittee, { body: "audit", office: "chair", name: "孙敏", votes: 66 }],
  });

const elected = {
  ...{ fromDay: "2026-11-11", due: 7, present: 6, votes: 6, chairIsHead: false, relatives: false },
};

/** The auditor becomes the chair. */
const chairFacts = async (union: string, client: Client) => ({
  ...{ union, kind: "replace", body: "committee", office: "chair", leaver: "周正" },
  ...{ reason: "retire", lastDay: "2026-11-10", successor: "孙敏", successorPhone: "13800000009" },
  ...{ ...elected, papers: [await paper(client)] },
});

/** Somebody becomes an auditor. */
const auditFacts = async (union: string, client: Client, successor: string) => ({
  ...{ union, kind: "fill", body: "audit", office: "member", successor },
  ...{ ...elected, papers: [await paper(client)] },
});

describe("a chair who audits", () => {
  it.each([
    ["the auditor becomes the chair", chairFacts],
    [
      "the chair becomes an auditor",
      (union: string, client: Client) => auditFacts(union, client, "周正"),
    ],
  ])("is asked about when %s, and stands with a reason", async (_what, factsOf) => {
    const { house, staff, union } = await openAudited();
    const facts = await factsOf(union, staff.officer);
    const asked = await file(staff.officer, "adjust", facts);
    expect(asked.body.code, JSON.stringify(asked.body)).toBe("cases.faulty");
    expect(asked.body.fields).toEqual([
      { path: "facts.successor", say: expect.stringMatching(/主席兼任.*情况说明/) },
    ]);
    const explained = { ...facts, explanation: "单位只有九人，别无人选。" };
    const filed = await file(staff.officer, "adjust", explained);
    expect((await agree(staff.above, filed.body.id)).body).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query("select decision from business.election_changes");
    expect(rows[0].decision).toMatchObject({
      ...{ verdict: "explain", facts: { chairAudits: true } },
    });
  });

  it("is nobody who looks after the money beside another chair", async () => {
    const { staff, union } = await openAudited();
    const filed = await file(
      staff.officer,
      "adjust",
      await auditFacts(union, staff.officer, "王丽"),
    );
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
  });

  it("does not come about by two changes asked for at once", async () => {
    const { house, staff, union } = await openHouse();
    const chair = await file(staff.officer, "adjust", await chairFacts(union, staff.officer));
    const audit = await file(
      staff.officer,
      "adjust",
      await auditFacts(union, staff.officer, "孙敏"),
    );
    expect((await agree(staff.above, chair.body.id)).body).toMatchObject({ status: "approved" });
    expect((await agree(staff.above, audit.body.id)).body).toMatchObject({
      code: "election.committee-changed",
    });
    const { rows } = await house.owner.query(
      "select body from organisation.committee_seats where union_id = $1 and name = '孙敏'",
      [union],
    );
    expect(rows).toEqual([{ body: "committee" }]);
  });
});
