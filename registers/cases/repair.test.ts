// Cases from before their store kept what it keeps now: mended there by any owner of its tables.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../server/testing.ts";
import { agree, fileSample, give, idNumber, openSampleHouse, sampleFacts } from "./testing.ts";

const folder = new URL("./migrations/", import.meta.url);
const repairs = {
  "0096_case_due_days.sql": ["cases", "case_actions", "tasks", "case_words", "case_hand_overs"],
  "0100_variants_at_federation.sql": ["case_flow_variants"],
} as const;

/** As an operator whose own role has the tables and is no superuser. */
async function mend(
  { owner }: TestHouse,
  name: keyof typeof repairs = "0096_case_due_days.sql",
): Promise<void> {
  const repair = readFileSync(new URL(name, folder), "utf8");
  const tables = repairs[name];
  await owner.query("begin; grant usage on schema business to niangjia_door");
  await owner.query("grant select on public.niangjia_migrations to niangjia_door");
  for (const table of tables) {
    await owner.query(`alter table business.${table} owner to niangjia_door`);
  }
  await owner.query(`set local role niangjia_door; ${repair}; commit`);
}

const rowsOf = async ({ owner }: TestHouse, query: string) => (await owner.query(query)).rows;

async function openScene() {
  const house = await openSampleHouse({ now: "2026-11-16T09:00:00+08:00" });
  const worker = await house.signIn("worker");
  const officer = await house.signIn("officer", tree.firm);
  const filed = async (word: string, nth: number) =>
    (
      await fileSample(
        worker,
        word,
        await sampleFacts(house, tree.firm, { idNumber: idNumber(nth) }),
      )
    ).id;
  return { house, officer, filed };
}

describe("a case that was there before", () => {
  it("bears the first last day that runs in it: of a task, a notice or the whole case; or none", async () => {
    const { house, officer, filed } = await openScene();
    await filed("one", 1);
    await filed("whole", 2);
    await filed("consent", 3);
    await agree(officer, await filed("posted", 4));
    const returned = await filed("whole", 5);
    await give(officer, returned, { kind: "return", task: 1, opinion: "请补充说明" });
    await agree(officer, await filed("one", 6));
    const cases = "select id, due_day from business.cases order by id";
    const tasks = "select case_id, number, due_day from business.tasks order by case_id, number";
    const before = [await rowsOf(house, cases), await rowsOf(house, tasks)];
    expect(before[0]!.map(({ due_day }) => due_day)).toEqual([
      ...["2026-11-18", "2026-11-19", null, "2026-11-19", null, null],
    ]);
    await house.owner.query("update business.cases set due_day = null");
    await house.owner.query(
      "update business.tasks set due_day = null where case_id = $1 and state = 'open'",
      [before[0]![1].id],
    );
    await mend(house);
    expect([await rowsOf(house, cases), await rowsOf(house, tasks)]).toEqual(before);
  });

  it("is found, and its hand-overs are on record as those before; those made since stay as they are", async () => {
    const { house, officer, filed } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    const ids = [await filed("one", 1), await filed("one", 2)];
    for (const id of ids) await give(officer, id, { kind: "claim", task: 1 });
    const [post] = await rowsOf(
      house,
      `select id from access.posts where account_id = '${officer.accountId}'`,
    );
    const order = { from: post.id, reason: "长期病休" };
    expect((await chair.post("/api/cases/hand-over", order)).body).toMatchObject({ handed: 2 });
    await house.settle();
    const handed = "select * from business.case_hand_overs order by case_id, seq";
    const before = await rowsOf(house, handed);
    expect(before).toHaveLength(2);
    await house.owner.query("delete from business.case_words where case_id = $1", [ids[0]]);
    await house.owner.query("delete from business.case_hand_overs where case_id = $1", [ids[0]]);
    await house.owner.query(
      "update public.niangjia_migrations set applied_at = '2026-11-17' where number = 77",
    );
    await house.owner.query(
      "update business.case_hand_overs set reason = '已经改过' where case_id = $1",
      [ids[1]],
    );
    await mend(house);
    expect(await rowsOf(house, handed)).toEqual([before[0], { ...before[1], reason: "已经改过" }]);
    const words = "select made from business.case_words order by case_id";
    expect(await rowsOf(house, words)).toEqual([{ made: 0 }, { made: 3 }]);
  });

  it("of a hand-over after they were kept is told nothing twice", async () => {
    const { house, officer, filed } = await openScene();
    const chair = await house.signIn("chair", tree.firm);
    await give(officer, await filed("one", 1), { kind: "claim", task: 1 });
    const [post] = await rowsOf(
      house,
      `select id from access.posts where account_id = '${officer.accountId}'`,
    );
    await chair.post("/api/cases/hand-over", { from: post.id, reason: "长期病休" });
    await house.owner.query("delete from business.case_hand_overs");
    await house.owner.query(
      "update public.niangjia_migrations set applied_at = '2026-11-15' where number = 77",
    );
    await mend(house);
    expect(await rowsOf(house, "select from business.case_hand_overs")).toEqual([]);
  });
});

describe("a local flow that was there before", () => {
  it("has a look that it adds at the county at the nearest federation, the rest as it was", async () => {
    const { house } = await openScene();
    const look = { after: "review", role: "cadre", within: 2 };
    const others = [{ ...look, at: "union" }, { drops: ["approve"] }];
    const changes = (at: string) => [
      { drops: ["approve"], adds: [{ ...look, at }, others[0]] },
      ...[{ adds: [others[0]] }, others[1]],
    ];
    for (const one of changes("union.county")) {
      await house.owner.query(
        `insert into business.case_flow_variants (function, version, org_path, from_day, changes,
           state, proposed_by, proposed_words, proposed_at)
         values ('sample.local', 1, $1, '2026-12-01', $2, 'refused', gen_random_uuid(), '', now())`,
        [tree.changshaCounty, one],
      );
    }
    await mend(house, "0100_variants_at_federation.sql");
    const kept = "select changes from business.case_flow_variants order by number";
    const rows = changes("union.federation").map((one) => ({ changes: one }));
    expect(await rowsOf(house, kept)).toEqual(rows);
  });
});
