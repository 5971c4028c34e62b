// Unions enter the register, change by date, serve terms, close; every refusal says why.
import { type Act, system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import type { Refusal } from "@niangjia/foundation/refusal";
import { usccCheckCharacter } from "@niangjia/foundation/uscc";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import {
  type AddedUnion,
  addDeltas,
  addUnion,
  bearerOf,
  beginTerm,
  changeFacts,
  closeUnion,
  factHistory,
  factsOn,
  getUnion,
  numbersAt,
  plantUnions,
  terms,
  type Union,
} from "./index.ts";

const source = { kind: "import", id: null } as const;

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
});
afterAll(() => house.close());

const act = <T>(work: (act: Act) => Promise<T>): Promise<T> => house.act(system("test"), work);
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: Refusal) => error.kind?.code ?? String(error),
  );

let codes = 0;
function uscc(prefix = "81"): string {
  codes += 1;
  const first = `${prefix}430121${String(codes).padStart(9, "0")}`;
  return first + usccCheckCharacter(first);
}

const draft = {
  name: "湘江重工有限公司工会委员会",
  level: "grassroots",
  kind: "1",
  division: "430121001",
  sinceDay: day("2024-03-05"),
} as const satisfies Omit<AddedUnion, "parentId">;

let names = 0;
async function add(change: Partial<AddedUnion> = {}): Promise<Union> {
  names += 1;
  const parentId = change.parentId ?? (await house.unionId(tree.xingsha));
  const name = `第${names}机械厂工会委员会`;
  return act((one) => addUnion(one, { ...draft, name, parentId, ...change }, source));
}

describe("adding a union", () => {
  it("gives it the next running number, a searchable name, facts with their source, and counts it", async () => {
    const before = await act((one) => numbersAt(one, tree.province, ["unions"]));
    const code = uscc();
    const union = await add({
      name: " 湘江重工(集团)有限公司 工会委员会",
      uscc: code,
      staffCount: 86,
    });
    expect(union).toMatchObject({ name: "湘江重工（集团）有限公司工会委员会", state: "live" });
    expect(union.path).toMatch(/^\/430000\/430100\/430121\/430121001\/[0-9a-z]{4}\/$/);
    const { rows } = await house.owner.query(
      "select pinyin, initials from organisation.unions where id = $1",
      [union.id],
    );
    expect(rows[0].initials).toBe("xjzgjtyxgsghwyh");
    const facts = await act((one) => factsOn(one, union.id, draft.sinceDay));
    expect(facts.uscc).toMatchObject({ value: code, source: "import", fromDay: "2024-03-05" });
    expect(facts.staffCount?.value).toBe(86);
    expect(await act((one) => bearerOf(one, code))).toMatchObject({ id: union.id });
    const after = await act((one) => numbersAt(one, tree.province, ["unions"]));
    expect(after.unions).toBe(before.unions + 1);
  });

  it("twenty at once under one parent get twenty different paths", async () => {
    const parentId = await house.unionId(tree.otherFirm);
    const added = await Promise.all(Array.from({ length: 20 }, () => add({ parentId })));
    expect(new Set(added.map(({ path }) => path)).size).toBe(20);
  });

  it("puts a federation under its division's code, once", async () => {
    const parentId = await house.unionId(tree.zhuzhou);
    const county = { parentId, level: "county", kind: "10", division: "430204" } as const;
    const union = await add({ ...county, name: "石峰区总工会", code: "430204" });
    expect(union.path).toBe(`${tree.zhuzhou}430204/`);
    const again = add({ ...county, name: "石峰区第二总工会", code: "430204" });
    expect(await refusalOf(again)).toBe("organisations.code-taken");
  });

  it.each([
    ["level-misplaced", { level: "city" }],
    ["level-misplaced", { level: "province" }],
    ["name-unreadable", { name: "Union" }],
    ["name-taken", { name: "湘岚机械有限公司工会委员会" }],
    ["division-unreadable", { division: "43012" }],
    ["code-unknown", { kind: "99" }],
    ["uscc-wrong", { uscc: "914301210000000011" }],
    ["count-wrong", { staffCount: -1 }],
    ["day-in-future", { sinceDay: day("2026-11-22") }],
  ] as const)("refuses with %s what does not fit: %o", async (code, change) => {
    expect(await refusalOf(add(change))).toBe(`organisations.${code}`);
  });

  it("refuses a credit code another living union bears, and says whose it is", async () => {
    const code = uscc();
    const first = await add({ uscc: code });
    const second = add({ uscc: code });
    await expect(second).rejects.toThrow(first.name);
    expect(await refusalOf(second)).toBe("organisations.uscc-borne");
  });

  it("is refused outside the scope of whoever acts", async () => {
    const id = await house.unionId(tree.furong);
    const post = { id, role: "cadre", orgId: id, orgPath: tree.furong } as const;
    const cadre = { ...system("干部"), kind: "staff", role: "cadre", post } as const;
    const parentId = await house.unionId(tree.xingsha);
    const outside = house.act(cadre, (one) => addUnion(one, { ...draft, parentId }, source));
    expect(await refusalOf(outside)).toBe("organisations.not-found");
  });
});

