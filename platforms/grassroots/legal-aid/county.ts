// Where a matter is dealt with (管辖): the county federation at or above the union that was chosen, and
// for questions the nearest federation with a lawyer.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { contains, orgPath } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { findUnion, getUnion, lineAbove, type Union } from "@niangjia/registers/organisations";
import { activeLawyersAt, lawyersOnDuty } from "./lawyer-store.ts";
import { refusals } from "./refusals.ts";

const federations: readonly string[] = ["county", "city", "province"];

/** The federations at or above a union, nearest first. */
export async function federationsOver(act: Act, unionId: string): Promise<Union[]> {
  const union = await getUnion(act, unionId);
  const line = [...(await lineAbove(act, union.path)), union];
  return line.filter(({ level }) => federations.includes(level)).reverse();
}

/** The county federation, or where there is none the one nearest above. */
export async function countyOf(act: Act, unionId: string): Promise<Union> {
  const [nearest] = await federationsOver(act, unionId);
  return nearest ?? getUnion(act, unionId);
}

/**
 * Where a question goes: nobody on duty → up. Where nobody is on duty on the whole line, the nearest
 * that has a lawyer at all.
 */
export async function deskOf(act: Act, unionId: string): Promise<Union> {
  const line = await federationsOver(act, unionId);
  const paths = line.map(({ path }) => path);
  const today = dayOf(act.now);
  const [onDuty, active] = await asHouse(act, async (house) => [
    await lawyersOnDuty(house, { paths, from: today, to: today }),
    await activeLawyersAt(house, paths),
  ]);
  const withOne = (lawyers: readonly { readonly org_path: string }[]) =>
    line.find(({ path }) => lawyers.some(({ org_path }) => org_path === path));
  return withOne(onDuty) ?? withOne(active) ?? countyOf(act, unionId);
}

/** The union of an id, or that of the actor's own post; within the actor's reach. */
export async function unionInReach(act: Act, id: string | undefined): Promise<Union> {
  const { post } = act.actor;
  if (!post) throw new Error("only staff ask for unions in reach");
  const union = await findUnion(act, id ?? post.orgId);
  if (!union || !contains(orgPath(post.orgPath), union.path)) throw refuse(refusals.unionNotFound);
  return union;
}
