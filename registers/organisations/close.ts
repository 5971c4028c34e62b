// Closing a union (撤销工会): when its employer is gone; its rows and history stay.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { refusals } from "./contract.ts";
import * as events from "./events.ts";
import { endTerm } from "./fact-store.ts";
import { unionMeasures } from "./measures.ts";
import { dropCodes } from "./plant-store.ts";
import { addDeltas, numbersAt } from "./rollups.ts";
import { endSeatRows } from "./seat-store.ts";
import { holdUnions, livingBelow, type Union, updateUnion } from "./store.ts";

async function refuseInUse(act: Act, { id, path, name }: Union): Promise<void> {
  const below = await livingBelow(act, id);
  if (below > 0) throw refuse(refusals.hasUnionsBelow, { words: { name, count: below } });
  const { members } = await numbersAt(act, path, ["members"]);
  if (members > 0) throw refuse(refusals.hasMembers, { words: { name, count: members } });
}

/**
 * Closes a union from a day on. Refuses while living unions or counted members are under it (工会法
 * art 12–13: none is revoked at will; members keep their membership elsewhere). Kept memberships
 * may stay. `successorId` takes up what it leaves. Tells `organisations.closed`.
 */
export async function closeUnion(
  act: Act,
  {
    unionId,
    day,
    successorId = null,
  }: { readonly unionId: string; readonly day: Day; readonly successorId?: string | null },
): Promise<void> {
  const [union] = await holdUnions(act, [unionId], "closing");
  if (!union) throw refuse(refusals.notFound);
  const { name, path, level, sinceDay } = union;
  if (union.state === "closed") throw refuse(refusals.closed, { words: { name } });
  if (day > dayOf(act.now)) throw refuse(refusals.dayInFuture);
  if (day < sinceDay) throw refuse(refusals.dayTooEarly, { words: { day: sinceDay } });
  await refuseInUse(act, union);
  await updateUnion(act, unionId, {
    ...{ state: "closed", closed_day: day, successor_id: successorId },
  });
  await dropCodes(act, unionId);
  await endTerm(act, unionId, day);
  await endSeatRows(act, unionId, { lastDay: day });
  const counted = union.state === "live" ? unionMeasures(level) : [];
  await addDeltas(
    act,
    counted.map((measure) => ({ orgPath: path, measure, day, amount: -1 })),
  );
  await emit(act, events.closed(path, { unionId }));
}
