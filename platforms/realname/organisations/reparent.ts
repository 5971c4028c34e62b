// Moving a union (隶属关系调整): it and all below it hang elsewhere; scopes follow at once.
import {
  anySign,
  approve,
  cadreOf,
  copy,
  days,
  filesField,
  flow,
  longTextField,
  officerOf,
  review,
  unionField,
} from "@niangjia/engine/process";
import { unionStaff } from "@niangjia/foundation/roles";
import { caseFunction } from "@niangjia/registers/cases";
import { getUnion, moveUnion, refuseUnfitMove } from "@niangjia/registers/organisations";

const form = {
  union: unionField("要调整的工会", { help: "它下面的工会、会员、岗位和办件一并随它调整" }),
  newParent: unionField("新的上级工会"),
  reason: longTextField("调整原因", { maxLength: 500, help: "区划调整、企业改制、搬迁等" }),
  papers: filesField("批准文件", { required: false }),
} as const;

/**
 * First the side that lets go agrees, then the side that takes in decides (工会法 art 12: none is
 * merged at will).
 */
const decided = flow(
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

export const reparent = caseFunction({
  id: "organisations.reparent",
  title: "隶属关系调整",
  says: "工会换了上级，连同下级和会员一起划转",
  may: unionStaff,
  words: ["变更上级工会", "划转"],
  form,
  flow: decided,
  version: 1,
  summary: ({ reason }) => reason.slice(0, 30),
  oneRunningFor: (_act, { union }) => union,
  /**
   * The case is filed at the union, in the scope of whoever files; where it goes may lie outside.
   */
  check: async (act, { union, facts }) =>
    refuseUnfitMove(union, await getUnion(act, facts.newParent)),
  effect: async (act, { facts }) => {
    const moved = await moveUnion(act, { unionId: facts.union, newParentId: facts.newParent });
    const parent = await getUnion(act, facts.newParent);
    return `已调整到“${parent.name}”，连同下级共 ${moved.unions} 个工会。`;
  },
});
