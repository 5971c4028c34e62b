// Moving a membership (会籍接转): it ends at one union and goes on at another on the same day, under
// the same number.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { maskName } from "@niangjia/foundation/masks";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { addDeltas } from "../organisations/index.ts";
import * as events from "./events.ts";
import { type CurrentMembership, type Held, holdMembership } from "./held.ts";
import { type Counted, deltasOf } from "./measures.ts";
import { moveRefusals } from "./moves-contract.ts";
import { insertMembership, insertMove, setState } from "./moves-store.ts";
import type { Source } from "./source.ts";

/** What is done to somebody's membership, on which day and why. */
export interface Moving {
  readonly personId: string;
  /** Where it goes. */
  readonly unionId: string;
  readonly day: Day;
  /** National code of list `membership-change-reason`. */
  readonly reason: string | null;
  readonly note: string | null;
}

export const counted = ({ state, gig, sex }: CurrentMembership): Counted => ({ state, gig, sex });

/**
 * The membership where it is ends and one elsewhere, or of another state, begins. The caller tells
 * of both.
 */
export async function goOn(
  house: Act,
  { membership, union }: Held,
  as: { readonly state: "active" | "kept"; readonly day: Day },
): Promise<CurrentMembership> {
  const { state, day } = as;
  if (membership.state !== "ended") {
    await setState(house, membership, { state: "ended", endedDay: day });
  }
  const place = { unionId: union.id, orgPath: union.path };
  const next = { ...membership, ...place, id: newId(), state, joinedDay: day };
  await insertMembership(house, next);
  const on = { day, today: dayOf(house.now) };
  await addDeltas(house, deltasOf(membership.orgPath, on, [counted(membership), null]));
  await addDeltas(house, deltasOf(next.orgPath, on, [null, counted(next)]));
  return next;
}

/**
 * 转出 stays on file at the union that is left, with what it may still know: who, the number, and
 * where to.
 */
export async function noteLeaving(
  house: Act,
  source: Source,
  { membership, to, moving }: { membership: CurrentMembership; to: string; moving: Moving },
): Promise<void> {
  const { personId, orgPath, name, id: membershipId } = membership;
  await insertMove(house, source, {
    ...{ id: newId(), membershipId, personId, orgPath, change: "4" },
    ...{ reason: moving.reason, day: moving.day, note: moving.note },
    otherUnionId: to,
    who: maskName(name),
  });
}

/** What began, or came to be, with a membership at its own union. */
export async function noteHere(
  house: Act,
  source: Source,
  what: {
    readonly membership: CurrentMembership;
    readonly change: "1" | "2" | "3";
    readonly from?: string;
    readonly moving: Pick<Moving, "day" | "reason" | "note">;
  },
): Promise<void> {
  const { membership, change, from, moving } = what;
  const { personId, orgPath, id: membershipId } = membership;
  await insertMove(house, source, {
    ...{ id: newId(), membershipId, personId, orgPath, change },
    ...{ reason: moving.reason, day: moving.day, note: moving.note },
    otherUnionId: from ?? null,
    who: null,
  });
}

/**
 * Moves a living membership: 转出 at the old union, 转入 at the new one, kept (保留会籍) when it was kept.
 * The person's record goes along; what happened and was said at a union stays on its file. As the
 * house, since half of it lies outside anybody's scope: that both sides agreed is for the caller to
 * have asked. Refuses who is no member, the same union, a closed one. Tells `members.moved`.
 */
export async function moveMembership(act: Act, source: Source, moving: Moving): Promise<void> {
  await asHouse(act, async (house) => {
    const held = await holdMembership(house, moving.personId, moving.unionId);
    const { membership, union } = held;
    const { state } = membership;
    if (state === "ended") throw refuse(moveRefusals.notMember);
    if (membership.unionId === union.id) {
      throw refuse(moveRefusals.sameUnion, { words: { name: union.name } });
    }
    await noteLeaving(house, source, { membership, to: union.id, moving });
    const next = await goOn(house, held, { state, day: moving.day });
    const from = membership.unionId;
    await noteHere(house, source, { membership: next, change: "2", from, moving });
    if (state === "kept") await noteHere(house, source, { membership: next, change: "3", moving });
    const { personId, number, unionId } = next;
    const paths = { fromUnionId: from, fromPath: membership.orgPath };
    await emit(house, events.moved(union.path, { personId, number, unionId, ...paths }));
  });
}
