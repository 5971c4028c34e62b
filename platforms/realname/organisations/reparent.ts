// 隶属关系调整 (organisations.reparent): a union and all below it move in the tree; scopes follow at once.
import {
  anySign,
  approve,
  cadreOf,
  copy,
  days,
  type FactsOf,
  filesField,
  flow,
  longTextField,
  officerOf,
  review,
  unionField,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { refuse } from "@niangjia/foundation/refusal";
import {
  findUnion,
  type Moved,
  moveUnion,
  refuseUnfitMove,
} from "@niangjia/registers/organisations";
import { refusals } from "./contract.ts";
import type { Filed } from "./filed.ts";
import { unionInReach } from "./reach.ts";

export const reparentForm = {
  union: unionField("要调整的工会", { help: "它下面的工会、会员、岗位和办件一并随它调整" }),
  newParent: unionField("新的上级工会"),
  reason: longTextField("调整原因", { maxLength: 500, help: "区划调整、企业改制、搬迁等" }),
  papers: filesField("批准文件", { required: false }),
} as const;
export type ReparentFacts = FactsOf<typeof reparentForm>;

/** First the side that lets go agrees, then the side that takes in decides (工会法 art 12: none is merged at will). */
export const reparentFlow = flow(
  review(anySign(cadreOf("union.county"), cadreOf("union.parent")), {
    title: "原上级工会审核",
    within: days(15),
  }),
  approve(anySign(cadreOf("newParent.county"), cadreOf("newParent")), {
    title: "新上级工会审批",
    within: days(15),
  }),
  copy(officerOf("union"), officerOf("newParent")),
);

/** The union lies in the scope of whoever files; where it goes may lie outside. */
export async function checkReparent(act: Act, facts: ReparentFacts): Promise<string[]> {
  const union = await unionInReach(act, facts.union);
  const parent = await findUnion(act, facts.newParent);
  if (!parent) throw refuse(refusals.notFound);
  refuseUnfitMove(union, parent);
  return [];
}

/** Paths, numbers, posts and sessions are those of the new place when the case is approved. */
export const effectReparent = (act: Act, { facts }: Filed<ReparentFacts>): Promise<Moved> =>
  moveUnion(act, { unionId: facts.union, newParentId: facts.newParent });
