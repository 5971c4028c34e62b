// Unions in reach (管辖工会): the one a wish names, within the post of whoever acts; names for lists.
import type { Act } from "@niangjia/foundation/act";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { findUnion, holdUnion, type Union, unionsByIds } from "@niangjia/registers/organisations";
import { refusals } from "./refusals.ts";

/** Kept from moving until the act ends. Refuses a union outside the post's own, and one that does not live. */
export async function unionInReach(act: Act, id: string): Promise<Union> {
  const { post } = act.actor;
  if (!post) throw new Error("only staff name unions");
  const found = await findUnion(act, id);
  if (found?.state !== "live" || !contains(orgPath(post.orgPath), found.path)) {
    throw refuse(refusals.unionNotFound);
  }
  return holdUnion(act, found.id);
}

interface Placed {
  readonly org_id: string;
}

/** The union of each row as lists show it. */
export async function unionNames(act: Act, rows: readonly Placed[]) {
  const unions = await unionsByIds(
    act,
    rows.map(({ org_id }) => org_id),
  );
  return ({ org_id }: Placed) => ({ id: org_id, name: unions.get(org_id)?.name ?? "" });
}
