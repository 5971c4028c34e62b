// Trade federations (行业联合会列表): those in reach, with the unions that belong to them now.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { rangeOf } from "@niangjia/foundation/orgpath";
import {
  countUnions,
  listUnions,
  livingMembersOf,
  tradeFederation,
  unionsByIds,
} from "@niangjia/registers/organisations";
import type { federations as contract } from "./contract.ts";
import { foundingsOf } from "./federation-store.ts";
import { unionInReach } from "./invitations.ts";

/** Newest first. */
export async function showFederations(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { page, size } = query;
  const { path } = await unionInReach(act, undefined);
  const filters = { range: rangeOf(path), kind: tradeFederation };
  const paging = { sort: "-since", limit: size, offset: (page - 1) * size } as const;
  const found = await listUnions(act, filters, paging);
  const ids = found.map(({ id }) => id);
  const foundings = await foundingsOf(act, ids);
  const living = await livingMembersOf(act, ids);
  const unions = await unionsByIds(
    act,
    living.map(({ unionId }) => unionId),
  );
  const membersOf = Map.groupBy(living, ({ federationId }) => federationId);
  const rows = found.map(({ id, name, sinceDay }) => ({
    union: { id, name },
    ...{ sinceDay, association: foundings.get(id)?.association ?? null },
    members: (membersOf.get(id) ?? []).map((member) => ({
      ...{ id: member.unionId, name: unions.get(member.unionId)?.name ?? "" },
      sinceDay: member.sinceDay,
      founder: foundings.get(id)?.founderIds.includes(member.unionId) ?? false,
    })),
  }));
  return { rows, total: await countUnions(act, filters), page, size };
}
