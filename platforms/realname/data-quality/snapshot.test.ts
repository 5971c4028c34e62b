// Snapshots over HTTP: numbers as of the day of reference, frozen word for word whatever happens later.
import { createHash } from "node:crypto";
import { day } from "@niangjia/foundation/day";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enrolAt, facts, type Person } from "../../../registers/members/testing.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { scoreSweep } from "./index.ts";

let house: TestHouse;
let cadre: Client;
let officer: Client;
const woman = (nth: number, changes: Partial<Person> = {}): Person => facts(2 * nth, changes);

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller", now: "2026-09-30T09:00:00+08:00" });
  await enrolAt(house, tree.firm, [
    woman(1),
    woman(2, { sex: "1", education: null, gigOccupation: "02" }),
    woman(3, { state: "kept" }),
    woman(4, { joinedDay: day("2026-09-30") }),
  ]);
  await enrolAt(house, tree.otherFirm, [woman(5)]);
  await house.worker.sweep(scoreSweep);
  house.clock.set("2026-11-21T09:00:00+08:00");
  cadre = await house.signIn("cadre", tree.changshaCounty);
  officer = await house.signIn("officer", tree.firm);
  await enrolAt(house, tree.otherFirm, [woman(6, { joinedDay: day("2026-10-01") })]);
});
afterAll(() => house.close());

const freeze = (client: Client, more: object = {}) =>
  client.post("/api/data-quality/snapshots", { year: 2026, ...more });
const countsOf = (counts: { title: string; count: number }[]): Record<string, number> =>
  Object.fromEntries(counts.map(({ title, count }) => [title, count]));

describe("data-quality.snapshot", () => {
  test("counts who was a member on the day of reference, by every fact", async () => {
    const frozen = await freeze(cadre);
    expect(frozen.body).toMatchObject({ day: "2026-09-30", year: 2026, unionName: "长沙县总工会" });
    const { statement } = (await cadre.get(`/api/data-quality/snapshots/${frozen.body.id}`)).body;
    expect(statement).toMatchObject({ members: 4, kept: 1 });
    const breakdown = (title: string) =>
      countsOf(statement.breakdowns.find((one: { title: string }) => one.title === title).counts);
    expect(breakdown("按性别")).toEqual({ 男性: 1, 女性: 3 });
    expect(breakdown("按学历")).toEqual({ 大学专科毕业: 3, 未填写: 1 });
    expect(breakdown("按年龄（周岁）")).toEqual({ "36 至 45 岁": 4 });
    expect(countsOf(statement.changes)).toEqual({ 入会: 1 });
    expect(statement.unions).toMatchObject({ total: 4 });
    expect(statement.below).toEqual([
      { unionName: "星沙街道总工会", members: 4, kept: 1, women: 3, gig: 1 },
    ]);
    expect(statement.quality.aspects[0]).toMatchObject({ title: "完整性", weight: 30, total: 45 });
  });

  test("gives the same bytes later, whatever has happened since", async () => {
    const { id, sha256 } = (await freeze(cadre)).body;
    const bytesOf = async (kind: string) =>
      (await cadre.get(`/api/data-quality/snapshots/${id}/file?kind=${kind}`)).bytes;
    const before = [await bytesOf("json"), await bytesOf("pdf"), await bytesOf("xlsx")];
    expect(createHash("sha256").update(before[0]!).digest("hex")).toBe(sha256);
    house.clock.advance(86_400_000);
    await enrolAt(house, tree.firm, [woman(2, { education: "21" }), woman(11)]);
    expect([await bytesOf("json"), await bytesOf("pdf"), await bytesOf("xlsx")]).toEqual(before);
    expect(before[1]!.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("is not believed when its words were altered in the store", async () => {
    const { id } = (await freeze(cadre)).body;
    await house.owner.query(
      "update business.data_quality_snapshots set content = replace(content, ':4', ':5') where id = $1",
      [id],
    );
    const reply = await cadre.get(`/api/data-quality/snapshots/${id}`);
    expect(reply.body.code).toBe("data-quality.snapshot-altered");
  });

  test("waits for its day, is frozen by who may, and seen by who reaches it", async () => {
    expect((await freeze(cadre, { year: 2027 })).body.code).toBe("data-quality.snapshot-day-ahead");
    expect((await freeze(officer)).body.code).toBe("http.not-permitted");
    const furong = await house.unionId(tree.furong);
    expect((await freeze(cadre, { unionId: furong })).body.code).toBe(
      "data-quality.union-not-found",
    );
    const { id } = (await freeze(cadre)).body;
    expect((await officer.get(`/api/data-quality/snapshots/${id}`)).status).toBe(404);
    expect((await cadre.get("/api/data-quality/snapshots?year=2026")).body.total).toBeGreaterThan(
      2,
    );
    expect((await officer.get("/api/data-quality/snapshots")).body.rows).toEqual([]);
  });
});
