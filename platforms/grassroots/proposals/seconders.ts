// How many must second (附议人数): as the place says it on the day the proposal was made, so that a later number moves none.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { type Union, unionsByIds } from "@niangjia/registers/organisations";
import { parametersHere } from "@niangjia/registers/rules";
import { parametersOn } from "./parameters.ts";
import type { ProposalRow } from "./store.ts";

/** At a union for what was made on a day; today when left out. */
export async function leastAt(
  act: Act,
  { division }: Pick<Union, "division">,
  day: Day = dayOf(act.now),
): Promise<number> {
  const { secondersAtLeast } = await parametersHere(act, parametersOn, { division, day });
  return secondersAtLeast.value;
}

/** For a proposal that was made. */
export async function leastFor(
  act: Act,
  { org_id, made_day }: Pick<ProposalRow, "org_id" | "made_day">,
): Promise<number> {
  const union = (await unionsByIds(act, [org_id])).get(org_id);
  if (!union) throw new Error(`a proposal at union ${org_id}, which is not there`);
  return leastAt(act, union, made_day);
}
