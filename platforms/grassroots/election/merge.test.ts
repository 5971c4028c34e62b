// Unions renamed, merged and closed by their public door: who is a member where after it, and that numbers add up.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { addUnion } from "@niangjia/registers/organisations";
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../../server/testing.ts";
import { carriedAtOnce } from "./merging.ts";
import { agree, enrolAt, file, identityNumber, openHouse, paper } from "./testing.ts";

const mergeFacts = async (union: string, successor: string, client: Client) => ({
  ...{ union, way: "merge", successor, due: 60, inFavour: 55, reason: "两家公司合并" },
  papers: [await paper(client)],
});

/** Members by path as they are, and as the numbers of the county say. */
async function membersBy(house: TestHouse, county: Client) {
  const { rows } = await house.owner.query(
    `select org_path as path, state, count(*)::int as n from member.memberships
     where state <> 'ended' group by 1, 2 order by 1, 2`,
  );
  const { body } = await county.get("/api/organisations/numbers");
  return { rows, members: body.numbers.members, unions: body.numbers.unions };
}

describe("election.merge", () => {
  it("carries members, a branch and open cases to the successor, ends posts, and numbers stay equal", async () => {
    const { house, staff, union } = await openHouse();
    const successor = await house.unionId(tree.otherFirm);
    await enrolAt(house, tree.firm, { from: 1, count: 7 });
    await enrolAt(house, tree.otherFirm, { from: 11, count: 2 });
    const branch = await house.act(system("test"), (act) =>
      addUnion(
        act,
        {
          ...{ name: "一车间分会", kind: "1", level: "branch", parentId: union },
          ...{ division: "430121", sinceDay: day("2024-01-01"), state: "live" },
        },
        { kind: "demo", id: null },
      ),
    );
    await enrolAt(house, branch.path, { from: 21, count: 3 });
    const before = await membersBy(house, staff.cadre);
    const worker = await house.signIn("worker");
    const join = await worker.post("/api/cases/functions/membership.join/file", {
      facts: {
        ...{
          union,
          name: "林小满",
          documentKind: "111",
          idNumber: identityNumber(41),
          isGig: false,
        },
        ...{ ethnicGroup: "01", education: "21" },
        ...{ phone: "13800138000", voluntary: true, occupation: "焊工" },
      },
    });
    const filed = await file(
      staff.officer,
      "merge",
      await mergeFacts(union, successor, staff.officer),
    );
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const agreed = await agree(staff.above, filed.body.id);
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });
    await house.settle();

    const after = await membersBy(house, staff.cadre);
    expect(after.members).toBe(before.members);
    expect(after.unions).toBe(before.unions - 1);
    const { rows: unions } = await house.owner.query(
      `select u.state, u.closed_day, u.successor_id, b.parent_id as "branchUnder", b.path
       from organisation.unions u, organisation.unions b where u.id = $1 and b.id = $2`,
      [union, branch.id],
    );
    expect(unions).toMatchObject([
      {
        state: "closed",
        closed_day: "2026-11-21",
        successor_id: successor,
        branchUnder: successor,
      },
    ]);
    expect(after.rows).toEqual([
      { path: tree.otherFirm, state: "active", n: 9 },
      { path: unions[0].path, state: "active", n: 3 },
    ]);
    const { rows: changes } = await house.owner.query(
      `select kind, org_path as path, count(*)::int as n, count(distinct other_union_id)::int as other
       from member.changes where source_id = $1 group by 1, 2 order by 1`,
      [filed.body.id],
    );
    expect(changes).toEqual([
      { kind: "2", path: tree.otherFirm, n: 7, other: 1 },
      { kind: "4", path: tree.firm, n: 7, other: 1 },
    ]);
    const { rows: posts } = await house.owner.query(
      "select distinct state from access.posts where org_id = $1",
      [union],
    );
    expect(posts).toEqual([{ state: "ended" }]);
    const { rows: merger } = await house.owner.query(
      "select members, unions, done_day from business.election_mergers where case_id = $1",
      [filed.body.id],
    );
    expect(merger).toEqual([{ members: 7, unions: 1, done_day: "2026-11-21" }]);

    expect(join.status, JSON.stringify(join.body)).toBe(200);
    const receiver = await house.signIn("officer", tree.otherFirm);
    const joined = await agree(receiver, join.body.id);
    expect(joined.body, JSON.stringify(joined.body)).toMatchObject({ status: "approved" });
    const { rows: members } = await house.owner.query(
      "select m.org_path from member.memberships m join member.persons p on p.id = m.person_id where p.name = '林小满'",
    );
    expect(members).toEqual([{ org_path: tree.otherFirm }]);
  });

  it("carries more members than one act does in steps, and closes the union after the last", async () => {
    const { house, staff, union } = await openHouse();
    const successor = await house.unionId(tree.otherFirm);
    const people = carriedAtOnce + 20;
    // A thousand documents need not be real ones: the store is filled as an import leaves it.
    await house.owner.query(
      `with people as (
         insert into member.persons (id, org_path, name, pinyin, initials, sex, document_kind, id_mask, created_at, updated_at)
         select gen_random_uuid(), $1, '会员', 'huiyuan', 'hy', '1', '111', '', now(), now()
         from generate_series(1, $3::int) returning id)
       insert into member.memberships (id, person_id, org_path, union_id, number, state, joined_day, updated_at)
       select gen_random_uuid(), id, $1, $2, 'T' || row_number() over (), 'active', '2024-01-01', now() from people`,
      [tree.firm, union, people],
    );
    await house.owner.query(
      `insert into organisation.deltas (id, org_path, measure, day, amount)
       values (gen_random_uuid(), $1, 'members', '2024-01-01', $2)`,
      [tree.firm, people],
    );
    const filed = await file(
      staff.officer,
      "merge",
      await mergeFacts(union, successor, staff.officer),
    );
    expect((await agree(staff.above, filed.body.id)).body).toMatchObject({ status: "approved" });
    const half = await house.owner.query(
      "select (select state from organisation.unions where id = $1), (select members from business.election_mergers)",
      [union],
    );
    expect(half.rows).toEqual([{ state: "live", members: carriedAtOnce }]);
    await house.settle();
    const done = await house.owner.query(
      `select (select state from organisation.unions where id = $1),
         (select members from business.election_mergers),
         (select count(*)::int from member.memberships where union_id = $2 and state = 'active') as there`,
      [union, successor],
    );
    expect(done.rows).toEqual([{ state: "closed", members: people, there: people }]);
    const { body } = await staff.cadre.get("/api/organisations/numbers");
    expect(body.numbers.members).toBe(people);
  });

  it("closes a union whose employer is gone: memberships are kept at the union above and counted no more", async () => {
    const { house, staff, union } = await openHouse();
    await enrolAt(house, tree.firm, { from: 1, count: 4 });
    const filed = await file(staff.officer, "merge", {
      ...{ union, way: "close", cause: "ended", kept: "kept", reason: "公司已经注销" },
      papers: [await paper(staff.officer)],
    });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    expect((await agree(staff.above, filed.body.id)).body).toMatchObject({ status: "approved" });
    const after = await membersBy(house, staff.cadre);
    expect(after.rows).toEqual([{ path: tree.xingsha, state: "kept", n: 4 }]);
    expect(after.members).toBe(0);
    const { rows } = await house.owner.query(
      "select kind, count(*)::int as n from member.changes where source_id = $1 group by 1 order by 1",
      [filed.body.id],
    );
    expect(rows).toEqual([
      { kind: "2", n: 4 },
      { kind: "3", n: 4 },
      { kind: "4", n: 4 },
    ]);
  });

  it("renames a union from the day it is agreed, and keeps the old name in history", async () => {
    const { house, staff, union } = await openHouse();
    const filed = await file(staff.officer, "merge", {
      ...{ union, way: "rename", name: "湖南星沙新材料有限公司工会委员会", reason: "公司更名" },
      papers: [await paper(staff.officer)],
    });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    expect((await agree(staff.above, filed.body.id)).body).toMatchObject({ status: "approved" });
    const { rows } = await house.owner.query("select name from organisation.unions where id = $1", [
      union,
    ]);
    expect(rows).toEqual([{ name: "湖南星沙新材料有限公司工会委员会" }]);
    const again = await file(staff.officer, "merge", {
      ...{ union, way: "rename", name: "湖南星沙新材料有限公司工会委员会", reason: "公司更名" },
      papers: [await paper(staff.officer)],
    });
    expect(again.body.code).toBe("election.nothing-changed");
  });

  it("withdraws what is about a union that is gone, and refuses to merge it with itself or over unions below", async () => {
    const { house, staff, union } = await openHouse();
    const successor = await house.unionId(tree.otherFirm);
    const change = await staff.officer.post("/api/cases/functions/organisations.change/file", {
      facts: { union, fromDay: "2026-11-20", address: "开元路 9 号", reason: "搬迁" },
    });
    expect(change.status, JSON.stringify(change.body)).toBe(200);
    const self = await file(staff.officer, "merge", await mergeFacts(union, union, staff.officer));
    expect(self.body.code).toBe("election.with-itself");
    const town = await house.unionId(tree.xingsha);
    const closing = {
      ...{ union: town, way: "close", cause: "other", kept: "kept", reason: "撤并" },
      papers: [await paper(staff.cadre)],
    };
    expect((await file(staff.cadre, "merge", closing)).body.code).toBe("election.has-unions-below");
    const filed = await file(
      staff.officer,
      "merge",
      await mergeFacts(union, successor, staff.officer),
    );
    await agree(staff.above, filed.body.id);
    await house.settle();
    const { rows } = await house.owner.query("select status from business.cases where id = $1", [
      change.body.id,
    ]);
    expect(rows).toEqual([{ status: "withdrawn" }]);
  });
});
