// Flows that cases run on (所依流程): as they were first filed on; those of the code are compared with the kept ones once.
import { isDeepStrictEqual } from "node:util";
import { applyVariant, type Definition } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse, sendAsHouse } from "@niangjia/foundation/elevate";
import type { CaseFunction } from "./function.ts";
import { type Filed, flowOf, isFlowKept, keepFlow } from "./store.ts";
import { variantInForce } from "./variant-store.ts";

/** Flows of the code that were found to be as they are kept, in the plain form they are kept in. */
const same = new WeakMap<Definition, Definition>();

/** The plain form of a flow, when a kept one is the same. */
function compare(flow: Definition, kept: Definition): Definition | undefined {
  if (!isDeepStrictEqual(kept, JSON.parse(JSON.stringify(flow)))) return undefined;
  same.set(flow, kept);
  return kept;
}

/** The flow a case runs on. */
export async function flowKept(act: Act, fn: CaseFunction, filed: Filed): Promise<Definition> {
  const own = filed.variant === 0 && filed.version === fn.version;
  const known = own && same.get(fn.flow);
  if (known) return known;
  const kept = await sendAsHouse(act, (house) => flowOf(house, filed));
  return (own && compare(fn.flow, kept)) || kept;
}

/** What the store holds for a case to come at a union: whether the flow of the code is kept, and what changes it. */
export interface FlowsFound {
  readonly kept: boolean;
  readonly local: Awaited<ReturnType<typeof variantInForce>>;
}

/** Asks both at once, without waiting in between. */
export async function findFlows(
  house: Act,
  fn: CaseFunction,
  placeId: string,
): Promise<FlowsFound> {
  const { id, version } = fn;
  const [kept, local] = await Promise.all([
    isFlowKept(house, fn),
    variantInForce(house, { function: id, version, placeId }),
  ]);
  return { kept, local };
}

/** The flow of the code, kept from now on. One that was changed without a new version is a mistake there. */
async function ownFlow(house: Act, fn: CaseFunction, kept: boolean): Promise<Definition> {
  const known = kept && same.get(fn.flow);
  if (known) return known;
  const own = compare(fn.flow, await keepFlow(house, fn));
  if (!own) throw new Error(`the flow of ${fn.id} was changed: give it version ${fn.version + 1}`);
  return own;
}

/** The flow a new case takes: the local one of the nearest federation at or above its union, else the code's. */
export async function takeFlow(
  act: Act,
  fn: CaseFunction,
  { kept, local }: FlowsFound,
): Promise<{ readonly definition: Definition; readonly variant: number }> {
  const definition = await asHouse(act, (house) => ownFlow(house, fn, kept));
  if (!local || Object.keys(local.changes).length === 0) return { definition, variant: 0 };
  const flow = applyVariant(fn.flow, local.changes);
  const variant = local.number;
  if (Array.isArray(flow)) throw new Error(`local flow ${variant} no longer fits ${fn.id}`);
  const changed = { ...fn, variant, flow };
  return { definition: await asHouse(act, (house) => keepFlow(house, changed)), variant };
}
