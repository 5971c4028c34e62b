// A union moves with everything below it: rows, numbers, posts and sessions, in one act.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { route } from "@niangjia/foundation/http";
import { orgPath } from "@niangjia/foundation/orgpath";
import type { Refusal } from "@niangjia/foundation/refusal";
import type { Room } from "@niangjia/foundation/room";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import {
  addDeltas,
  closeUnion,
  findByPath,
  foldSweep,
  moveUnion,
  numbersOf,
  plantUnions,
  trend,
} from "./index.ts";

const source = { kind: "demo", id: null } as const;
const draft = {
  level: "grassroots",
  kind: "1",
  division: "430102",
  sinceDay: day("2024-03-05"),
} as const;

const move = async (house: TestHouse, from: string, to: string) => {
  const unionId = await house.unionId(from);
  const newParentId = await house.unionId(to);
  return house.act(system("test"), (act) => moveUnion(act, { unionId, newParentId }));
};

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: Refusal) => error.kind?.code ?? String(error),
  );

/** Answers the path the session acts at. */
const probe: Room = {
  word: "probe",
  title: "探针",
  routes: [
    route(
      {
        id: "probe.reach",
        title: "当前范围",
        method: "GET",
        path: "/probe",
        answer: z.object({ reach: z.string() }),
      } as const,
      { may: "signed-in", run: async ({ actor }) => ({ reach: actor.post?.orgPath ?? "" }) },
    ),
  ],
};

