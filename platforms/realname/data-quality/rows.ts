// The rows behind a number (扣分明细): which members lose points at this moment, and by what.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { maskName } from "@niangjia/foundation/masks";
import { refuse } from "@niangjia/foundation/refusal";
import type { Check } from "@niangjia/registers/members";
import { type rows as contract, limits, refusals } from "./contract.ts";
import { scoredChecks } from "./quality.ts";
import { unionInReach } from "./reach.ts";
import { countLosing, losingRows } from "./rows-store.ts";

type Wanted = Asked<typeof contract>["query"];

const wantedChecks = (all: readonly Check[], { measure, check }: Wanted): Check[] =>
  all.filter(
    ({ code, aspect }) =>
      (measure === undefined || aspect === measure) && (check === undefined || code === check),
  );

export async function listLosing(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { page, size } = query;
  const offset = (page - 1) * size;
  const { reachableRows, countedAtMost } = limits;
  if (offset >= reachableRows) throw refuse(refusals.tooFar, { words: { limit: reachableRows } });
  const { path } = await unionInReach(act, query.unionId);
  const checks = wantedChecks(scoredChecks(act.now), query);
  if (checks.length === 0) return { rows: [], total: 0, capped: false, page, size };
  const byCode = new Map(checks.map((check) => [check.code, check]));
  const found = await countLosing(act, checks, { path, atMost: countedAtMost });
  const rows = await losingRows(act, checks, { path, size, offset });
  return {
    rows: rows.map(({ name, codes, ...row }) => ({
      ...row,
      name: maskName(name),
      faults: codes.map((code) => {
        const { title, say } = byCode.get(code)!;
        return { code, title, say };
      }),
    })),
    total: Math.min(found, countedAtMost),
    capped: found > countedAtMost,
    page,
    size,
  };
}
