// Carrying out a merger (会员随转): members, unions below and cases go to the receiver, and the union closes. A small one in
// the transaction of the last approval, a large one in many.
import { type Act, system } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { LongJob } from "@niangjia/foundation/worker";
import { carryMembers } from "@niangjia/registers/members";
import { children, closeUnion, moveUnions } from "@niangjia/registers/organisations";
import { type MergingEvent, names } from "./events.ts";
import { changeMerger, holdMerger, type MergerRow } from "./store.ts";

/** As many members go in one transaction. */
export const carriedAtOnce = 1_000;

/** As many unions with all below them, which is a second or two. */
export const movedAtOnce = 500;

const notes = { merge: "所在工会合并", close: "所在工会撤销", rename: "" } as const;

async function carryOn(house: Act, merger: MergerRow, receiverId: string): Promise<number> {
  const source = { kind: "case", id: merger.case_id, byAccount: house.actor.accountId } as const;
  return carryMembers(house, source, {
    ...{ fromUnionId: merger.union_id, unionId: receiverId, kept: merger.kept },
    ...{ day: dayOf(house.now), reason: null, note: notes[merger.way], atMost: carriedAtOnce },
  });
}

/** Unions below hang under the receiver, with all that is theirs. Answers how many; all when fewer than `movedAtOnce`. */
async function moveBelow(house: Act, { union_id, way }: MergerRow, newParentId: string) {
  if (way !== "merge") return 0;
  const wanted = { parentId: union_id, closedToo: false, page: 1, size: movedAtOnce };
  const { rows } = await children(house, wanted);
  const unionIds = rows.map(({ id }) => id);
  await moveUnions(house, { unionIds, newParentId });
  return unionIds.length;
}

/**
 * Carries members and then unions until the act has carried enough, and closes the union once none
 * are left. Answers whether it is done; it is begun again until then.
 */
export async function mergeOn(act: Act, caseId: string): Promise<boolean> {
  return asHouse(act, async (as) => {
    const house = { ...as, actor: system("election.merge") };
    const merger = await holdMerger(house, caseId);
    if (!merger || merger.done_day !== null || merger.receiver_id === null) return true;
    const { union_id: unionId, receiver_id: successorId } = merger;
    const carried = await carryOn(house, merger, successorId);
    const members = merger.members + carried;
    if (carried === carriedAtOnce) {
      await changeMerger(house, caseId, { members });
      return false;
    }
    const moved = await moveBelow(house, merger, successorId);
    const unions = merger.unions + moved;
    if (moved === movedAtOnce) {
      await changeMerger(house, caseId, { members, unions });
      return false;
    }
    const day = dayOf(house.now);
    await closeUnion(house, { unionId, day, successorId });
    await changeMerger(house, caseId, { members, unions, done_day: day });
    return true;
  });
}

/** Goes on where the last step stopped, also after a crash. */
export const mergingJob: LongJob = {
  on: names.merging,
  name: "election.merging",
  async run(step, event, stopping) {
    const { caseId } = (event as MergingEvent).body;
    while (!stopping.aborted) {
      if (await step((act) => mergeOn(act, caseId))) return;
    }
  },
};
