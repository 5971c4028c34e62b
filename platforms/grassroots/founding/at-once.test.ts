// Many at once on what founds a union: its notice ends once, and whoever comes later leaves nothing behind.
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../../server/testing.ts";
import { elected, file, openHouse, publishFacts, staffOf, sweep } from "./testing.ts";

const many = 8;

/** What the effect leaves in the store, counted. */
async function leftBehind({ owner }: TestHouse, union: string) {
  const { rows } = await owner.query(
    `select
       (select count(*)::int from member.memberships m join organisation.unions u on u.path = m.org_path
         where u.id = $1) as members,
       (select count(*)::int from access.posts where org_id = $1) as posts,
       (select count(*)::int from outbox.events
         where name = 'organisations.opened' and body ->> 'unionId' = $1::text) as opened,
       (select count(*)::int from organisation.facts
         where union_id = $1 and field = 'legalPerson') as "legalPersons"`,
    [union],
  );
  return rows[0];
}

const once = { members: 3, posts: 2, opened: 1, legalPersons: 1 };

describe("founding.publish, eight at once", () => {
  it("is looked at by one of eight, and founds the union once when eight clocks strike", async () => {
    const house = await openHouse();
    const staff = await staffOf(house);
    const union = await elected(house, staff);
    const chairs = [staff.chair];
    while (chairs.length < many) chairs.push(await house.signIn("chair", tree.xingsha));
    const { body } = await file(staff.officer, "publish", publishFacts(union));

    const [{ task }] = (await staff.chair.get(`/api/cases/${body.id}`)).body.tasks;
    const command = { kind: "agree", task };
    const looked = await Promise.all(
      chairs.map((chair) => chair.post(`/api/cases/${body.id}/commands`, { command })),
    );
    const codes = looked.flatMap(({ status, body: told }) => (status === 200 ? [] : [told.code]));
    expect(codes).toEqual(Array.from({ length: many - 1 }, () => "process.task-closed"));

    house.clock.set("2026-12-10T12:00:00+08:00");
    const runs = await Promise.all(Array.from({ length: many }, () => sweep(house, "cases.clock")));
    await house.settle();
    expect(runs.filter(({ elapsed }) => elapsed === 1)).toHaveLength(1);
    expect(await leftBehind(house, union)).toEqual(once);
    const shown = await staff.officer.get(`/api/cases/${body.id}`);
    expect(shown.body.status).toBe("approved");
  });
});
