// Enrolling, on a real database: who is new, who is known, who belongs elsewhere, and what is written of each.

import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { closeUnion, moveUnion } from "../organisations/index.ts";
import { enrol, enrolOne } from "./enrol.ts";
import { enrolAsHouse, facts, joining, numberOf, placeOf, source, staffActor } from "./testing.ts";

const count = async (house: TestHouse, table: string): Promise<number> =>
  (await house.owner.query(`select count(*)::int as n from member.${table}`)).rows[0].n;

/** Members by measure at or under a path, from deltas not yet folded. */
async function numbers(house: TestHouse, path: string): Promise<Record<string, number>> {
  const { rows } = await house.owner.query(
    `select measure, sum(amount)::int as n from organisation.deltas
     where starts_with(org_path, $1) and measure like 'members%' group by measure`,
    [path],
  );
  return Object.fromEntries(rows.map(({ measure, n }) => [measure, n]));
}

describe("someone new", () => {
  test("becomes a person with a membership, a change, a statement and an identity", async () => {
    const house = await openTestHouse();
    const firm = await placeOf(house, tree.firm);
    const outcomes = await enrolAsHouse(house, [joining(firm, facts(1)), joining(firm, facts(2))]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["enrolled", "enrolled"]);
    for (const table of ["persons", "memberships", "changes", "statements", "identities"]) {
      expect(await count(house, table), table).toBe(2);
    }
    const { rows } = await house.owner.query(
      `select p.*, m.number, m.joined_day, m.state, s.said from member.persons p
         join member.memberships m on m.person_id = p.id
         join member.statements s on s.person_id = p.id order by p.id limit 1`,
    );
    expect(rows[0]).toMatchObject({
      org_path: tree.firm,
      name: "张小芳",
      pinyin: "zhangxiaofang",
      initials: "zxf",
      id_mask: `430***********001${numberOf(1).at(-1)}`,
      phone_mask: "138****0001",
      household: "湖南省长沙市长沙县****",
      state: "active",
      joined_day: "2026-03-05",
      verified: "unverified",
    });
    expect(rows[0].number).toMatch(/^430121\d{9}$/);
    expect(JSON.stringify(rows[0].said)).not.toContain(numberOf(1));
    expect(JSON.stringify(rows[0].said)).not.toContain("开元路");
  });

  test("counts at once for every federation above, women, gig and kept members apart", async () => {
    const house = await openTestHouse();
    const firm = await placeOf(house, tree.firm);
    await enrolAsHouse(house, [
      joining(firm, facts(1)),
      joining(firm, facts(2, { sex: "1", gigOccupation: "02" })),
      joining(firm, facts(3), { state: "kept", change: "3" }),
    ]);
    for (const path of [tree.firm, tree.changshaCounty, tree.province]) {
      expect(await numbers(house, path), path).toEqual({
        members: 2,
        "members.kept": 1,
        "members.gig": 1,
        "members.women": 1,
      });
    }
    expect(await numbers(house, tree.furong)).toEqual({});
  });

  test("is told of by one event for each union", async () => {
    const house = await openTestHouse();
    const [firm, other] = [await placeOf(house, tree.firm), await placeOf(house, tree.furongFirm)];
    const outcomes = await enrolAsHouse(house, [
      joining(firm, facts(1)),
      joining(other, facts(2)),
      joining(firm, facts(3)),
    ]);
    const ids = outcomes.map((outcome) => ("personId" in outcome ? outcome.personId : ""));
    const { rows } = await house.owner.query(
      "select org_path, body from outbox.events where name = 'members.enrolled' order by org_path desc",
    );
    expect(rows).toEqual([
      { org_path: tree.firm, body: expect.objectContaining({ personIds: [ids[0], ids[2]] }) },
      { org_path: tree.furongFirm, body: expect.objectContaining({ personIds: [ids[1]] }) },
    ]);
  });

  test("keeps the person id an account already has", async () => {
    const house = await openTestHouse();
    const firm = await placeOf(house, tree.firm);
    const personId = newId();
    const outcome = await house.act(system("test"), (act) =>
      enrolOne(act, source, joining(firm, facts(1), { personId })),
    );
    expect(outcome).toEqual({ outcome: "enrolled", personId });
  });
});

