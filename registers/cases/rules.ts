// Rules of a case's place (本地期限): the numbers that terms of its flow name, as they hold at its union today.
import { citationWords, nation } from "@niangjia/engine/policy";
import { type Definition, type Rules, rulesNamed } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { Period } from "@niangjia/foundation/workdays";
import { unionsByIds } from "../organisations/index.ts";
import { setAt } from "../rules/index.ts";
import type { CaseFunction } from "./function.ts";

type Ruled = Pick<CaseFunction, "parameters">;

interface Place {
  readonly definition: Definition;
  /** Division code of the union the case is filed at; the nation's numbers where none is known. */
  readonly division: string;
}

/**
 * What the engine asks for the number of a rule; undefined for a flow that names none, which then
 * costs nothing. Reading a rule that says nothing for today refuses with `policy.parameter-missing`.
 */
export async function rulesAt(
  act: Act,
  { parameters }: Ruled,
  { definition, division }: Place,
): Promise<Rules | undefined> {
  const named = rulesNamed(definition);
  if (!parameters || named.length === 0) return undefined;
  const asked = parameters.settable.some(({ name }) => named.includes(name));
  const set = asked ? await setAt(act, parameters, division) : [];
  const on = parameters(dayOf(act.now), division, { set });
  return (name) => {
    const { value, citation } = on[name]!;
    return { period: value as Period, basis: citationWords(citation) };
  };
}

/** For a flow nobody has filed a case on yet: as the numbers hold where the actor's post is, else in the nation. */
export async function rulesBefore(
  act: Act,
  fn: Pick<CaseFunction, "parameters" | "flow">,
): Promise<Rules | undefined> {
  if (rulesNamed(fn.flow).length === 0) return undefined;
  const { post } = act.actor;
  const union = post && (await unionsByIds(act, [post.orgId])).get(post.orgId);
  return rulesAt(act, fn, { definition: fn.flow, division: union?.division ?? nation });
}
