// Reach (管理范围): the union a request is about, inside the scope of the post that asks.
import type { Act, ActingPost } from "@niangjia/foundation/act";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { findUnion, type Union } from "@niangjia/registers/organisations";
import { refusals } from "./contract.ts";

export function postOf({ actor }: Act): ActingPost {
  if (!actor.post) throw new Error("union staff act through a post");
  return actor.post;
}

export const isInReach = (act: Act, union: Union): boolean =>
  contains(orgPath(postOf(act).orgPath), union.path);

/** The union asked for, or the post's own. Refuses one outside the scope as if there were none. */
export async function unionInReach(act: Act, id: string | undefined): Promise<Union> {
  const union = await findUnion(act, id ?? postOf(act).orgId);
  if (!union || !isInReach(act, union)) throw refuse(refusals.notFound);
  return union;
}
