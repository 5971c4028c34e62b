// Migrations on PostgreSQL: running cases go on under the new flow by a checked map; others stay.
import {
  approve,
  chairOf,
  type Definition,
  flow,
  officerOf,
  review,
  workdays,
} from "@niangjia/engine/process";
import { system } from "@niangjia/foundation/act";
import { describe, expect, it } from "vitest";
import { type TestHouse, tree } from "../../server/testing.ts";
import { migrationSweep } from "./flow-migration.ts";
import { offersOf } from "./functions.ts";
import {
  agree,
  fileSample,
  idNumber,
  openSampleHouse,
  sampleFacts,
  sampleRoom,
} from "./testing.ts";

const [one] = sampleRoom.cases!.filter(({ id }) => id === "sample.two");
const steps = { review: "first", approve: "second" };
const renamed = flow(
  review(officerOf("union"), { id: "first", within: workdays(2) }),
  approve(chairOf("union"), { id: "second", within: workdays(2) }),
);

const sweepTo = (house: TestHouse, to: Definition, map: Record<string, string>) => {
  const migrates = [{ from: 1, steps: map, because: "流程已修订" }];
  const fn = { ...one!, flow: to, version: 2, migrates };
  const offers = offersOf([{ ...sampleRoom, cases: [fn] }]);
  const act = system("cases.migrate");
  return migrationSweep(offers).run((work) => house.act(act, work), undefined);
};

const rowsOf = async (house: TestHouse) =>
  (
    await house.owner.query(
      `select version, status, (select count(*)::int from business.case_actions a
         where a.case_id = c.id and a.kind = 'migrate') as migrated
       from business.cases c order by number`,
    )
  ).rows;

async function openRunning() {
  const house = await openSampleHouse();
  const officer = await house.signIn("officer", tree.firm);
  await house.signIn("chair", tree.firm);
  const ids = [];
  for (const sequence of [1, 2, 3]) {
    const worker = await house.signIn("worker");
    const facts = await sampleFacts(house, tree.firm, { idNumber: idNumber(sequence) });
    ids.push((await fileSample(worker, "two", facts)).id);
  }
  await agree(officer, ids[1]!);
  return { house, officer, ids };
}

describe("the sweep of a migration", () => {
  it("moves every running case to its step of the new flow, once, and it goes on from there", async () => {
    const { house, officer, ids } = await openRunning();
    const did = await sweepTo(house, renamed, steps);
    expect(did).toEqual({ looked: 3, moved: 3, stayed: 0, unfit: 0 });
    expect(await sweepTo(house, renamed, steps)).toMatchObject({ looked: 0 });
    expect(await rowsOf(house)).toEqual(
      ids.map(() => ({ version: 2, status: "running", migrated: 1 })),
    );
    const { rows: onDesks } = await house.owner.query(
      "select node, title from business.tasks where state = 'open' order by case_id",
    );
    const [first, second] = renamed.nodes.map(({ id, title }) => ({ node: id, title }));
    expect(onDesks).toEqual([first, second, first]);
    await agree(officer, ids[0]!);
    const { rows } = await house.owner.query(
      "select node from business.tasks where case_id = $1 and state = 'open'",
      [ids[0]],
    );
    expect(rows).toEqual([{ node: "second" }]);
  });

  it("moves nothing by a map that would leave a step behind", async () => {
    const { house } = await openRunning();
    expect(await sweepTo(house, renamed, {})).toEqual({
      ...{ looked: 0, moved: 0, stayed: 0, unfit: 1 },
    });
    expect((await rowsOf(house)).map(({ version }) => version)).toEqual([1, 1, 1]);
  });
});
