// Opening a union (工会成立): one in preparation begins to live; from then on it is counted and may act.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { refusals, states } from "./contract.ts";
import * as events from "./events.ts";
import { unionMeasures } from "./measures.ts";
import { addDeltas } from "./rollups.ts";
import { holdUnions, type Union, unionById, updateUnion } from "./store.ts";

/**
 * A union in preparation lives from a day on. Refuses one that lives already or is closed, and days
 * to come or before its preparation began. Tells `organisations.opened`.
 */
export async function openUnion(
  act: Act,
  { unionId, day }: { readonly unionId: string; readonly day: Day },
): Promise<Union> {
  const [union] = await holdUnions(act, [unionId], "alone");
  if (!union) throw refuse(refusals.notFound);
  const { name, path, level, state, sinceDay } = union;
  if (state !== "preparing") {
    throw refuse(refusals.notPreparing, { words: { name, state: states[state] } });
  }
  if (day > dayOf(act.now)) throw refuse(refusals.dayInFuture);
  if (day < sinceDay) throw refuse(refusals.dayTooEarly, { words: { day: sinceDay } });
  await updateUnion(act, unionId, { state: "live" });
  await addDeltas(
    act,
    unionMeasures(level).map((measure) => ({ orgPath: path, measure, day, amount: 1 })),
  );
  await emit(act, events.opened(path, { unionId }));
  return (await unionById(act, unionId))!;
}
