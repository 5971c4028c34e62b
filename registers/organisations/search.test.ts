// Unions are found by what officers type: part of a name, initials, pinyin, a credit code.
import { type Act, system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { children, countUnions, listUnions, plantUnions, searchUnions } from "./index.ts";

let house: TestHouse;
const act = <T>(work: (act: Act) => Promise<T>): Promise<T> => house.act(system("test"), work);

const common = {
  level: "grassroots",
  kind: "1",
  division: "430121001",
  sinceDay: day("2024-03-05"),
} as const;
const code = "81430121MA4L1A2B3T";

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  const term = { fromDay: day("2022-01-01"), toDay: day("2026-12-31") };
  const union = (path: string, name: string) => ({ ...common, path, name });
  await act((one) =>
    plantUnions(
      one,
      [
        { ...union(`${tree.xingsha}0001/`, "长沙银行星沙支行工会委员会"), uscc: code, term },
        union(`${tree.xingsha}0002/`, "解放路行业工会联合会"),
        union(`${tree.xingsha}0003/`, "中粮5G科技有限公司工会委员会"),
        union(`${tree.furong}0001/`, "长沙银行芙蓉支行工会委员会"),
      ],
      { kind: "demo", id: null },
    ),
  );
});
afterAll(() => house.close());

const found = async (text: string, under?: string): Promise<string[]> => {
  const unions = await act((one) => searchUnions(one, text, { under, limit: 20 }));
  return unions.map(({ name }) => name);
};

describe("searching unions", () => {
  it.each([
    ["长沙银行", ["长沙银行芙蓉支行工会委员会", "长沙银行星沙支行工会委员会"]],
    ["星沙支行", ["长沙银行星沙支行工会委员会"]],
    ["csyhxs", ["长沙银行星沙支行工会委员会"]],
    ["changshayinhangxing", ["长沙银行星沙支行工会委员会"]],
    ["ZL5G", ["中粮5G科技有限公司工会委员会"]],
    ["5g", ["中粮5G科技有限公司工会委员会"]],
    ["jiefanglu hangye", ["解放路行业工会联合会"]],
    ["８１430121ma4l1a2b3t", ["长沙银行星沙支行工会委员会"]],
    ["没有这个", []],
    ["100%", []],
    ["  ", []],
  ])("%s finds %j", async (text, names) => {
    expect(await found(text)).toEqual(names);
  });

  it("a name that begins with the text comes before one that holds it further in", async () => {
    const names = await found("芙蓉");
    expect(names).toEqual(["芙蓉区总工会", "长沙银行芙蓉支行工会委员会"]);
  });

  it("stays under the union it is asked for", async () => {
    expect(await found("长沙银行", tree.furong)).toEqual(["长沙银行芙蓉支行工会委员会"]);
    expect(await found(code, tree.furong)).toEqual([]);
  });
});

describe("lists of unions", () => {
  const range = rangeOf(orgPath(tree.changsha));
  const list = (filters: object, sort: "path" | "term-end" = "path") =>
    act((one) => listUnions(one, { range, ...filters }, { sort, limit: 50, offset: 0 }));

  it("filter by level, kind, part of the name and by terms that end soon", async () => {
    const counties = await list({ level: "county" });
    expect(counties.map(({ name, parentName }) => [name, parentName])).toEqual([
      ["芙蓉区总工会", "长沙市总工会"],
      ["长沙县总工会", "长沙市总工会"],
    ]);
    expect((await list({ kind: "1", name: "银行" })).map(({ uscc }) => uscc)).toEqual([null, code]);
    const ending = { termEndsBefore: day("2027-01-01") };
    expect((await list(ending)).map(({ name, termEnd }) => [name, termEnd])).toEqual([
      ["长沙银行星沙支行工会委员会", "2026-12-31"],
    ]);
    expect(await act((one) => countUnions(one, { range, ...ending }))).toBe(1);
    expect(await list({ termEndsBefore: day("2026-12-31") })).toEqual([]);
    expect((await list({}, "term-end"))[0]?.termEnd).toBe("2026-12-31");
  });

  it("children come page by page, each with whether there is more below", async () => {
    const parentId = await house.unionId(tree.changshaCounty);
    const page = await act((one) =>
      children(one, { parentId, closedToo: false, page: 1, size: 1 }),
    );
    expect(page).toMatchObject({ total: 1, rows: [{ name: "星沙街道总工会", hasChildren: true }] });
    const town = await house.unionId(tree.xingsha);
    const firms = await act((one) =>
      children(one, { parentId: town, closedToo: false, page: 2, size: 3 }),
    );
    expect(firms).toMatchObject({ total: 5 });
    expect(firms.rows.map(({ path, hasChildren }) => [path, hasChildren])).toEqual([
      [`${tree.firm}`, false],
      [`${tree.otherFirm}`, false],
    ]);
  });
});
