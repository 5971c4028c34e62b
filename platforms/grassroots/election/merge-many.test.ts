// A union with more below it than one page or one act holds, merged by the public door: every one of them goes along.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { childOf, orgPath } from "@niangjia/foundation/orgpath";
import { moveUnions, plantUnions } from "@niangjia/registers/organisations";
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../../server/testing.ts";
import { movedAtOnce } from "./merging.ts";
import { agree, enrolAt, file, openHouse, paper, sweep } from "./testing.ts";

const many = 1_200;

const branchAt = (nth: number) => childOf(orgPath(tree.firm), nth.toString(36).padStart(4, "0"));

const plantBranches = (house: TestHouse) =>
  house.act(system("test"), (act) =>
    plantUnions(
      act,
      Array.from({ length: many }, (_, nth) => ({
        path: branchAt(nth + 1),
        ...{ name: `第${nth + 1}分会`, kind: "1", level: "branch" as const },
        ...{ division: "430121", sinceDay: day("2024-01-01") },
      })),
      { kind: "demo", id: null },
    ),
  );

const pathOf = async ({ owner }: TestHouse, id: string): Promise<string> =>
  (await owner.query("select path from organisation.unions where id = $1", [id])).rows[0].path;

describe("election.merge with 1,200 unions below", () => {
  it("takes every one of them along in steps with its members, and closes the union after the last", async () => {
    const { house, staff, union } = await openHouse();
    const successor = await house.unionId(tree.otherFirm);
    await plantBranches(house);
    const [first, last] = [await house.unionId(branchAt(1)), await house.unionId(branchAt(many))];
    await enrolAt(house, branchAt(1), { from: 1, count: 2 });
    await enrolAt(house, branchAt(many), { from: 11, count: 3 });
    const before = await staff.cadre.get("/api/organisations/numbers");
    const filed = await file(staff.officer, "merge", {
      ...{ union, way: "merge", successor, due: 60, inFavour: 55, reason: "两家公司合并" },
      papers: [await paper(staff.officer)],
    });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const agreed = await agree(staff.above, filed.body.id);
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });
    const begun = await house.owner.query("select unions, done_day from business.election_mergers");
    expect(begun.rows).toEqual([{ unions: movedAtOnce, done_day: null }]);
    await house.settle();

    const { rows } = await house.owner.query(
      `select (select state from organisation.unions where id = $1) as state,
         (select count(*)::int from organisation.unions where parent_id = $1) as left,
         (select count(*)::int from organisation.unions where parent_id = $2
           and starts_with(path, $3)) as gone,
         (select count(*)::int from organisation.moves where new_parent_id = $2) as moves,
         (select unions from business.election_mergers) as counted`,
      [union, successor, tree.otherFirm],
    );
    expect(rows).toEqual([{ state: "closed", left: 0, gone: many, moves: many, counted: many }]);
    const members = await house.owner.query(
      `select org_path as path, count(*)::int as n from member.memberships where state = 'active'
       group by 1 order by 2`,
    );
    expect(members.rows).toEqual([
      { path: await pathOf(house, first), n: 2 },
      { path: await pathOf(house, last), n: 3 },
    ]);
    const after = await staff.cadre.get("/api/organisations/numbers");
    const { unions, members: inAll } = before.body.numbers;
    expect(after.body.numbers).toMatchObject({ unions: unions - 1, members: inAll });
    const there = await staff.cadre.get(`/api/organisations/numbers?under=${successor}`);
    expect(there.body.numbers.members).toBe(5);
  });

  it("brings rows after that were written under old paths while the unions moved", async () => {
    const { house, union } = await openHouse();
    const newParentId = await house.unionId(tree.otherFirm);
    await plantBranches(house);
    const two = [await house.unionId(branchAt(1)), await house.unionId(branchAt(2))];
    const unionIds = (
      await house.owner.query("select id from organisation.unions where parent_id = $1", [union])
    ).rows.map(({ id }) => id);
    await house.act(system("test"), (act) => moveUnions(act, { unionIds, newParentId }));
    await house.owner.query(
      `insert into organisation.deltas (id, org_path, measure, day, amount)
       values (gen_random_uuid(), $1, 'members', '2026-11-21', 7),
         (gen_random_uuid(), $2, 'members', '2026-11-21', 4)`,
      [branchAt(1), branchAt(2)],
    );
    expect(await sweep(house, "organisations.fold")).toMatchObject({ stragglers: 2 });
    const { rows } = await house.owner.query(
      `select t.amount from organisation.totals t join organisation.unions u on u.path = t.org_path
       where u.id = any($1) and t.measure = 'members' order by 1`,
      [two],
    );
    expect(rows).toEqual([{ amount: 4 }, { amount: 7 }]);
  });
});
