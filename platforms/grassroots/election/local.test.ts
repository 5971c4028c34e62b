// Local flows of elections (本地流程): a federation drops the review that is the house's own, adds one of its own, and a
// case runs so; what the law asks cannot be dropped.
import type { CaseRoom } from "@niangjia/registers/cases";
import { describe, expect, it } from "vitest";
import { rooms } from "../../../server/rooms.ts";
import { type Client, tree } from "../../../server/testing.ts";
import { agree, file, openHouse, paper } from "./testing.ts";

const flow = "/api/cases/flows/election.merge";
const changes = {
  drops: ["take"],
  adds: [{ after: "leave", role: "officer", at: "union.federation", within: 2 }],
};

const mergeFacts = async (client: Client, union: string, successor: string) => ({
  ...{ union, way: "merge", successor, reason: "两家企业合并", papers: [await paper(client)] },
});

async function changed() {
  const scene = await openHouse();
  const { house, staff } = scene;
  const chair = await house.signIn("chair", tree.changshaCounty);
  const proposed = await staff.cadre.post(`${flow}/variants`, { changes, fromDay: "2026-11-21" });
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(200);
  const decision = `/api/cases/flows/variants/${proposed.body.number}/decision`;
  expect((await chair.post(decision, { agree: true })).body.state).toBe("agreed");
  return scene;
}

/** Every function of a grassroots room that has cases. */
const functions = rooms.flatMap((room) =>
  room.platform === "grassroots" ? ((room as CaseRoom).cases ?? []).map(({ id }) => id) : [],
);

interface Step {
  readonly id: string;
  readonly drop: boolean;
  readonly addAfter: readonly { readonly id: string }[];
}

describe("the flows of grassroots rooms", () => {
  it("leave federations a choice in every function, and whatever they may choose can run", async () => {
    const { staff } = await openHouse();
    const { rows } = (await staff.cadre.get("/api/cases/flows")).body;
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(functions));
    const may: string[] = [];
    for (const id of functions) {
      const { steps } = (await staff.cadre.get(`/api/cases/flows/${id}`)).body;
      const open = (steps as Step[]).filter(({ drop, addAfter }) => drop || addAfter.length > 0);
      expect(open.length, id).toBeGreaterThan(0);
      const adds = open.flatMap(({ id: after, addAfter: [first] }) =>
        first ? [{ after, role: first.id, at: "union.federation", within: 2 }] : [],
      );
      const drops = open.filter(({ drop }) => drop).map((step) => step.id);
      may.push(...drops.map((step) => `${id} ${step}`));
      const preview = `/api/cases/flows/${id}/preview`;
      for (const choice of [{ adds }, { drops }]) {
        const { body } = await staff.cadre.post(preview, { changes: choice });
        expect([id, body.faults]).toEqual([id, []]);
      }
    }
    // What no law asks for: all else stays.
    expect(may.toSorted()).toEqual([
      "election.merge take",
      "founding.publish review",
      "proposals.submit approve",
      "proposals.submit approve-again",
    ]);
  });
});

describe("a county's own flow of a merger", () => {
  it("asks whom it added and not whom it dropped, and the union is merged at the end", async () => {
    const { house, staff, union } = await changed();
    const county = await house.signIn("officer", tree.changshaCounty);
    await house.signIn("chair", tree.furong);
    const successor = await house.unionId(tree.furongFirm);
    const facts = await mergeFacts(staff.officer, union, successor);
    const filed = await file(staff.officer, "merge", facts);
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const { id } = filed.body;
    expect((await agree(staff.above, id)).body).toMatchObject({ status: "running" });
    const agreed = await agree(county, id);
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query(
      `select u.state, (select array_agg(distinct node order by node) from business.tasks
         where case_id = $2) as nodes from organisation.unions u where u.id = $1`,
      [union, id],
    );
    expect(rows).toEqual([{ state: "closed", nodes: ["leave", "leave.local"] }]);
  });

  it("cannot be without the leave that the law asks for", async () => {
    const { staff } = await openHouse();
    const { body } = await staff.cadre.post(`${flow}/preview`, { changes: { drops: ["leave"] } });
    expect(body.faults).toEqual([expect.stringContaining("不能省去")]);
  });
});