describe("planting a tree", () => {
  it("takes paths as given and hangs each union under the one above it", async () => {
    const unions = [
      { ...draft, path: `${tree.lusong}0100/`, name: "芦淞轻工集团工会", kind: "6" },
      {
        ...draft,
        path: `${tree.lusong}0100/0001/`,
        term: { fromDay: day("2024-03-05"), toDay: day("2027-03-04") },
      },
    ];
    const ids = await act((one) => plantUnions(one, unions, source));
    const below = await act((one) => getUnion(one, ids.get(`${tree.lusong}0100/0001/`)!));
    expect(below.parentId).toBe(ids.get(`${tree.lusong}0100/`));
    expect(await act((one) => terms(one, below.id))).toMatchObject([{ number: 1, endedDay: null }]);
    expect((await add({ parentId: await house.unionId(tree.lusong) })).path).toBe(
      `${tree.lusong}0101/`,
    );
  });
});

describe("changing facts", () => {
  it("keeps what was before, by day, with where each value comes from", async () => {
    const union = await add({ address: "星沙大道1号", staffCount: 40 });
    const caseId = "0199aa00-0000-7000-8000-000000000001";
    const change = {
      unionId: union.id,
      fromDay: day("2025-06-01"),
      facts: { address: "星沙大道9号", staffCount: 40 },
    };
    const fields = await act((one) => changeFacts(one, change, { kind: "case", id: caseId }));
    expect(fields).toEqual(["address"]);
    const on = (text: string) => act((one) => factsOn(one, union.id, day(text)));
    expect((await on("2025-05-31")).address?.value).toBe("星沙大道1号");
    expect((await on("2025-06-01")).address).toMatchObject({
      value: "星沙大道9号",
      source: "case",
      sourceId: caseId,
    });
    const history = await act((one) => factHistory(one, union.id));
    const lines = history
      .filter(({ field }) => field === "address")
      .map(({ fromDay, toDay }) => [fromDay, toDay]);
    expect(lines).toEqual([
      ["2025-06-01", null],
      ["2024-03-05", "2025-05-31"],
    ]);
  });

  it("a value corrected on the day it began never held, and stays in the history", async () => {
    const union = await add({ address: "写错的地址" });
    const change = { unionId: union.id, fromDay: draft.sinceDay, facts: { address: "对的地址" } };
    await act((one) => changeFacts(one, change, source));
    expect((await act((one) => factsOn(one, union.id, draft.sinceDay))).address?.value).toBe(
      "对的地址",
    );
    const history = await act((one) => factHistory(one, union.id));
    expect(history.filter(({ field }) => field === "address")).toHaveLength(2);
  });

  it("a new name is found at once, a new credit code frees the old one", async () => {
    const [oldCode, newCode] = [uscc(), uscc()];
    const union = await add({ uscc: oldCode });
    const facts = { name: "岳麓山水泥有限公司工会委员会", uscc: newCode };
    await act((one) =>
      changeFacts(one, { unionId: union.id, fromDay: day("2026-01-01"), facts }, source),
    );
    expect((await act((one) => getUnion(one, union.id))).name).toBe(facts.name);
    expect(await act((one) => bearerOf(one, oldCode))).toBeUndefined();
    await expect(add({ uscc: newCode })).rejects.toThrow(facts.name);
  });

  it.each([
    ["day-too-early", { fromDay: day("2024-03-04"), facts: { address: "别处" } }],
    ["day-in-future", { fromDay: day("2026-11-22"), facts: { address: "别处" } }],
    ["fact-needed", { fromDay: day("2025-01-01"), facts: { name: null } }],
    ["name-taken", { fromDay: day("2025-01-01"), facts: { name: "湘岚机械有限公司工会委员会" } }],
  ] as const)("refuses with %s", async (code, change) => {
    const union = await add({ address: "此处" });
    const changing = act((one) => changeFacts(one, { unionId: union.id, ...change }, source));
    expect(await refusalOf(changing)).toBe(`organisations.${code}`);
  });
});

