// Scores over HTTP: what each check costs, that parents are the sum of what lies below, and the rows behind a number.
import { day } from "@niangjia/foundation/day";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enrolAt, facts, type Person } from "../../../registers/members/testing.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { scoreSweep } from "./index.ts";

let house: TestHouse;
let province: Client;
let officer: Client;

/** A sound woman: the 17th digit of her number is even. */
const woman = (nth: number, changes: Partial<Person> = {}): Person => facts(2 * nth, changes);

/** One member for each thing that can be wrong, under the code of the check that finds it. */
const faulty: Readonly<Record<string, Partial<Person>>> = {
  "missing.phone": { phone: null },
  "missing.ethnic": { ethnicGroup: null },
  "missing.education": { education: null },
  "missing.political": { politicalStatus: null },
  "missing.employment": { employment: null },
  "missing.household-kind": { householdKind: null },
  "missing.household": { household: null },
  "missing.employer": { employer: null },
  "missing.occupation": { gigOccupation: "02", employer: null },
  "joined.future": { joinedDay: day("2027-01-01") },
  "joined.too-young": { joinedDay: day("2001-02-28") },
  "joined.before-union": { joinedDay: day("2019-12-31") },
  "code.unknown": { education: "99" },
  "sex.differs": { sex: "1" },
  "retired.working": {
    ...{ documentNumber: "430121196001010420", birthDay: day("1960-01-01") },
  },
  "retired.too-young": { employment: "4", state: "kept" },
  "kept.working": { state: "kept" },
  "age.too-old": { birthDay: day("1925-11-21"), documentKind: "414", documentNumber: "E12345678" },
  "age.too-young": {
    birthDay: day("2010-12-25"),
    documentKind: "414",
    documentNumber: "E12345679",
  },
};

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  province = await house.signIn("cadre", tree.province);
  officer = await house.signIn("officer", tree.firm);
  await enrolAt(house, tree.firm, [woman(1), woman(2), woman(3)]);
  await enrolAt(
    house,
    tree.otherFirm,
    Object.values(faulty).map((changes, nth) => woman(100 + nth, changes)),
  );
  await enrolAt(house, tree.furongFirm, [woman(201, { phone: null })]);
  await house.worker.sweep(scoreSweep);
});
afterAll(() => house.close());

const scoreAt = async (path: string, client = province) =>
  (await client.get(`/api/data-quality/score?unionId=${await house.unionId(path)}`)).body;

type Score = {
  people: number;
  aspects: {
    aspect: string;
    good: number;
    total: number;
    checks: { code: string; people: number }[];
  }[];
};

const faultsOf = ({ aspects }: Score): Record<string, number> =>
  Object.fromEntries(
    aspects.flatMap(({ checks }) =>
      checks.flatMap(({ code, people }) => (people > 0 ? [[code, people]] : [])),
    ),
  );

