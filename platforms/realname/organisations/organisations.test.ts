// The tree, search, lists, a union's page and its numbers over HTTP, each inside the scope of the
// post that asks.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { readSheet } from "@niangjia/foundation/excel";
import {
  addDeltas,
  changeFacts,
  moveUnion,
  plantUnions,
  register,
} from "@niangjia/registers/organisations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { room } from "./index.ts";

let house: TestHouse;
let county: Client;
let officer: Client;
const ids = new Map<string, string>();

const draft = {
  level: "grassroots",
  kind: "1",
  division: "430121001",
  sinceDay: day("2024-03-05"),
} as const;

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller", rooms: [register, room] });
  const bank = {
    ...draft,
    path: `${tree.xingsha}0001/`,
    name: "长沙银行星沙支行工会委员会",
    address: "星沙大道1号",
    staffCount: 120,
    term: { fromDay: day("2024-03-05"), toDay: day("2027-03-04"), chair: "李明" },
  };
  const branch = {
    ...draft,
    level: "branch",
    kind: "8",
    path: `${tree.xingsha}0001/0001/`,
    name: "长沙银行星沙支行工会一分会",
  } as const;
  await house.act(system("test"), async (act) => {
    await plantUnions(act, [bank, branch], { kind: "demo", id: null });
    await addDeltas(act, [
      { orgPath: branch.path, measure: "members", day: day("2026-11-01"), amount: 30 },
      { orgPath: branch.path, measure: "members.women", day: day("2026-11-01"), amount: 12 },
      { orgPath: tree.furongFirm, measure: "members", day: day("2026-11-01"), amount: 5 },
    ]);
  });
  county = await house.signIn("cadre", tree.changshaCounty);
  officer = await house.signIn("officer", tree.firm);
  for (const path of [...Object.values(tree), bank.path, branch.path]) {
    ids.set(path, await house.unionId(path));
  }
});
afterAll(() => house.close());

const id = (path: string): string => ids.get(path)!;
const bank = `${tree.xingsha}0001/`;

describe("organisations.chart: the tree", () => {
  it("begins at the post's own union, under the names of its line", async () => {
    const { status, body } = await county.get("/api/organisations/children");
    expect(status).toBe(200);
    expect(body.line.map((one: { name: string }) => one.name)).toEqual([
      "湖南省总工会",
      "长沙市总工会",
    ]);
    expect(body.rows).toMatchObject([
      { name: "长沙县总工会", levelName: "县级", members: 30, unionsBelow: 5, hasChildren: true },
    ]);
  });

  it("opens one level at a time, with numbers of each branch", async () => {
    const { body } = await county.get(
      `/api/organisations/children?parent=${id(tree.xingsha)}&size=2`,
    );
    expect(body).toMatchObject({ total: 3, page: 1, size: 2, line: [] });
    expect(body.rows).toMatchObject([
      {
        name: "长沙银行星沙支行工会委员会",
        kindName: "单独基层工会",
        members: 30,
        unionsBelow: 1,
        hasChildren: true,
      },
      { path: tree.firm, members: 0, unionsBelow: 0, hasChildren: false },
    ]);
  });

  it.each([tree.furong, tree.changsha, tree.province])(
    "does not open %s to a county that is not above it",
    async (path) => {
      const { status, body } = await county.get(`/api/organisations/children?parent=${id(path)}`);
      expect([status, body.code]).toEqual([404, "organisations.not-found"]);
    },
  );
});

describe("organisations.chart: search", () => {
  const names = async (client: Client, url: string): Promise<string[]> => {
    const { status, body } = await client.get(url);
    expect(status).toBe(200);
    return body.rows.map(({ name }: { name: string }) => name);
  };

  it("finds by name and by initials, with the line that tells like names apart", async () => {
    const { body } = await county.get(
      `/api/organisations/search?q=${encodeURIComponent("星沙支行")}`,
    );
    expect(body.rows[0]).toMatchObject({
      name: "长沙银行星沙支行工会委员会",
      line: ["湖南省总工会", "长沙市总工会", "长沙县总工会", "星沙街道总工会"],
    });
    expect(await names(county, "/api/organisations/search?q=csyhxs")).toHaveLength(2);
  });

  it("stays in the scope; the directory of names does not, and opens to workers too", async () => {
    const q = encodeURIComponent("总工会");
    expect(await names(officer, `/api/organisations/search?q=${q}`)).toEqual([]);
    const worker = await house.signIn("worker");
    expect(
      await names(worker, `/api/organisations/directory?q=${encodeURIComponent("芙蓉区")}`),
    ).toEqual(["芙蓉区总工会"]);
    expect((await worker.get(`/api/organisations/search?q=${q}`)).status).toBe(403);
    expect((await house.anonymous.get(`/api/organisations/directory?q=${q}`)).status).toBe(401);
  });

  it("an empty text is refused in words", async () => {
    const { status, body } = await county.get("/api/organisations/search?q=");
    expect(status).toBe(400);
    expect(body.fields[0].say).toBe("请输入工会名称、拼音或代码");
  });
});

