// The local flow (本地流程) a new case takes: of the nearest federation at or above its union, in force that day.
import { applyVariant, type Definition } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import type { CaseFunction } from "./function.ts";
import { keepFlow } from "./store.ts";
import { variantInForce } from "./variant-store.ts";

/** The flow as the case will keep it, with its number; undefined for the common one. */
export async function localFlow(
  house: Act,
  { id, version, flow }: CaseFunction,
  orgPath: OrgPath,
): Promise<{ definition: Definition; variant: number } | undefined> {
  const found = await variantInForce(house, {
    ...{ function: id, version, orgPath, day: dayOf(house.now) },
  });
  if (!found || Object.keys(found.changes).length === 0) return undefined;
  const changed = applyVariant(flow, found.changes);
  if (Array.isArray(changed)) throw new Error(`local flow ${found.number} no longer fits ${id}`);
  const variant = found.number;
  return { definition: await keepFlow(house, { id, version, variant, flow: changed }), variant };
}
