// The county of a dispute (管辖): the county federation at or above the union that was chosen.
import type { Act } from "@niangjia/foundation/act";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { findUnion, getUnion, lineAbove, type Union } from "@niangjia/registers/organisations";
import { refusals } from "./refusals.ts";

/** Refuses a union that lies in no county. */
export async function countyOf(act: Act, unionId: string): Promise<Union> {
  const union = await getUnion(act, unionId);
  const county = [...(await lineAbove(act, union.path)), union].find(
    ({ level }) => level === "county",
  );
  if (!county) throw refuse(refusals.noCounty, { words: { name: union.name } });
  return county;
}

/** The union of an id, or that of the actor's own post; within the actor's reach. */
export async function unionInReach(act: Act, id: string | undefined): Promise<Union> {
  const { post } = act.actor;
  if (!post) throw new Error("only staff ask for unions in reach");
  const union = await findUnion(act, id ?? post.orgId);
  if (!union || !contains(orgPath(post.orgPath), union.path)) throw refuse(refusals.unionNotFound);
  return union;
}
