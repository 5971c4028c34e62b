// A dispute is whose its case is: also when the applicant's record was merged into another, and when that is undone.
import { describe, expect, it } from "vitest";
import {
  enrolAsHouse,
  enrolAt,
  facts,
  joining,
  placeOf,
} from "../../../registers/members/testing.ts";
import { tree } from "../../../server/testing.ts";
import { agreed, openScene, rowsOf, type Scene } from "./testing.ts";

/** The applicant's own record, and an older one that is theirs too. */
async function twoRecords({ house, worker }: Scene): Promise<string> {
  const union = await placeOf(house, tree.firm);
  await enrolAsHouse(house, [joining(union, facts(1), { personId: worker.personId })]);
  const [older] = await enrolAt(house, tree.firm, [facts(2)]);
  return older!;
}

const copies = ["disputes", "agreements", "recoveries", "sessions"] as const;

async function ownersOf({ house }: Scene): Promise<Record<string, string[]>> {
  const owners = copies.map(async (table) => {
    const rows = await rowsOf(house, table);
    return [table, rows.map(({ person_id }) => person_id)] as const;
  });
  return Object.fromEntries(await Promise.all(owners));
}

const allOf = (personId: string) => Object.fromEntries(copies.map((table) => [table, [personId]]));

describe("a dispute of somebody who stands on file twice", () => {
  it("follows them to the record that stays, and back when it is undone", async () => {
    const scene = await openScene();
    const { house, worker, mediator, cadre } = scene;
    const older = await twoRecords(scene);
    const id = await agreed(scene, { paidFen: 500_000 });
    await house.owner.query(
      `insert into business.mediation_sessions
         (id, case_id, org_path, person_id, starts_at, place, called_at, called_by)
       values (gen_random_uuid(), $1, $2, $3, now(), '一楼', now(), $4)`,
      [id, tree.changshaCounty, worker.personId, mediator.accountId],
    );
    expect(await ownersOf(scene)).toEqual(allOf(worker.personId));

    const both = { survivorId: older, absorbedId: worker.personId };
    const merged = await cadre.post("/api/roster/merges", { ...both, note: "本人到场确认" });
    expect(merged.status, JSON.stringify(merged.body)).toBe(200);
    await house.settle();
    expect(await ownersOf(scene)).toEqual(allOf(older));

    const undo = `/api/roster/merges/${merged.body.id}/undo`;
    expect((await cadre.post(undo, { note: "是两个人" })).status).toBe(200);
    await house.settle();
    expect(await ownersOf(scene)).toEqual(allOf(worker.personId));
  });
});