describe("data-quality.score", () => {
  test("is full where nothing is wrong, with its formula, weights and their document", async () => {
    const score = await scoreAt(tree.firm);
    expect(score).toMatchObject({ score: 100, people: 3, countedAt: "2026-11-21T01:00:00.000Z" });
    expect(score.aspects.map(({ weight }: { weight: number }) => weight)).toEqual([
      30, 25, 20, 15, 10,
    ]);
    expect(score.aspects[0].formula).toContain("完整性 = 已填的数 ÷ 应填的项数");
    expect(score.aspects[0].document).toBe("本系统默认值");
    const { rows } = await house.owner.query(
      "select * from business.data_quality_scores where org_path = $1",
      [tree.firm],
    );
    expect(rows).toMatchObject([{ people: 3, completeness_total: 27, faults: {} }]);
  });

  test("finds every fault, each by its own check", async () => {
    const found = faultsOf(await scoreAt(tree.otherFirm));
    for (const code of Object.keys(faulty)) expect(found[code], code).toBeGreaterThan(0);
    expect(found).toMatchObject({ "missing.phone": 1, "missing.education": 1, "sex.differs": 1 });
  });

  test("of a federation is the sum of what lies below, never a mean of means", async () => {
    const county = (await scoreAt(tree.changshaCounty)) as Score;
    const furong = (await scoreAt(tree.furong)) as Score;
    const city = (await scoreAt(tree.changsha)) as Score;
    expect(city.people).toBe(county.people + furong.people);
    for (const [nth, aspect] of city.aspects.entries()) {
      const sum = (key: "good" | "total") => county.aspects[nth]![key] + furong.aspects[nth]![key];
      expect(aspect).toMatchObject({ good: sum("good"), total: sum("total") });
    }
    expect(faultsOf(city)["missing.phone"]).toBe(2);
  });

  test("leads down to the very members, each with the reason, masked", async () => {
    const unionId = await house.unionId(tree.otherFirm);
    const { body } = await province.get(
      `/api/data-quality/rows?unionId=${unionId}&check=missing.phone`,
    );
    expect(body).toMatchObject({ total: 1, capped: false });
    expect(body.rows[0]).toMatchObject({
      name: "张*芳",
      unionName: "星禾食品有限公司工会委员会",
      faults: [{ code: "missing.phone", say: "没有填手机号，请补上。" }],
    });
    for (const { aspect, checks } of (await scoreAt(tree.otherFirm)).aspects) {
      const listed = await province.get(
        `/api/data-quality/rows?unionId=${unionId}&measure=${aspect}&size=100`,
      );
      const reasons = listed.body.rows.flatMap((row: { faults: unknown[] }) => row.faults);
      const lost = checks.reduce((sum: number, one: { people: number }) => sum + one.people, 0);
      expect(reasons, aspect).toHaveLength(lost);
    }
  });

  test("shows a union only to who reaches it", async () => {
    const unionId = await house.unionId(tree.otherFirm);
    for (const path of ["score", "rows", "trend", "ranking", "suspects", "snapshots"]) {
      const reply = await officer.get(`/api/data-quality/${path}?unionId=${unionId}`);
      expect(reply.body.code, path).toBe("data-quality.union-not-found");
    }
    expect((await officer.get("/api/data-quality/score")).body.people).toBe(3);
  });

  test("rises at once when a union counts itself anew, and so do those above", async () => {
    const before = await scoreAt(tree.province);
    const unionId = await house.unionId(tree.furongFirm);
    await enrolAt(house, tree.furongFirm, [woman(201)]);
    const reply = await province.post("/api/data-quality/score/recount", { unionId });
    expect(reply.body).toEqual({ score: 100, people: 1 });
    const partly = await scoreAt(tree.province);
    expect(faultsOf(before)["missing.phone"]).toBe(2);
    expect(faultsOf(partly)["missing.phone"]).toBe(1);
    await house.worker.sweep(scoreSweep);
    expect(await scoreAt(tree.province)).toEqual(partly);
  });

  test("keeps one row for as long as nothing changes", async () => {
    house.clock.set("2026-11-23T09:00:00+08:00");
    expect(await house.worker.sweep(scoreSweep)).toEqual({ unions: 0 });
    await enrolAt(house, tree.firm, [woman(4, { phone: null })]);
    const written = await house.worker.sweep(scoreSweep);
    expect(written).toEqual({ unions: 5 });
    const now = await scoreAt(tree.firm);
    expect(now.people).toBe(4);
    const earlier = await officer.get("/api/data-quality/score?day=2026-11-22");
    expect(earlier.body).toMatchObject({ people: 3, score: 100 });
  });
});

describe("data-quality.ranking", () => {
  test("ranks the unions of a level, with what they were before", async () => {
    const { body } = await province.get(
      "/api/data-quality/ranking?level=grassroots&against=2026-11-22",
    );
    expect(body.rows.map((row: { unionName: string }) => row.unionName)).toEqual([
      "蓉川物业有限公司工会委员会",
      "湘岚机械有限公司工会委员会",
      "星禾食品有限公司工会委员会",
    ]);
    expect(body.rows[1]).toMatchObject({ rank: 2, people: 4, before: { rank: 1, score: 100 } });
    expect(body.rows[0].before).toEqual({ rank: 1, score: 100 });
    const { rows } = await house.owner.query(
      "select count(*)::int as n from business.data_quality_scores where org_path = $1",
      [tree.firm],
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  test("takes the unions right below when no level is named", async () => {
    const { body } = await province.get("/api/data-quality/ranking");
    expect(body.rows).toMatchObject([{ unionName: "长沙市总工会", rank: 1 }]);
    expect(body.total).toBe(1);
  });

  test("comes as a sheet, and over time", async () => {
    const file = await province.get("/api/data-quality/ranking/file?level=county");
    expect(file.headers["content-type"]).toContain("spreadsheetml");
    expect(file.bytes.length).toBeGreaterThan(2_000);
    const { body } = await officer.get("/api/data-quality/trend?from=2026-11-22&to=2026-11-30");
    expect(body.points).toMatchObject([
      { day: "2026-11-22", people: 3, score: 100 },
      { day: "2026-11-23", people: 4 },
    ]);
    const backwards = await officer.get("/api/data-quality/trend?from=2026-11-22&to=2026-11-01");
    expect(backwards.body.code).toBe("data-quality.period-backwards");
  });
});