describe("someone known", () => {
  test("is left alone when nothing new is said, and nothing at all is written", async () => {
    const house = await openTestHouse();
    const firm = await placeOf(house, tree.firm);
    await enrolAsHouse(house, [joining(firm, facts(1))]);
    const again = await enrolAsHouse(house, [
      joining(firm, facts(1, { phone: null, household: null, education: null })),
    ]);
    expect(again[0]?.outcome).toBe("unchanged");
    expect(await count(house, "statements")).toBe(1);
    expect((await numbers(house, tree.firm)).members).toBe(1);
  });

  test("has the fields brought up to date that are said otherwise, with a statement of those", async () => {
    const house = await openTestHouse();
    const firm = await placeOf(house, tree.firm);
    await enrolAsHouse(house, [joining(firm, facts(1))]);
    const changes = {
      phone: "13900000000",
      household: "湖南省长沙市长沙县星沙街道开元路2号",
      gigOccupation: "06",
    };
    const [outcome] = await enrolAsHouse(house, [joining(firm, facts(1, changes))]);
    expect(outcome).toMatchObject({
      outcome: "updated",
      fields: ["phone", "gigOccupation", "household"],
    });
    const { rows } = await house.owner.query(
      "select said from member.statements order by id desc limit 1",
    );
    expect(rows[0].said).toEqual({
      phone: "139****0000",
      gigOccupation: "06",
      household: "湖南省长沙市长沙县****",
    });
    expect(await numbers(house, tree.firm)).toMatchObject({ members: 1, "members.gig": 1 });
    expect((await enrolAsHouse(house, [joining(firm, facts(1, changes))]))[0]?.outcome).toBe(
      "unchanged",
    );
  });

  test("from active becomes kept and is no longer counted, but never back", async () => {
    const house = await openTestHouse();
    const firm = await placeOf(house, tree.firm);
    const kept = joining(firm, facts(1), { state: "kept", change: "3" });
    await enrolAsHouse(house, [joining(firm, facts(1))]);
    expect((await enrolAsHouse(house, [kept]))[0]?.outcome).toBe("updated");
    expect((await enrolAsHouse(house, [joining(firm, facts(1))]))[0]?.outcome).toBe("unchanged");
    expect(await numbers(house, tree.firm)).toMatchObject({ members: 0, "members.kept": 1 });
    const { rows } = await house.owner.query("select kind from member.changes order by id");
    expect(rows.map(({ kind }) => kind)).toEqual(["1", "3"]);
  });

  test("is refused as a living member of another union", async () => {
    const house = await openTestHouse();
    const [firm, other] = [await placeOf(house, tree.firm), await placeOf(house, tree.furongFirm)];
    await enrolAsHouse(house, [joining(firm, facts(1))]);
    const [outcome] = await enrolAsHouse(house, [joining(other, facts(1))]);
    expect(outcome).toEqual({ outcome: "elsewhere", orgPath: tree.firm });
    expect(await count(house, "memberships")).toBe(1);
  });

  test("is not taken for someone of another name, but for one with variant characters", async () => {
    const house = await openTestHouse();
    const firm = await placeOf(house, tree.firm);
    await enrolAsHouse(house, [joining(firm, facts(1))]);
    const [otherName] = await enrolAsHouse(house, [joining(firm, facts(1, { name: "李大勇" }))]);
    expect(otherName).toEqual({ outcome: "name-differs" });
    const [variant] = await enrolAsHouse(house, [joining(firm, facts(1, { name: "張小芳" }))]);
    expect(variant).toMatchObject({ outcome: "updated", fields: ["name"] });
  });

  test("comes back after leaving, to another union, under the old number", async () => {
    const house = await openTestHouse();
    const [firm, other] = [await placeOf(house, tree.firm), await placeOf(house, tree.furongFirm)];
    await enrolAsHouse(house, [joining(firm, facts(1))]);
    const { rows: before } = await house.owner.query("select number from member.memberships");
    await house.owner.query(
      "update member.memberships set state = 'ended', ended_day = '2026-04-01'",
    );
    const officer = await house.signIn("officer", tree.furongFirm);
    const actor = await staffActor(house, officer.accountId);
    const outcome = await house.act(actor, (act) =>
      enrolOne(act, source, joining(other, facts(1))),
    );
    expect(outcome).toMatchObject({ outcome: "rejoined", fields: [] });
    const { rows } = await house.owner.query(
      `select p.org_path as person, m.org_path as membership, number from member.persons p
         join member.memberships m on m.person_id = p.id where m.state = 'active'`,
    );
    expect(rows).toEqual([
      { person: tree.furongFirm, membership: tree.furongFirm, number: before[0].number },
    ]);
  });
});

test("staff cannot enrol into a union outside their own: the database does not show it to them", async () => {
  const house = await openTestHouse();
  const other = await placeOf(house, tree.furongFirm);
  const officer = await house.signIn("officer", tree.firm);
  const actor = await staffActor(house, officer.accountId);
  const attempt = house.act(actor, (act) => enrol(act, source, [joining(other, facts(1))]));
  await expect(attempt).rejects.toMatchObject({ kind: { code: "organisations.not-found" } });
  expect(await count(house, "identities")).toBe(0);
});

