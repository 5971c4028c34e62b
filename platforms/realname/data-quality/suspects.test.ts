// Suspects over HTTP: planted duplicates and strange values are found with their evidence, others are not, and words stand.
import { day } from "@niangjia/foundation/day";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enrolAt, facts, numberOf, type Person } from "../../../registers/members/testing.ts";
import { type Client, openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { scoreSweep, suspectsSweep } from "./index.ts";

let house: TestHouse;
let city: Client;
let county: Client;
let officer: Client;
const ids: Record<string, string> = {};

/** A sound woman of her own name and day of birth, so that she is like nobody. */
const strangers = ["李建国", "王丽华", "赵敏", "钱多多", "孙尚香", "周小丽", "吴秀兰", "郑爽"];
const woman = (nth: number, changes: Partial<Person> = {}): Person =>
  facts(2 * nth, {
    name: strangers[nth % strangers.length]!,
    birthDay: day(`19${70 + (nth % 25)}-04-0${1 + (nth % 9)}`),
    ...changes,
  });

async function plant(path: string, people: Readonly<Record<string, Person>>): Promise<void> {
  const made = await enrolAt(house, path, Object.values(people));
  for (const [nth, name] of Object.keys(people).entries()) ids[name] = made[nth]!;
}

beforeAll(async () => {
  house = await openTestHouse({ closeAfter: "caller" });
  city = await house.signIn("cadre", tree.changsha);
  county = await house.signIn("cadre", tree.changshaCounty);
  officer = await house.signIn("officer", tree.firm);
  const same = { name: "张小芳", birthDay: day("1985-03-01") };
  await plant(tree.firm, {
    slip: woman(1, same),
    variant: woman(3, { name: "欧阳娜", phone: "13811110000" }),
    oldPhone: woman(5, { phone: "13822220000" }),
    retired: woman(7, { birthDay: day("1960-01-01") }),
    sound: woman(9),
  });
  house.clock.advance(60_000);
  await plant(tree.otherFirm, {
    variantToo: woman(4, { name: "歐陽娜", phone: "13811110000" }),
    newPhone: woman(6, { phone: "13822220000" }),
  });
  await plant(tree.furongFirm, {
    slipToo: { ...woman(2, same), documentNumber: numberOf(402) },
  });
  await house.worker.sweep(suspectsSweep);
  await house.worker.sweep(scoreSweep);
});
afterAll(() => house.close());

interface Listed {
  id: string;
  kind: string;
  score: number;
  person: { personId: string };
  other: { personId: string } | null;
  evidence: { rule: string; say: string }[];
}

const listed = async (client: Client, query = ""): Promise<Listed[]> =>
  (await client.get(`/api/data-quality/suspects?size=100${query}`)).body.rows;
const found = (rows: readonly Listed[], ...names: string[]): Listed | undefined =>
  rows.find(({ person, other }) => {
    const both = [person.personId, other?.personId].filter(Boolean);
    return names.every((name) => both.includes(ids[name])) && both.length >= names.length;
  });

describe("data-quality.suspects", () => {
  test("finds duplicates by number, sound and variant, with the reasons", async () => {
    const rows = await listed(city);
    const slip = found(rows, "slip", "slipToo");
    expect(slip?.evidence.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["number.one-off", "name.same", "birth.same"]),
    );
    const variant = found(rows, "variant", "variantToo");
    expect(variant?.evidence.map(({ rule }) => rule)).toContain("name.variant");
    expect(rows[0]!.score).toBeGreaterThanOrEqual(rows[1]!.score);
  });

  test("finds an outdated phone and a value that can hardly be true, and nobody else", async () => {
    const rows = await listed(city);
    expect(found(rows, "oldPhone", "newPhone")).toMatchObject({
      kind: "phone",
      person: { personId: ids.oldPhone, phoneMask: "138****0000", name: "周*丽" },
    });
    expect(found(rows, "retired")).toMatchObject({
      kind: "retired.working",
      evidence: [{}, { say: "登记的出生日期1960年1月1日。" }],
    });
    expect(rows).toHaveLength(4);
  });

  test("shows a pair only to who reaches both, and each union that its own member is in doubt", async () => {
    expect(found(await listed(county), "slip", "slipToo")).toBeUndefined();
    expect(found(await listed(county), "variant", "variantToo")).toBeDefined();
    expect((await listed(officer)).map(({ kind }) => kind).toSorted()).toEqual([
      "phone",
      "retired.working",
    ]);
    expect(found(await listed(officer), "oldPhone")?.other).toBeNull();
    const { body } = await officer.get("/api/data-quality/rows?measure=uniqueness");
    const doubtful = body.rows.map((row: { personId: string }) => row.personId);
    expect(doubtful.toSorted()).toEqual([ids.slip, ids.variant, ids.oldPhone].toSorted());
    const score = await officer.get("/api/data-quality/score");
    expect(score.body.aspects[2]).toMatchObject({ aspect: "uniqueness", good: 2, total: 5 });
  });

  test("run again finds the same, and one person alone can be asked about", async () => {
    expect(await house.worker.sweep(suspectsSweep)).toMatchObject({ added: 0, gone: 0, alike: 2 });
    expect(await house.worker.sweep(suspectsSweep, ids.slip)).toMatchObject({
      ...{ added: 0, gone: 0, alike: 1 },
    });
    expect(await listed(city)).toHaveLength(4);
  });

  test("remembers for good that two are not one", async () => {
    const pair = found(await listed(city), "slip", "slipToo")!;
    const url = `/api/data-quality/suspects/${pair.id}/dismiss`;
    expect((await county.post(url, { note: "本人到场" })).status).toBe(404);
    expect((await city.post(url, { note: "两人分别到场核对" })).body).toEqual({
      state: "not-same",
    });
    expect((await city.post(url, { note: "再点一次" })).body.code).toBe(
      "data-quality.suspect-not-open",
    );
    await house.worker.sweep(suspectsSweep);
    expect(found(await listed(city), "slip", "slipToo")).toBeUndefined();
    expect(await listed(city, "&state=not-same")).toMatchObject([
      { id: pair.id, decided: { note: "两人分别到场核对" } },
    ]);
    const { rows } = await house.owner.query(
      "select * from business.data_quality_doubts where person_id = $1",
      [ids.slip],
    );
    expect(rows).toEqual([]);
  });

  test("costs no more points once somebody has found the value true", async () => {
    const strange = found(await listed(officer), "retired")!;
    await officer.post(`/api/data-quality/suspects/${strange.id}/dismiss`, {
      note: "已办弹性延迟退休",
    });
    await house.worker.sweep(suspectsSweep);
    await house.worker.sweep(scoreSweep);
    const { body } = await officer.get("/api/data-quality/rows?check=retired.working");
    expect(body.rows).toEqual([]);
    const reopened = await officer.post(`/api/data-quality/suspects/${strange.id}/reopen`, {});
    expect(reopened.body).toEqual({ state: "open" });
    expect((await officer.get("/api/data-quality/rows?check=retired.working")).body.total).toBe(1);
  });

  test("is settled by merging, and by taking the merge back", async () => {
    const pair = found(await listed(county), "variant", "variantToo")!;
    const { body } = await county.post("/api/roster/merges", {
      survivorId: ids.variant,
      absorbedId: ids.variantToo,
    });
    await house.settle();
    const stateOf = async () =>
      (await county.get(`/api/data-quality/suspects/${pair.id}`)).body.state;
    expect(await stateOf()).toBe("merged");
    await house.worker.sweep(suspectsSweep);
    expect(await stateOf()).toBe("merged");
    await county.post(`/api/roster/merges/${body.id}/undo`, { note: "是两个人" });
    await house.settle();
    await house.worker.sweep(suspectsSweep);
    expect(await stateOf()).toBe("not-same");
  });

  test("stays parted when news of the merge comes last", async () => {
    const merging = await house.owner.query(
      "select id from outbox.events where name = 'members.merged' order by at desc limit 1",
    );
    const job = { queue: "reactions", work: "data-quality.merged" } as const;
    await house.owner.query("delete from outbox.deliveries where event_id = $1 and reaction = $2", [
      merging.rows[0].id,
      job.work,
    ]);
    await house.worker.react({ ...job, eventId: merging.rows[0].id });
    const { rows } = await house.owner.query(
      `select state from business.data_quality_suspects
       where kind = 'duplicate' and $1 in (person_id, other_id) and $2 in (person_id, other_id)`,
      [ids.variant, ids.variantToo],
    );
    expect(rows).toEqual([{ state: "not-same" }]);
  });

  test("lets go of what was mended", async () => {
    await enrolAt(house, tree.firm, [woman(5, { phone: "13833330000" })]);
    expect(await house.worker.sweep(suspectsSweep)).toMatchObject({ gone: 1 });
    expect(found(await listed(officer), "oldPhone")).toBeUndefined();
  });
});
