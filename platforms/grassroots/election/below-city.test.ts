// Unions below a city that has no county in between (市直): the city's federation hears of what is decided of them, once.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { type AddedUnion, addUnion } from "@niangjia/registers/organisations";
import { describe, expect, it } from "vitest";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { agree, file, inTerm, paper } from "./testing.ts";

async function add(
  house: TestHouse,
  union: Pick<AddedUnion, "name" | "level">,
  parentPath: string,
): Promise<string> {
  const parentId = await house.unionId(parentPath);
  const wish = {
    ...{ ...union, kind: "1", division: "430100", sinceDay: day("2022-01-10") },
    ...({ state: "live", parentId } as const),
  };
  const { path } = await house.act(system("test"), (act) =>
    addUnion(act, wish, { kind: "demo", id: null }),
  );
  return path;
}

const answers = {
  merge: { way: "rename", name: "长沙高新材料有限公司工会委员会", reason: "公司更名" },
  adjust: {
    ...{ kind: "leave", body: "committee", office: "member", leaver: "王丽" },
    ...{ reason: "resign", lastDay: "2026-11-15" },
  },
  renew: { kind: "delay", delayMonths: 6, delayReason: "企业改制正在进行" },
} as const;

interface Asked {
  readonly path: string;
  readonly officer: Client;
  readonly above: Client;
}

/** One of each, agreed to by the union above. */
async function decideAll(house: TestHouse, { path, officer, above }: Asked): Promise<string[]> {
  const union = await inTerm(house, path, "2022-01-10");
  const ids: string[] = [];
  for (const [id, facts] of Object.entries(answers)) {
    const papers = [await paper(officer)];
    const filed = await file(officer, id, { union, ...facts, papers });
    expect(filed.status, JSON.stringify(filed.body)).toBe(200);
    const agreed = await agree(above, filed.body.id);
    expect(agreed.body, JSON.stringify(agreed.body)).toMatchObject({ status: "approved" });
    ids.push(filed.body.id);
  }
  return ids;
}

async function copiesIn({ owner }: TestHouse, cases: readonly string[]) {
  const { rows } = await owner.query(
    `select org_path as path, count(*)::int as copies from business.case_copies
     where case_id = any($1) group by org_path order by org_path`,
    [cases],
  );
  return rows;
}

describe("what is decided of a union's officers, term and name", () => {
  it("is made known to the city's federation when only a town stands in between", async () => {
    const house = await openTestHouse();
    const town = await add(house, { name: "高新街道总工会", level: "town" }, tree.changsha);
    const path = await add(house, { name: "高新材料厂工会委员会", level: "grassroots" }, town);
    const officer = await house.signIn("officer", path);
    const above = await house.signIn("chair", town);
    const city = await house.signIn("officer", tree.changsha);
    const cases = await decideAll(house, { path, officer, above });
    expect(await copiesIn(house, cases)).toEqual([
      { path: tree.changsha, copies: cases.length },
      { path: town, copies: cases.length },
    ]);
    const { body } = await city.get("/api/cases?list=copied");
    expect(body.rows.map(({ id }: { id: string }) => id).toSorted()).toEqual(cases.toSorted());
  });

  it("is made known to it once when it is itself the union above", async () => {
    const house = await openTestHouse();
    const union = { name: "高新材料厂工会委员会", level: "grassroots" } as const;
    const path = await add(house, union, tree.changsha);
    const officer = await house.signIn("officer", path);
    const above = await house.signIn("chair", tree.changsha);
    const cases = await decideAll(house, { path, officer, above });
    expect(await copiesIn(house, cases)).toEqual([{ path: tree.changsha, copies: cases.length }]);
  });
});
