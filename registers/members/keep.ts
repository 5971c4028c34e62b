// Keeping a membership (保留会籍): the card stays, the vote does not, and nobody counts it (会籍管理办法 art
// 15, 17–21).
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { addDeltas } from "../organisations/index.ts";
import * as events from "./events.ts";
import { holdMembership } from "./held.ts";
import { deltasOf } from "./measures.ts";
import { counted, noteHere } from "./move.ts";
import { moveRefusals } from "./moves-contract.ts";
import { setState } from "./moves-store.ts";
import type { Source } from "./source.ts";

export interface Keeping {
  readonly personId: string;
  readonly day: Day;
  /** National code of list `membership-change-reason`; for what it has no code the note says it. */
  readonly reason: string | null;
  readonly note: string | null;
}

/** Refuses who is no member, and whose membership is kept already. Tells `members.kept`. */
export async function keepMembership(act: Act, source: Source, keeping: Keeping): Promise<void> {
  const { personId, day } = keeping;
  await asHouse(act, async (house) => {
    const { membership } = await holdMembership(house, personId);
    if (membership.state === "ended") throw refuse(moveRefusals.notMember);
    if (membership.state === "kept") throw refuse(moveRefusals.keptAlready);
    await setState(house, membership, { state: "kept", endedDay: null });
    const kept = { ...membership, state: "kept" as const };
    const on = { day, today: dayOf(house.now) };
    const change = [counted(membership), counted(kept)] as const;
    await addDeltas(house, deltasOf(membership.orgPath, on, change));
    await noteHere(house, source, { membership: kept, change: "3", moving: keeping });
    const { unionId, number, orgPath } = membership;
    await emit(house, events.kept(orgPath, { personId, unionId, number }));
  });
}