describe("terms of office", () => {
  it("follow one another without a gap, and have the lengths of the law", async () => {
    const union = await add();
    const begin = (fromDay: string, years: number) =>
      act((one) => beginTerm(one, union.id, { fromDay: day(fromDay), years, chair: "李明" }));
    await begin("2024-03-05", 3);
    const early = { number: 2, fromDay: "2026-11-01", toDay: "2031-10-31", chair: "李明" };
    expect(await begin("2026-11-01", 5)).toMatchObject(early);
    const [, first] = await act((one) => terms(one, union.id));
    expect(first).toMatchObject({ number: 1, toDay: "2027-03-04", endedDay: "2026-10-31" });
    expect(await refusalOf(begin("2030-01-01", 4))).toBe("organisations.term-days");
    expect(await refusalOf(begin("2026-01-01", 3))).toBe("organisations.day-too-early");
  });
});

describe("closing a union", () => {
  const closing = (unionId: string, on = "2026-11-20") =>
    act((one) => closeUnion(one, { unionId, day: day(on) }));

  it("takes it out of the numbers and frees its credit code; its facts stay", async () => {
    const code = uscc();
    const union = await add({ uscc: code });
    const before = await act((one) => numbersAt(one, tree.xingsha, ["unions"]));
    await closing(union.id);
    const after = await act((one) => numbersAt(one, tree.xingsha, ["unions"]));
    expect(after.unions).toBe(before.unions - 1);
    expect(await act((one) => getUnion(one, union.id))).toMatchObject({
      state: "closed",
      closedDay: "2026-11-20",
    });
    expect((await act((one) => factsOn(one, union.id, day("2026-11-20")))).uscc?.value).toBe(code);
    expect((await add({ uscc: code })).state).toBe("live");
    expect(await refusalOf(closing(union.id))).toBe("organisations.closed");
  });

  it("is refused while unions or members are under it", async () => {
    const parent = await add();
    const branch = await add({ parentId: parent.id, level: "branch", kind: "8" });
    expect(await refusalOf(closing(parent.id))).toBe("organisations.has-unions-below");
    const members = { orgPath: branch.path, measure: "members", day: day("2026-11-01"), amount: 2 };
    await act((one) => addDeltas(one, [members]));
    await expect(closing(branch.id)).rejects.toThrow("2 名会员");
    await act((one) => addDeltas(one, [{ ...members, amount: -2 }]));
    await closing(branch.id);
    await closing(parent.id);
    expect(await refusalOf(add({ parentId: parent.id, level: "branch" }))).toBe(
      "organisations.closed",
    );
  });
});
