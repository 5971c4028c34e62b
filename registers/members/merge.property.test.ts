// Merging and un-merging leave the store as it was, whatever the two records hold and whatever is taken over.
import { system } from "@niangjia/foundation/act";
import { day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openTestHouse, type TestHouse, tree } from "../../server/testing.ts";
import { factNames, type PersonFacts } from "./facts.ts";
import { type MergeWish, mergePersons } from "./merge.ts";
import { readRecords } from "./merge-store.ts";
import { enrolAt, numbersUnder, facts as person } from "./testing.ts";
import { unmergePersons } from "./unmerge.ts";
import { factsOf } from "./whole.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

const tables = ["persons", "identities", "memberships", "changes", "statements", "employments"];
/** A sealed value differs each time it is sealed; what it opens to is compared beside. */
const sealed = ["id_cipher", "phone_cipher", "household_cipher"];

async function storeOf(house: TestHouse, ids: readonly string[]) {
  const rows: Record<string, unknown> = {};
  for (const table of tables) {
    const found = await house.owner.query(
      `select to_jsonb(t) as row from member.${table} t order by 1`,
    );
    rows[table] = found.rows.map(({ row }) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !sealed.includes(column))),
    );
  }
  const opened = await house.act(system("test"), async (act) => {
    const records = await readRecords(act, ids, { hold: false });
    return records.map((record) => factsOf(act.keys, record));
  });
  return { rows, opened, numbers: await numbersUnder(house, tree.province) };
}

const some = <T>(...values: T[]) => fc.constantFrom<T>(...values);
const otherFacts = fc.record<Partial<PersonFacts>>(
  {
    name: some("张小芳", "章晓芳", "張小芳"),
    sex: some("1", "2"),
    birthDay: some(null, day("1985-03-01"), day("1990-01-01")),
    phone: some(null, "13900000001"),
    education: some(null, "21", "31"),
    gigOccupation: some(null, "02"),
    household: some(null, "湖南省株洲市芦淞区", "湖南省长沙市长沙县星沙街道开元路1号"),
    employer: some(null, "星禾食品有限公司"),
    migrantWorker: some(null, true, false),
  },
  { requiredKeys: [] },
);
const state = some("active" as const, "kept" as const);

test(`a merge that is undone leaves nothing behind (seed ${seed})`, async () => {
  const house = await openTestHouse();
  let nth = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        facts: fc.tuple(otherFacts, otherFacts),
        states: fc.tuple(state, state),
        take: fc.subarray(factNames),
        path: some(tree.firm, tree.furongFirm),
      }),
      async ({ facts, states, take, path }) => {
        nth += 2;
        const [survivorId, absorbedId] = [
          ...(await enrolAt(house, tree.firm, [{ ...person(nth, facts[0]), state: states[0] }])),
          ...(await enrolAt(house, path, [{ ...person(nth + 1, facts[1]), state: states[1] }])),
        ] as [string, string];
        const before = await storeOf(house, [survivorId, absorbedId]);
        house.clock.advance(60_000);
        const wish: MergeWish = { mergeId: newId(), survivorId, absorbedId, take };
        const { merged, mergedAt } = await house.act(system("test"), async (act) => ({
          merged: await mergePersons(act, wish),
          mergedAt: act.now,
        }));
        const between = await storeOf(house, [survivorId, absorbedId]);
        expect(between).not.toEqual(before);
        const counted = (of: typeof before): number =>
          Object.entries(of.numbers).reduce(
            (sum, [m, n]) => (/^members(\.kept)?$/.test(m) ? sum + n : sum),
            0,
          );
        expect(counted(between)).toBe(counted(before) - 1);
        house.clock.advance(60_000);
        await house.act(system("test"), (act) =>
          unmergePersons(act, { ...merged, mergeId: wish.mergeId, mergedAt }),
        );
        expect(await storeOf(house, [survivorId, absorbedId])).toEqual(before);
      },
    ),
    { seed, numRuns: 25 },
  );
}, 60_000);
