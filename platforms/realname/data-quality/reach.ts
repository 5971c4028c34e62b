// Reach (管理范围): the union a question is about: the one named, or that of the post.
import type { Act } from "@niangjia/foundation/act";
import { refuse } from "@niangjia/foundation/refusal";
import { findUnion, type Union } from "@niangjia/registers/organisations";
import { refusals } from "./contract.ts";

/** Refuses a union outside the scope of the actor's post as one that is not there. */
export async function unionInReach(act: Act, id: string | undefined): Promise<Union> {
  const { post } = act.actor;
  const union = await findUnion(act, id ?? post?.orgId ?? "");
  if (!post || !union?.path.startsWith(post.orgPath)) throw refuse(refusals.unionNotFound);
  return union;
}
