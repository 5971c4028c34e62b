// Counting unions one by one, in any order, comes to the same as counting everything; and each is the sum of its parts.
import fc from "fast-check";
import { expect, test } from "vitest";
import { enrolAt, facts } from "../../../registers/members/testing.ts";
import { openTestHouse, type TestHouse, tree } from "../../../server/testing.ts";
import { scoreSweep } from "./index.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const places = [tree.firm, tree.otherFirm, tree.furongFirm, tree.xingsha] as const;

const steps = fc.array(
  fc.record({
    path: fc.constantFrom(...places),
    phone: fc.boolean(),
    education: fc.constantFrom(null, "31", "99"),
    recounted: fc.constantFrom(tree.firm, tree.xingsha, tree.changshaCounty, tree.furong),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Members and checks of each union: what lies right at it, added up by hand, beside what is stored. */
async function sums(house: TestHouse) {
  const { rows } = await house.owner.query(
    `select u.path, s.people, s.completeness_good as good, s.faults,
       (select count(*)::int from member.memberships m
        where starts_with(m.org_path, u.path) and m.state <> 'ended') as counted,
       (select count(*)::int from member.persons p
        where starts_with(p.org_path, u.path) and p.phone_blind is null) as without
     from organisation.unions u cross join lateral (
       select * from business.data_quality_scores s where s.org_path = u.path
       order by day desc limit 1) s`,
  );
  return rows;
}

test(`by hand or by night, the numbers are the same (seed ${seed})`, async () => {
  const house = await openTestHouse();
  let nth = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (wanted) => {
      for (const { path, phone, education, recounted } of wanted) {
        nth += 1;
        const person = facts(2 * nth, { education, ...(phone ? {} : { phone: null }) });
        await enrolAt(house, path, [person]);
        await house.worker.sweep(scoreSweep, await house.unionId(recounted));
      }
      for (const path of places) {
        await house.worker.sweep(scoreSweep, await house.unionId(path));
      }
      expect(await house.worker.sweep(scoreSweep)).toEqual({ unions: 0 });
      for (const { path, people, counted, faults, without } of await sums(house)) {
        expect(people, path).toBe(counted);
        expect(faults["missing.phone"] ?? 0, path).toBe(without);
      }
    }),
    { seed, numRuns: 12 },
  );
}, 60_000);