describe("moving a union", () => {
  it("moves all below it, keeps a division's code, and notes who moved how much", async () => {
    const house = await openTestHouse();
    const moved = await move(house, tree.xingsha, tree.furong);
    expect(moved).toMatchObject({ newPath: `${tree.furong}430121001/`, unions: 3 });
    const { rows } = await house.owner.query(
      "select path, parent_id from organisation.unions where path like $1 order by path",
      [`${tree.furong}430121001/%`],
    );
    expect(rows.map(({ path }) => path.slice(tree.furong.length))).toEqual([
      "430121001/",
      "430121001/1/",
      "430121001/2/",
    ]);
    expect(rows[0].parent_id).toBe(await house.unionId(tree.furong));
    const noted = await house.owner.query("select * from organisation.moves");
    expect(noted.rows).toMatchObject([
      { old_path: tree.xingsha, unions: 3, rows_moved: moved.rows },
    ]);
    const events = await house.owner.query(
      "select body from outbox.events where name = 'organisations.moved'",
    );
    expect(events.rows).toMatchObject([
      { body: { oldPath: tree.xingsha, newPath: moved.newPath } },
    ]);
  });

  it("takes numbers from the old line and gives them to the new one; what both share stays", async () => {
    const house = await openTestHouse();
    const members = { orgPath: tree.firm, measure: "members", day: day("2026-01-01"), amount: 9 };
    await house.act(system("test"), (act) => addDeltas(act, [members]));
    await move(house, tree.xingsha, tree.furong);
    const line = [tree.province, tree.changsha, tree.changshaCounty, tree.furong];
    const numbers = await house.act(system("test"), (act) =>
      numbersOf(act, line, ["unions", "members"]),
    );
    expect([...numbers.values()].map(({ unions, members }) => [unions, members])).toEqual([
      [10, 9],
      [7, 9],
      [1, 0],
      [5, 9],
    ]);
  });

  it("leaves the past of both lines as it was: the numbers change sides on the day of the move", async () => {
    const house = await openTestHouse();
    const members = { orgPath: tree.firm, measure: "members", day: day("2026-11-01"), amount: 9 };
    await house.act(system("test"), (act) => addDeltas(act, [members]));
    await move(house, tree.xingsha, tree.furong);
    await house.worker.sweep(foldSweep);
    const period = { measure: "members", fromDay: day("2026-11-20"), toDay: day("2026-11-21") };
    const amounts = async (path: string) => {
      const rows = await house.act(system("test"), (act) => trend(act, orgPath(path), period));
      return rows.map(({ amount }) => amount);
    };
    expect(await amounts(tree.changshaCounty)).toEqual([9, 0]);
    expect(await amounts(tree.furong)).toEqual([0, 9]);
    expect(await amounts(tree.changsha)).toEqual([9, 9]);
  });

  it("posts and open sessions follow at once", async () => {
    const house = await openTestHouse({ rooms: [probe] });
    const officer = await house.signIn("officer", tree.firm);
    const reach = async (): Promise<string> => (await officer.get("/api/probe")).body.reach;
    expect(await reach()).toBe(tree.firm);
    await move(house, tree.xingsha, tree.furong);
    await expect.poll(reach).toBe(`${tree.furong}430121001/1/`);
  });

  it("gives a new running number and never the number of a union that moved away", async () => {
    const house = await openTestHouse();
    const plant = (path: string, name: string) =>
      house.act(system("test"), (act) => plantUnions(act, [{ ...draft, path, name }], source));
    await plant(`${tree.xingsha}0001/`, "甲厂工会");
    await plant(`${tree.furong}0001/`, "乙厂工会");
    expect((await move(house, `${tree.xingsha}0001/`, tree.furong)).newPath).toBe(
      `${tree.furong}0002/`,
    );
    expect((await move(house, `${tree.furong}0002/`, tree.xingsha)).newPath).toBe(
      `${tree.xingsha}0002/`,
    );
    expect((await move(house, `${tree.xingsha}0002/`, tree.furong)).newPath).toBe(
      `${tree.furong}0003/`,
    );
  });

  it.each([
    ["under-itself", tree.changshaCounty, tree.xingsha],
    ["under-itself", tree.changshaCounty, tree.changshaCounty],
    ["top-fixed", tree.province, tree.changsha],
    ["already-there", tree.firm, tree.xingsha],
    ["level-misplaced", tree.changshaCounty, tree.furong],
    ["level-misplaced", tree.changsha, tree.lusong],
  ])("refuses with %s to hang %s under %s", async (code, from, to) => {
    const house = await openTestHouse();
    expect(await refusalOf(move(house, from, to))).toBe(`organisations.${code}`);
    expect(await house.unionId(from)).toBeTruthy();
  });

  it("refuses a closed parent and a closed union", async () => {
    const house = await openTestHouse();
    const unionId = await house.unionId(tree.furongFirm);
    await house.act(system("test"), (act) => closeUnion(act, { unionId, day: day("2026-11-01") }));
    expect(await refusalOf(move(house, tree.firm, tree.furongFirm))).toBe("organisations.closed");
    expect(await refusalOf(move(house, tree.furongFirm, tree.xingsha))).toBe(
      "organisations.closed",
    );
  });

  it("refuses staff whose post does not stand above the new parent", async () => {
    const house = await openTestHouse();
    const orgId = await house.unionId(tree.changshaCounty);
    const post = { id: orgId, role: "cadre", orgId, orgPath: tree.changshaCounty } as const;
    const cadre = { ...system("干部"), kind: "staff", role: "cadre", post } as const;
    const unionId = await house.unionId(tree.firm);
    const newParentId = await house.unionId(tree.furong);
    const moving = house.act(cadre, (act) => moveUnion(act, { unionId, newParentId }));
    expect(await refusalOf(moving)).toBe("organisations.out-of-reach");
  });

  it("a county of 2,000 unions arrives whole, with every number", async () => {
    const house = await openTestHouse();
    const paths = Array.from({ length: 2_000 }, (_, index) => {
      const town = String(100 + Math.floor(index / 100));
      const firm = (index % 100).toString(36).padStart(4, "0");
      return index % 100 === 0
        ? `${tree.lusong}430202${town}/`
        : `${tree.lusong}430202${town}/${firm}/`;
    });
    const unions = paths.map((path, index) => ({
      ...draft,
      path,
      name: `第${index}工会委员会`,
      level: index % 100 === 0 ? ("town" as const) : draft.level,
    }));
    await house.act(system("test"), async (act) => {
      await plantUnions(act, unions, source);
      const counted = paths.map((orgPath) => ({
        orgPath,
        measure: "members",
        day: draft.sinceDay,
        amount: 10,
      }));
      await addDeltas(act, counted);
    });
    const { newPath, unions: moved } = await move(house, tree.lusong, tree.changsha);
    expect(newPath).toBe(`${tree.changsha}430202/`);
    expect(moved).toBe(2_001);
    const numbers = await house.act(system("test"), (act) =>
      numbersOf(act, [newPath, tree.zhuzhou, tree.changsha], ["unions", "members"]),
    );
    expect([...numbers.values()]).toEqual([
      { unions: 2_001, members: 20_000 },
      { unions: 1, members: 0 },
      { unions: 2_008, members: 20_000 },
    ]);
    expect(await house.act(system("test"), (act) => findByPath(act, tree.lusong))).toBeUndefined();
  });
});
