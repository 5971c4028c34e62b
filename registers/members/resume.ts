// Resuming a membership (恢复会籍): who had left, or had it kept, is a full member again under the old
// number.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import * as events from "./events.ts";
import { holdMembership } from "./held.ts";
import { goOn, type Moving, noteHere, noteLeaving } from "./move.ts";
import { moveRefusals } from "./moves-contract.ts";
import type { Source } from "./source.ts";

/**
 * Makes a membership that ended or was kept active at a union, which may be another one: 1 入会 for
 * who had left, 2 转入 for who had it kept. Refuses who never was a member and whose membership is
 * active. As the house, for a record may come from anywhere. Tells `members.resumed`.
 */
export async function resumeMembership(act: Act, source: Source, moving: Moving): Promise<void> {
  await asHouse(act, async (house) => {
    const held = await holdMembership(house, moving.personId, moving.unionId);
    const { membership, union } = held;
    const { state } = membership;
    if (state === "active") throw refuse(moveRefusals.active);
    const moves = state === "kept" && membership.unionId !== union.id;
    if (moves) await noteLeaving(house, source, { membership, to: union.id, moving });
    const next = await goOn(house, held, { state: "active", day: moving.day });
    const from = moves ? { from: membership.unionId } : {};
    const change = state === "kept" ? "2" : "1";
    await noteHere(house, source, { membership: next, change, ...from, moving });
    const { personId, number, unionId } = next;
    const was = { was: state, fromUnionId: membership.unionId };
    await emit(house, events.resumed(union.path, { personId, number, unionId, ...was }));
  });
}
