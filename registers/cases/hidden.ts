// What a step hides (隐藏字段): fields of a case that whoever looks at it may not see.
import { fieldsHidden, hiddenFrom } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { callerOf } from "./around.ts";
import { seat } from "./places.ts";
import type { StoredCase } from "./store.ts";

/** Names of the fields. Where a flow hides nothing, nothing is looked up. */
export async function hiddenFor(act: Act, row: StoredCase): Promise<string[]> {
  if (fieldsHidden(row.definition).length === 0) return [];
  const { state } = await seat(act, row.state);
  const { actor } = await callerOf(act, { fn: { id: row.function }, state });
  return hiddenFrom(row.definition, state, actor);
}