describe("organisations.chart: the list", () => {
  it("filters, sorts and pages within the scope", async () => {
    const all = await county.get("/api/organisations?size=2&page=2");
    expect(all.body).toMatchObject({ total: 6, page: 2, size: 2 });
    const ending = await county.get(
      "/api/organisations?termEndsBefore=2027-06-01&level=grassroots",
    );
    expect(ending.body.rows).toMatchObject([
      {
        name: "长沙银行星沙支行工会委员会",
        termEnd: "2027-03-04",
        parentName: "星沙街道总工会",
        members: 30,
      },
    ]);
    const elsewhere = await county.get(`/api/organisations?under=${id(tree.furong)}`);
    expect(elsewhere.status).toBe(404);
    expect((await county.get("/api/organisations?level=planet")).status).toBe(400);
  });

  it("goes out as an Excel sheet of the same rows", async () => {
    const { bytes, headers } = await county.get(
      "/api/organisations/export?level=grassroots&sort=name",
    );
    expect(decodeURIComponent(String(headers["content-disposition"]))).toContain(
      "工会清单2026-11-21.xlsx",
    );
    const sheet = await readSheet(bytes);
    const rows: string[][] = [];
    for await (const { cells } of sheet) rows.push(cells.map(({ text }) => text));
    expect(rows[0]?.[0]).toBe("工会名称");
    expect(rows.slice(1).map(([name]) => name)).toHaveLength(3);
    expect(rows.flat()).toContain("长沙银行星沙支行工会委员会");
  });
});

describe("organisations.chart: one union", () => {
  it("shows facts with their source, what they were before, terms and numbers", async () => {
    const change = {
      unionId: id(bank),
      fromDay: day("2026-01-01"),
      facts: { address: "开元路8号" },
    };
    const source = { kind: "case", id: "0199aa00-0000-7000-8000-000000000001" } as const;
    await house.act(system("test"), (act) => changeFacts(act, change, source));
    const { body } = await county.get(`/api/organisations/${id(bank)}`);
    expect(body).toMatchObject({ inReach: true, union: { levelName: "基层", stateName: "正常" } });
    const address = ({ field }: { field: string }) => field === "address";
    expect(body.facts.filter(address)).toMatchObject([
      {
        text: "开元路8号",
        fromDay: "2026-01-01",
        toDay: null,
        sourceName: "办件",
        sourceId: source.id,
      },
    ]);
    expect(body.history.filter(address).map(({ text }: { text: string }) => text)).toEqual([
      "开元路8号",
      "星沙大道1号",
    ]);
    expect(body.terms).toMatchObject([{ number: 1, toDay: "2027-03-04", chair: "李明" }]);
    expect(body.numbers).toMatchObject({ unions: 2, members: 30, women: 12 });
    expect(body.can).toContainEqual(
      expect.objectContaining({ id: "organisations.change", open: true }),
    );
  });

  it("shows only name and place of a union above, and nothing of a neighbour", async () => {
    const above = await officer.get(`/api/organisations/${id(tree.changshaCounty)}`);
    expect(above.body).toMatchObject({
      inReach: false,
      facts: [],
      history: [],
      numbers: null,
      can: [],
    });
    expect(above.body.union.name).toBe("长沙县总工会");
    expect((await officer.get(`/api/organisations/${id(tree.otherFirm)}`)).status).toBe(404);
    expect((await officer.get(`/api/organisations/${id(tree.furong)}`)).status).toBe(404);
  });

  it("tells of moves with the names of both parents", async () => {
    const own = await openTestHouse({ rooms: [register, room] });
    const unionId = await own.unionId(tree.firm);
    const newParentId = await own.unionId(tree.furong);
    await own.act(system("test"), (act) => moveUnion(act, { unionId, newParentId }));
    const cadre = await own.signIn("cadre", tree.changsha);
    const { body } = await cadre.get(`/api/organisations/${unionId}`);
    expect(body.moves).toMatchObject([{ from: "星沙街道总工会", to: "芙蓉区总工会", unions: 1 }]);
  });
});

describe("organisations.chart: numbers", () => {
  it("by level, by child and by day are one truth, within the scope", async () => {
    const { body } = await county.get("/api/organisations/numbers");
    expect(body.numbers).toMatchObject({ unions: 6, members: 30, women: 12, gig: 0, kept: 0 });
    expect(body.numbers.byLevel).toEqual([
      { level: "county", levelName: "县级", unions: 1 },
      { level: "town", levelName: "乡镇（街道）级", unions: 1 },
      { level: "grassroots", levelName: "基层", unions: 3 },
      { level: "branch", levelName: "分会（小组）", unions: 1 },
    ]);
    const children = await county.get("/api/organisations/numbers/children");
    expect(children.body.rows).toMatchObject([{ name: "星沙街道总工会", unions: 5, members: 30 }]);
    const trend = await county.get(
      "/api/organisations/numbers/trend?from=2026-10-31&to=2026-11-01",
    );
    expect(trend.body.rows).toEqual([
      { day: "2026-10-31", amount: 0 },
      { day: "2026-11-01", amount: 30 },
    ]);
  });

  it.each([
    ["from=2026-11-02&to=2026-11-01", 422],
    ["from=2000-01-01&to=2026-11-01", 422],
    ["from=yesterday&to=2026-11-01", 400],
    ["from=2026-02-30&to=2026-11-01", 400],
  ])("a trend over %s is refused with %i", async (period, status) => {
    expect((await county.get(`/api/organisations/numbers/trend?${period}`)).status).toBe(status);
  });
});
