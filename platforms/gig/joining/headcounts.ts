// Headcounts (从业人数): how many work in a trade, reported with source, document and day.
import type { Act } from "@niangjia/foundation/act";
import { nameOf } from "@niangjia/foundation/codelists";
import { day, dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { rangeOf } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { holdUnion, type UnionLevel, unionsByIds } from "@niangjia/registers/organisations";
import {
  headcountKinds,
  type headcounts as listContract,
  refusals,
  type headcount as reportContract,
} from "./contract.ts";
import { insertHeadcounts, listHeadcounts } from "./headcount-store.ts";
import { unionInReach } from "./invitations.ts";

/** Who knows how many work in a trade: 区县 and above. */
const reporting: readonly UnionLevel[] = ["province", "city", "county"];

/** A later report of the same federation and trade takes the place of the earlier one; both stay on file. */
export async function reportHeadcount(
  act: Act,
  { body }: Asked<typeof reportContract>,
): Promise<Answer<typeof reportContract>> {
  const { id: orgId } = await unionInReach(act, body.union);
  const union = await holdUnion(act, orgId);
  if (!reporting.includes(union.level)) {
    throw refuse(refusals.notFederation, { words: { name: union.name } });
  }
  const counted = day(body.day);
  if (counted > dayOf(act.now)) throw refuse(refusals.dayAhead);
  const { trade, workers, kind, source, document } = body;
  const id = newId(act.now);
  await insertHeadcounts(act, [
    {
      ...{ id, trade, workers, kind, source, document, day: counted },
      ...{ org_id: union.id, org_path: union.path },
      ...{ recorded_at: act.now, recorded_by: act.actor.accountId },
    },
  ]);
  return { id };
}

export async function showHeadcounts(
  act: Act,
  { query }: Asked<typeof listContract>,
): Promise<Answer<typeof listContract>> {
  const { page, size } = query;
  const { path } = await unionInReach(act, query.under);
  const found = await listHeadcounts(act, rangeOf(path), { size, offset: (page - 1) * size });
  const unions = await unionsByIds(
    act,
    found.rows.map(({ org_id }) => org_id),
  );
  const rows = found.rows.map((row) => ({
    ...{ id: row.id, trade: row.trade, workers: row.workers, kind: row.kind },
    ...{ source: row.source, document: row.document, day: row.day },
    unionName: unions.get(row.org_id)?.name ?? "",
    tradeName: nameOf("gig-occupation", row.trade),
    kindName: headcountKinds[row.kind],
    recordedAt: row.recorded_at.toISOString(),
  }));
  return { rows, total: found.total, page, size };
}
