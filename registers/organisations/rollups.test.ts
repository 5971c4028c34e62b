// Rollups equal a full count after anything that can happen to a tree, at every moment and beside
// one another.
import { system } from "@niangjia/foundation/act";
import { type Day, day } from "@niangjia/foundation/day";
import { orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { Refusal } from "@niangjia/foundation/refusal";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import {
  addDeltas,
  addUnion,
  childrenNumbers,
  closeUnion,
  countsByLevel,
  findByPath,
  foldSweep,
  holdUnion,
  moveUnion,
  numbersAt,
  numbersOf,
  trend,
} from "./index.ts";
import { foldDeltas } from "./rollup-store.ts";

const today = day("2026-11-21");
const source = { kind: "demo", id: null } as const;
const measures = ["unions", "members", "members.women"] as const;

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
});
afterAll(() => house.close());

const act = <T>(work: Parameters<typeof house.act<T>>[1]): Promise<T> =>
  house.act(system("test"), work);
const fold = () => house.worker.sweep(foldSweep);
const count = (orgPath: string, measure: string, amount: number, on: Day = today) =>
  act((one) => addDeltas(one, [{ orgPath, measure, day: on, amount }]));

async function waitingForLocks({ owner }: TestHouse): Promise<number> {
  const { rows } = await owner.query(
    `select count(*) as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return Number(rows[0].waiting);
}

/** What was ever counted at each union, by its id: a move changes paths, never this. */
type Written = Map<string, Record<string, number>>;

async function countedAnew(written: Written): Promise<Record<string, Record<string, number>>> {
  const { rows } = await house.owner.query("select id, path, state from organisation.unions");
  const sum = (path: string, of: (row: { id: string; state: string }) => number): number =>
    rows.filter((row) => row.path.startsWith(path)).reduce((total, row) => total + of(row), 0);
  return Object.fromEntries(
    rows.map(({ path }) => [
      path,
      {
        unions: sum(path, ({ state }) => (state === "closed" ? 0 : 1)),
        members: sum(path, ({ id }) => written.get(id)?.members ?? 0),
        "members.women": sum(path, ({ id }) => written.get(id)?.["members.women"] ?? 0),
      },
    ]),
  );
}

async function numbersNow(): Promise<Record<string, Record<string, number>>> {
  const { rows } = await house.owner.query("select path from organisation.unions");
  const paths = rows.map((row): string => row.path);
  return Object.fromEntries(await act((one) => numbersOf(one, paths, measures)));
}

interface Row {
  readonly id: string;
  readonly path: string;
  readonly level: string;
}

async function livingAt(at: number): Promise<Row> {
  const { rows } = await house.owner.query(
    "select id, path, level from organisation.unions where state <> 'closed' order by path",
  );
  return rows[at % rows.length];
}

const at = fc.nat(1_000);
const kindOf = <K extends string>(kind: K) => fc.constant(kind);
const anyDay = fc
  .integer({ min: 1, max: 20 })
  .map((of) => day(`2026-11-${String(of).padStart(2, "0")}`));
const happening = fc.oneof(
  fc.record({ kind: kindOf("add"), at }),
  fc.record({
    kind: kindOf("count"),
    at,
    measure: fc.constantFrom("members", "members.women"),
    amount: fc.integer({ min: -3, max: 30 }),
    on: anyDay,
  }),
  fc.record({ kind: kindOf("fold") }),
  fc.record({ kind: kindOf("move"), at, to: at }),
  fc.record({ kind: kindOf("close"), at }),
);
type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never;

/** Refusals are part of a random story: an unfit move changes nothing. */
const unlessRefused = async (work: Promise<unknown>): Promise<void> => {
  await work.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
};

let added = 0;

async function happen(one: Happening, written: Written): Promise<void> {
  if (one.kind === "fold") return void (await fold());
  const { id, path, level } = await livingAt(one.at);
  if (one.kind === "count") {
    const before = written.get(id) ?? {};
    written.set(id, { ...before, [one.measure]: (before[one.measure] ?? 0) + one.amount });
    return count(path, one.measure, one.amount, one.on);
  }
  if (one.kind === "close") {
    return unlessRefused(act((house) => closeUnion(house, { unionId: id, day: today })));
  }
  if (one.kind === "move") {
    const { id: newParentId } = await livingAt(one.to);
    return unlessRefused(act((house) => moveUnion(house, { unionId: id, newParentId })));
  }
  added += 1;
  const union = { name: `第${added}工会`, kind: "1", division: "430121" };
  const below = level === "branch" ? "branch" : "grassroots";
  const draft = { ...union, parentId: id, level: below, sinceDay: today } as const;
  await act((house) => addUnion(house, draft, source));
}

it("numbers equal a full count after any adding, counting, folding, moving and closing", async () => {
  const written: Written = new Map();
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), async (story) => {
      for (const one of story) await happen(one, written);
      expect(await numbersNow()).toEqual(await countedAnew(written));
    }),
    { numRuns: 12, endOnFailure: true },
  );
  await fold();
  expect(await numbersNow()).toEqual(await countedAnew(written));
  const { rows } = await house.owner.query(
    `select org_path, measure from organisation.totals t where amount <>
       (select sum(amount) from organisation.days d
        where d.org_path = t.org_path and d.measure = t.measure)`,
  );
  expect(rows).toEqual([]);
});

it("a number never wavers while it is folded and moved", async () => {
  const own = await openTestHouse();
  const run = <T>(work: Parameters<typeof own.act<T>>[1]) => own.act(system("test"), work);
  const deltas = Array.from({ length: 400 }, (_, index) => ({
    orgPath: index % 2 ? tree.firm : tree.otherFirm,
    measure: `members.${index}`,
    day: today,
    amount: 1,
  }));
  await run((one) => addDeltas(one, deltas));
  const all = deltas.map(({ measure }) => measure);
  const look = async () => {
    const numbers = await run((one) => numbersAt(one, tree.province, all));
    return Object.values(numbers).reduce((sum, amount) => sum + amount, 0);
  };
  const move = async () => {
    const unionId = await own.unionId(tree.xingsha);
    const newParentId = await own.unionId(tree.furong);
    await run((one) => moveUnion(one, { unionId, newParentId }));
  };
  const looks = Promise.all(Array.from({ length: 12 }, look));
  await Promise.all([own.worker.sweep(foldSweep), move(), own.worker.sweep(foldSweep)]);
  expect(await looks).toEqual(Array(12).fill(400));
  expect(await look()).toBe(400);
});

it("a number counted before a move comes along, one counted at the old place after it is refused", async () => {
  const own = await openTestHouse();
  const run = <T>(work: Parameters<typeof own.act<T>>[1]) => own.act(system("test"), work);
  const unionId = await own.unionId(tree.xingsha);
  const newParentId = await own.unionId(tree.furong);
  const delta = { orgPath: tree.firm, measure: "members", day: today, amount: 1 };
  let moving: Promise<unknown> = Promise.resolve();
  await run(async (one) => {
    await addDeltas(one, [delta]);
    moving = run((other) => moveUnion(other, { unionId, newParentId }));
    await expect.poll(() => waitingForLocks(own)).toBe(1);
  });
  await moving;
  await expect(run((one) => addDeltas(one, [delta]))).rejects.toThrow("刚刚调整过");
  const paths = [tree.furong, tree.changshaCounty];
  const numbers = await run((one) => numbersOf(one, paths, ["members"]));
  expect([...numbers.values()]).toEqual([{ members: 1 }, { members: 0 }]);
});

it("an act that read a union's place before a move does not count at the old one", async () => {
  const own = await openTestHouse();
  const run = <T>(work: Parameters<typeof own.act<T>>[1]) => own.act(system("test"), work);
  const unionId = await own.unionId(tree.xingsha);
  const newParentId = await own.unionId(tree.furong);
  const late = run(async (one) => {
    const firm = await findByPath(one, tree.firm);
    await run((other) => moveUnion(other, { unionId, newParentId }));
    const delta = { orgPath: firm!.path, measure: "members", day: today, amount: 1 };
    await addDeltas(one, [delta]);
  });
  await expect(late).rejects.toThrow("刚刚调整过");
});

it("a held union moves only after the act that holds it", async () => {
  const own = await openTestHouse();
  const run = <T>(work: Parameters<typeof own.act<T>>[1]) => own.act(system("test"), work);
  const unionId = await own.unionId(tree.firm);
  const newParentId = await own.unionId(tree.furong);
  let moving: Promise<unknown> = Promise.resolve();
  await run(async (one) => {
    const { path } = await holdUnion(one, unionId);
    moving = run((other) => moveUnion(other, { unionId, newParentId }));
    await expect.poll(() => waitingForLocks(own)).toBe(1);
    expect((await findByPath(one, path))?.id).toBe(unionId);
  });
  await moving;
  expect(await run((one) => findByPath(one, tree.firm))).toBeUndefined();
});

it("a row written under the old path after a move follows with the next fold", async () => {
  const own = await openTestHouse();
  const run = <T>(work: Parameters<typeof own.act<T>>[1]) => own.act(system("test"), work);
  const unionId = await own.unionId(tree.firm);
  const newParentId = await own.unionId(tree.furong);
  const { newPath } = await run((one) => moveUnion(one, { unionId, newParentId }));
  await own.owner.query(
    `insert into organisation.deltas (id, org_path, measure, day, amount)
     values (gen_random_uuid(), $1, 'members', '2026-11-21', 7)`,
    [tree.firm],
  );
  expect(await own.worker.sweep(foldSweep)).toMatchObject({ stragglers: 1 });
  const numbers = await run((one) => numbersOf(one, [newPath, tree.xingsha], ["members"]));
  expect(Object.fromEntries(numbers)).toEqual({
    [newPath]: { members: 7 },
    [tree.xingsha]: { members: 0 },
  });
});

it("a delta where no union stands waits, and is in nobody's total", async () => {
  const own = await openTestHouse();
  await own.worker.sweep(foldSweep);
  await own.owner.query(
    `insert into organisation.deltas (id, org_path, measure, day, amount)
     values (gen_random_uuid(), '/430000/nowhere/', 'members', '2026-11-21', 7)`,
  );
  expect(await own.worker.sweep(foldSweep)).toEqual({ folded: 0, stragglers: 0 });
  const { rows } = await own.owner.query(
    "select from organisation.totals where measure = 'members'",
  );
  expect(rows).toHaveLength(0);
});

it("a trend gives the number at the end of each day, folded or not", async () => {
  const own = await openTestHouse();
  const run = <T>(work: Parameters<typeof own.act<T>>[1]) => own.act(system("test"), work);
  const change = (on: string, amount: number) => ({
    orgPath: tree.firm,
    measure: "members",
    day: day(on),
    amount,
  });
  await run((one) => addDeltas(one, [change("2026-01-01", 5), change("2026-11-19", 2)]));
  await own.worker.sweep(foldSweep);
  await run((one) => addDeltas(one, [change("2026-11-20", -1), change("2026-11-21", 10)]));
  const period = { measure: "members", fromDay: day("2026-11-18"), toDay: day("2026-11-20") };
  expect(await run((one) => trend(one, orgPath(tree.changsha), period))).toEqual([
    { day: "2026-11-18", amount: 5 },
    { day: "2026-11-19", amount: 7 },
    { day: "2026-11-20", amount: 6 },
  ]);
});

it("what waits of one number and day is folded together, however it came", async () => {
  const own = await openTestHouse();
  const run = <T>(work: Parameters<typeof own.act<T>>[1]) => own.act(system("test"), work);
  const days = ["2026-03-03", "2026-03-01", "2026-03-02"].map((on) => day(on));
  for (const amount of [1, 2, 3]) {
    for (const on of days) {
      await run((one) =>
        addDeltas(one, [{ orgPath: tree.firm, measure: "members", day: on, amount }]),
      );
    }
  }
  const folded = await run((one) => foldDeltas(one, rangeOf(orgPath(tree.firm)), 4));
  expect(Number(folded)).toBe(4);
  const { rows } = await own.owner.query(
    `select day, amount from organisation.days
     where org_path = $1 and measure = 'members' order by day`,
    [tree.firm],
  );
  expect(rows).toEqual([
    { day: "2026-03-01", amount: 6 },
    { day: "2026-03-02", amount: expect.any(Number) },
  ]);
  const numbers = await run((one) => numbersAt(one, tree.firm, ["members"]));
  expect(numbers.members).toBe(18);
});

it("the table by child and the counts by level add up to the union's own number", async () => {
  const own = await openTestHouse();
  const run = <T>(work: Parameters<typeof own.act<T>>[1]) => own.act(system("test"), work);
  const parentId = await own.unionId(tree.province);
  const rows = await run((one) => childrenNumbers(one, parentId, ["unions"]));
  expect(rows.map(({ union, numbers }) => [union.name, numbers.unions])).toEqual([
    ["长沙市总工会", 7],
    ["株洲市总工会", 2],
  ]);
  const levels = await run((one) => countsByLevel(one, tree.province));
  expect(levels).toEqual({ province: 1, city: 2, county: 3, town: 1, grassroots: 3, branch: 0 });
});

it("staff see the numbers of their own union and below, and none of their neighbours'", async () => {
  const own = await openTestHouse();
  await own.act(system("test"), (one) =>
    addDeltas(one, [
      { orgPath: tree.firm, measure: "members", day: today, amount: 3 },
      { orgPath: tree.furongFirm, measure: "members", day: today, amount: 4 },
    ]),
  );
  await own.worker.sweep(foldSweep);
  const id = await own.unionId(tree.changshaCounty);
  const post = { id, role: "cadre", orgId: id, orgPath: tree.changshaCounty } as const;
  const cadre = { ...system("干部"), kind: "staff", role: "cadre", post } as const;
  const numbers = await own.act(cadre, (one) =>
    numbersOf(one, [tree.changshaCounty, tree.furong, tree.changsha], ["members"]),
  );
  expect([...numbers.values()].map(({ members }) => members)).toEqual([3, 0, 0]);
});