test("two batches at once with the same people enrol each of them once", async () => {
  const house = await openTestHouse();
  const firm = await placeOf(house, tree.firm);
  const people = Array.from({ length: 40 }, (_, index) => joining(firm, facts(index + 1)));
  const all = await Promise.all([
    enrolAsHouse(house, people),
    enrolAsHouse(house, people.toReversed()),
    enrolAsHouse(house, people.slice(10, 30)),
  ]);
  const enrolled = all.flat().filter(({ outcome }) => outcome === "enrolled");
  expect(enrolled).toHaveLength(40);
  expect(await count(house, "memberships")).toBe(40);
  expect((await numbers(house, tree.firm)).members).toBe(40);
});

const waitingForLocks = async ({ owner }: TestHouse): Promise<number> =>
  (
    await owner.query(`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)
  ).rows[0].n;

describe("beside an act that changes the tree", () => {
  const asHouse = <T>(house: TestHouse, work: Parameters<typeof house.act<T>>[1]): Promise<T> =>
    house.act(system("test"), work);

  test("a union does not close as one without members while somebody is being enrolled", async () => {
    const house = await openTestHouse();
    const firm = await placeOf(house, tree.firm);
    let closing: Promise<unknown> = Promise.resolve();
    await asHouse(house, async (act) => {
      await enrol(act, source, [joining(firm, facts(1))]);
      closing = asHouse(house, (other) =>
        closeUnion(other, { unionId: firm.id, day: day("2026-11-21") }),
      );
      closing.catch(() => undefined);
      await expect.poll(() => waitingForLocks(house)).toBe(1);
    });
    await expect(closing).rejects.toMatchObject({ kind: { code: "organisations.has-members" } });
  });

  test("nobody is enrolled at a union that is being closed, nor keeps a number there", async () => {
    const house = await openTestHouse();
    const firm = await placeOf(house, tree.firm);
    let enrolling: Promise<unknown> = Promise.resolve();
    await asHouse(house, async (act) => {
      await closeUnion(act, { unionId: firm.id, day: day("2026-11-21") });
      enrolling = enrolAsHouse(house, [joining(firm, facts(1))]);
      enrolling.catch(() => undefined);
      await expect.poll(() => waitingForLocks(house)).toBe(1);
    });
    await expect(enrolling).rejects.toMatchObject({ kind: { code: "organisations.closed" } });
    for (const table of ["persons", "memberships", "identities"]) {
      expect(await count(house, table), table).toBe(0);
    }
  });

  test("whoever was to be enrolled at a union that has moved is enrolled where it is now", async () => {
    const house = await openTestHouse();
    const firm = await placeOf(house, tree.firm);
    const newParentId = await house.unionId(tree.furong);
    const { newPath } = await asHouse(house, (act) =>
      moveUnion(act, { unionId: firm.id, newParentId }),
    );
    await enrolAsHouse(house, [joining(firm, facts(1))]);
    const { rows } = await house.owner.query("select org_path from member.memberships");
    expect(rows).toEqual([{ org_path: newPath }]);
    expect(await numbers(house, newPath)).toMatchObject({ members: 1 });
  });
});

test("two documents of one person, since their records were merged, say it once in a batch", async () => {
  const house = await openTestHouse();
  const firm = await placeOf(house, tree.firm);
  await enrolAsHouse(house, [joining(firm, facts(1)), joining(firm, facts(2))]);
  await house.owner.query(`update member.persons set merged_into =
      (select id from member.persons where phone_mask = '138****0001')
    where phone_mask = '138****0002'`);
  const born = { birthDay: day("1985-03-02"), employer: "星禾食品有限公司" };
  const outcomes = await enrolAsHouse(house, [
    joining(firm, facts(2, { ...born, phone: null })),
    joining(firm, facts(1, { employer: "别的公司" })),
  ]);
  expect(outcomes).toEqual([
    expect.objectContaining({ outcome: "updated", fields: ["employer"] }),
    expect.objectContaining({ outcome: "unchanged" }),
  ]);
});

test("a batch with one document twice is its caller's mistake: nobody is enrolled by it", async () => {
  const house = await openTestHouse();
  const firm = await placeOf(house, tree.firm);
  const batch = [joining(firm, facts(1)), joining(firm, facts(1, { employer: "别的公司" }))];
  await expect(enrolAsHouse(house, batch)).rejects.toThrow("documents of a batch are distinct");
  for (const table of ["persons", "identities"]) expect(await count(house, table), table).toBe(0);
});
