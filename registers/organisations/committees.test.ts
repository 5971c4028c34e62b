// Committees come with a term of office and change within it; a union in preparation is counted once it lives.
import { type Act, system } from "@niangjia/foundation/act";
import { type Day, day } from "@niangjia/foundation/day";
import type { Refusal } from "@niangjia/foundation/refusal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import {
  addUnion,
  beginTerm,
  changeSeats,
  closeUnion,
  numbersAt,
  openUnion,
  type Seat,
  seatHistory,
  seatsOn,
  type Union,
} from "./index.ts";

const source = { kind: "demo", id: null } as const;

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

async function add(name: string, state: "live" | "preparing" = "live"): Promise<Union> {
  const parentId = await house.unionId(tree.xingsha);
  const draft = { level: "grassroots", kind: "1", division: "430121001" } as const;
  const sinceDay = day("2020-01-01");
  return act((one) => addUnion(one, { ...draft, name, parentId, sinceDay, state }, source));
}

const chairs: readonly Seat[] = [
  { body: "committee", office: "chair", name: "周正", votes: 78 },
  { body: "committee", office: "member", name: "王丽", votes: 66 },
  { body: "audit", office: "chair", name: "孙敏" },
];

const namesOn = async (union: Union, on: Day) =>
  (await act((one) => seatsOn(one, union.id, on))).map(({ body, name }) => `${body} ${name}`);

describe("committees", () => {
  it("hold office from the day of the election until the next one, and stay to be read", async () => {
    const union = await add("甲厂工会委员会");
    const first = { fromDay: day("2021-03-01"), years: 5, elected: { seats: chairs, source } };
    await act((one) => beginTerm(one, union.id, first));
    const seats = [{ ...chairs[0]!, name: "李新" }];
    const next = { fromDay: day("2026-03-01"), years: 5, elected: { seats, source } };
    await act((one) => beginTerm(one, union.id, next));
    expect(await namesOn(union, day("2026-02-28"))).toEqual([
      "committee 周正",
      "committee 王丽",
      "audit 孙敏",
    ]);
    expect(await namesOn(union, day("2026-03-01"))).toEqual(["committee 李新"]);
    expect(await act((one) => seatHistory(one, union.id))).toHaveLength(4);
  });

  it("change seat by seat within a term, never before it began, and end with the union", async () => {
    const union = await add("乙厂工会委员会");
    const elected = { fromDay: day("2024-03-01"), years: 3, elected: { seats: chairs, source } };
    const term = await act((one) => beginTerm(one, union.id, elected));
    const [chair] = await act((one) => seatsOn(one, union.id, day("2024-03-01")));
    const change = {
      ...{ unionId: union.id, term, ended: [chair!.id] },
      ...{ lastDay: day("2025-06-30"), fromDay: day("2025-07-01") },
      seats: [{ ...chairs[0]!, name: "李新" }],
    };
    const early = { ...change, fromDay: day("2024-02-01") };
    expect(await refusalOf(act((one) => changeSeats(one, early, source)))).toBe(
      "organisations.day-too-early",
    );
    await act((one) => changeSeats(one, change, source));
    expect(await namesOn(union, day("2025-06-30"))).toContain("committee 周正");
    expect(await namesOn(union, day("2025-07-01"))).toEqual([
      "committee 李新",
      "committee 王丽",
      "audit 孙敏",
    ]);
    await act((one) => closeUnion(one, { unionId: union.id, day: day("2026-01-01") }));
    expect(await namesOn(union, day("2026-01-02"))).toEqual([]);
  });
});

describe("a union in preparation", () => {
  const unions = async () => {
    const { unions: count } = await act((one) => numbersAt(one, tree.xingsha, ["unions"]));
    return count;
  };

  it("is counted from the day it lives, once, and may be given up before without a trace in the numbers", async () => {
    const before = await unions();
    const union = await add("丙厂工会委员会", "preparing");
    const given = await add("丁厂工会委员会", "preparing");
    expect(await unions()).toBe(before);
    const opening = { unionId: union.id, day: day("2026-11-20") };
    expect((await act((one) => openUnion(one, opening))).state).toBe("live");
    expect(await unions()).toBe(before + 1);
    expect(await refusalOf(act((one) => openUnion(one, opening)))).toBe(
      "organisations.not-preparing",
    );
    await act((one) => closeUnion(one, { unionId: given.id, day: day("2026-11-20") }));
    expect(await unions()).toBe(before + 1);
  });
});
