// What holds of every case whatever is done to it: over random commands, two at once, and unions
// that move.
import { type Action, openTasks, replay } from "@niangjia/engine/process";
import { system } from "@niangjia/foundation/act";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Client, type TestHouse, tree } from "../../server/testing.ts";
import { moveUnion } from "../organisations/index.ts";
import { clockSweep } from "./clock.ts";
import { offersOf } from "./functions.ts";
import type { StoredCase } from "./store.ts";
import {
  agree,
  effects,
  fileSample,
  give,
  idNumber,
  openSampleHouse,
  sampleFacts,
  sampleRoom,
} from "./testing.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const sweep = clockSweep(offersOf([sampleRoom]));

interface Stored extends Pick<StoredCase, "id" | "status" | "state"> {
  readonly actions: Action[];
  /** Tasks that lie on a desk. */
  readonly open: number[] | null;
}

/** Every case as the store has it, past all scopes. */
async function stored(house: TestHouse): Promise<Stored[]> {
  const { rows } = await house.owner.query<Stored>(
    `select c.id, c.status, c.state, f.definition,
       (select json_agg(a.action order by a.seq) from business.case_actions a
        where a.case_id = c.id) as actions,
       (select json_agg(t.number order by t.number) from business.tasks t
        where t.case_id = c.id and t.state = 'open' and not t.waits) as open
     from business.cases c join business.case_flows f using (function, version, variant)`,
  );
  return rows;
}

function expectSound({ id, status, state, actions, open }: Stored): void {
  expect(replay(actions), id).toEqual(state);
  expect(state.status, id).toBe(status);
  expect(open ?? [], id).toEqual(openTasks(state).map((task) => task.id));
  expect(open !== null, `${id} is ${status}`).toBe(status === "running");
  expect(actions.map((action) => action.id)).toEqual(actions.map((_, nth) => nth + 1));
}

const kinds = [
  "agree",
  "agree",
  "agree",
  "return",
  "add-sign",
  "delegate",
  "reject",
  "withdraw",
  "resubmit",
  "urge",
  "day",
] as const;

const anyStep = fc.record({
  kind: fc.constantFrom(...kinds),
  afterwards: fc.constantFrom("on", "back"),
  when: fc.constantFrom("before", "after"),
  by: fc.nat(4),
  of: fc.nat(5),
  task: fc.integer({ min: 1, max: 6 }),
});

const aDay = 86_400_000;

const commandOf = (kind: string, to: string, ways: { afterwards: string; when: string }) => {
  if (kind === "return") return { kind, afterwards: ways.afterwards };
  if (kind === "delegate") return { kind, to };
  return kind === "add-sign" ? { kind, when: ways.when, posts: [to] } : { kind };
};

describe("every case", () => {
  it(`is what its actions add up to, and waits for somebody while it runs (seed ${seed})`, async () => {
    const house = await openSampleHouse({ now: "2026-03-02T09:00:00+08:00" });
    const people: Client[] = [
      await house.signIn("worker"),
      await house.signIn("officer", tree.firm),
      await house.signIn("officer", tree.firm),
      await house.signIn("chair", tree.firm),
      await house.signIn("officer", tree.xingsha),
    ];
    const { rows: posts } = await house.owner.query<{ id: string }>(
      "select id from access.posts where org_path = any($1) order by id",
      [[tree.firm, tree.xingsha]],
    );
    const words = ["one", "two", "all", "pass", "raise", "local"];
    let filed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 12, maxLength: 30 }), async (steps) => {
        const cases: string[] = [];
        for (const word of words) {
          filed += 1;
          const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(filed) });
          cases.push((await fileSample(people[0]!, word, facts)).id);
        }
        for (const { kind, by, of, task, afterwards, when } of steps) {
          if (kind === "day") {
            house.clock.advance(aDay);
            await house.worker.sweep(sweep);
            continue;
          }
          const to = posts[by % posts.length]!.id;
          const command = { ...commandOf(kind, to, { afterwards, when }), task };
          const reply = await give(people[by]!, cases[of]!, { ...command, opinion: "照章办理" });
          expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(500);
        }
        const all = await stored(house);
        for (const one of all) expectSound(one);
        const approved = all.filter(({ status }) => status === "approved");
        expect(await effects(house)).toBe(approved.length);
      }),
      { seed, numRuns: 6, endOnFailure: true },
    );
  }, 120_000);

  it("is decided by exactly one of two officers who decide at once", async () => {
    const house = await openSampleHouse();
    const worker = await house.signIn("worker");
    const officers = [
      await house.signIn("officer", tree.firm),
      await house.signIn("officer", tree.firm),
    ];
    for (let nth = 1; nth <= 5; nth += 1) {
      const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(nth) });
      const { id } = await fileSample(worker, "one", facts);
      const replies = await Promise.all([
        agree(officers[nth % 2]!, id),
        give(officers[(nth + 1) % 2]!, id, { kind: "reject", task: 1, opinion: "不符合" }),
      ]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      const lost = replies.find(({ status }) => status === 409);
      expect(lost?.body.code).toBe("process.task-closed");
    }
    const all = await stored(house);
    for (const one of all) expectSound(one);
    expect(await effects(house)).toBe(all.filter(({ status }) => status === "approved").length);
  });

  it("runs once when two apply for the same thing at once", async () => {
    const house = await openSampleHouse();
    const workers = [await house.signIn("worker"), await house.signIn("worker")];
    const facts = await sampleFacts(house, tree.firm);
    const url = "/api/cases/functions/sample.one/file";
    const replies = await Promise.all(workers.map((worker) => worker.post(url, { facts })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await stored(house)).toHaveLength(1);
  });

  it("keeps its tasks when its union is hung elsewhere, and is decided there", async () => {
    const house = await openSampleHouse();
    const worker = await house.signIn("worker");
    const officer = await house.signIn("officer", tree.firm);
    const { id } = await fileSample(worker, "two", await sampleFacts(house, tree.firm));
    const unionId = await house.unionId(tree.firm);
    const newParentId = await house.unionId(tree.furong);
    await house.act(system("test"), (act) => moveUnion(act, { unionId, newParentId }));
    await expect.poll(async () => (await officer.get("/api/desk")).body.total).toBe(1);
    expect((await agree(officer, id)).status).toBe(200);
    const county = await house.signIn("cadre", tree.changshaCounty);
    expect((await county.get(`/api/cases/${id}`)).status).toBe(404);
    const furong = await house.signIn("cadre", tree.furong);
    expect((await furong.get(`/api/cases/${id}`)).body.stages[2].state).toBe("now");
    for (const one of await stored(house)) expectSound(one);
  });
});
