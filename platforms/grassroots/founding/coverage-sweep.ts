// The survey that runs by itself (应建未建自动摸排): each night the employers whom members name and who have no union enter
// the list, county by county.
import { newId } from "@niangjia/foundation/ids";
import { rangeOf, wholeTree } from "@niangjia/foundation/orgpath";
import type { Step, Sweep } from "@niangjia/foundation/worker";
import { employersWithoutUnion } from "@niangjia/registers/members";
import { countUnions, getUnion, listUnions, type Union } from "@niangjia/registers/organisations";
import { namesOfFirms } from "./firm-store.ts";
import { putTargets } from "./target-store.ts";

/** Fewer who write the same name may have misspelt it. */
const namedByAtLeast = 3;

async function countiesOf(step: Step, subject: string | undefined): Promise<Union[]> {
  return step(async (act) => {
    if (subject !== undefined) return [await getUnion(act, subject)];
    const filters = { range: wholeTree, level: "county", kind: "10" } as const;
    const limit = await countUnions(act, filters);
    return listUnions(act, filters, { sort: "path", limit, offset: 0 });
  });
}

/** `subject` is the id of one federation. Run twice it enters nothing the second time. */
export const coverageSweep: Sweep = {
  name: "founding.coverage",
  title: "应建未建自动摸排",
  cron: "40 2 * * *",
  async run(step, subject) {
    const did = { counties: 0, employers: 0, added: 0 };
    for (const { path } of await countiesOf(step, subject)) {
      const { found, added } = await step(async (act) => {
        const employers = await employersWithoutUnion(act, rangeOf(path), namedByAtLeast);
        const covered = await namesOfFirms(act, rangeOf(path));
        const open = employers.filter(({ employer }) => !covered.has(employer));
        const rows = open.map(({ employer, orgId, orgPath, people }) => ({
          ...{ id: newId(act.now), org_id: orgId, org_path: orgPath, kind: "firm" as const },
          ...{ name: employer, uscc: null, address: null, staff: null, opened_day: null },
          ...{ employed: people, source: "employers" as const },
        }));
        return { found: rows.length, added: await putTargets(act, rows) };
      });
      did.counties += 1;
      did.employers += found;
      did.added += added;
    }
    return did;
  },
};
