// Many at once on the last approval of a renewal: one gives it, and one new committee takes office.
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../../server/testing.ts";
import { agree, file, openHouse, renewFacts, resultFacts } from "./testing.ts";

const many = 8;

async function leftBehind({ owner }: TestHouse, union: string) {
  const { rows } = await owner.query(
    `select
       (select count(*)::int from organisation.terms where union_id = $1 and ended_day is null) as running,
       (select count(*)::int from organisation.terms where union_id = $1) as terms,
       (select count(*)::int from organisation.committee_seats
         where union_id = $1 and to_day is null) as seats,
       (select count(*)::int from business.election_results where union_id = $1) as results,
       (select count(*)::int from access.posts where org_id = $1 and role = 'chair') as chairs`,
    [union],
  );
  return rows[0];
}

describe("election.renew, eight at once", () => {
  it("is approved by one of eight, and one committee takes office", async () => {
    const { house, staff, union } = await openHouse();
    const filed = await file(staff.officer, "renew", await renewFacts(union, staff.officer));
    await agree(staff.above, filed.body.id);
    house.clock.set("2026-12-07T09:00:00+08:00");
    await agree(staff.officer, filed.body.id, await resultFacts(staff.officer));
    const chairs = [staff.above];
    while (chairs.length < many) chairs.push(await house.signIn("chair", tree.xingsha));
    const shown = await staff.above.get(`/api/cases/${filed.body.id}`);
    const [{ task }] = shown.body.tasks;

    const replies = await Promise.all(
      chairs.map((chair) =>
        chair.post(`/api/cases/${filed.body.id}/commands`, { command: { kind: "agree", task } }),
      ),
    );
    await house.settle();
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const codes = replies.flatMap(({ status, body }) => (status === 200 ? [] : [body.code]));
    expect(codes).toEqual(Array.from({ length: many - 1 }, () => "process.task-closed"));
    expect(await leftBehind(house, union)).toEqual({
      ...{ running: 1, terms: 2, seats: 9, results: 1, chairs: 1 },
    });
  });
});
