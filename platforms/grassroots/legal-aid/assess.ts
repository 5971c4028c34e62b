// Assessing (援助认定): what the policy finds of an application on a day, at the union that decides.

import { type Decision, decide } from "@niangjia/engine/policy";
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf, daysBetween } from "@niangjia/foundation/day";
import type { Application } from "@niangjia/registers/cases";
import { setAt } from "@niangjia/registers/rules";
import type { ApplyFacts } from "./apply-form.ts";
import { parametersOn } from "./parameters.ts";
import { eligibility } from "./policy.ts";
import type { AidVerdict } from "./words.ts";

export type Assessed = Decision & { readonly verdict: AidVerdict };

const limitDaysOf = ({ limit, limitDay }: ApplyFacts, day: Day): number | null =>
  limit === "soon" && limitDay ? Math.max(0, daysBetween(day, limitDay)) : null;

/**
 * By what holds at the union that day; today, when none is given. A time limit counts from that day
 * too. `act` may be anybody's.
 */
export async function decisionOf(
  act: Act,
  { facts, union: { division } }: Pick<Application<ApplyFacts>, "facts" | "union">,
  day: Day = dayOf(act.now),
): Promise<Assessed> {
  const { kind, migrant, relief, claimFen = null, incomeFen = null, proof = [] } = facts;
  const decision = decide(eligibility, {
    ...{ day, place: division, set: await setAt(act, parametersOn, division) },
    facts: {
      ...{ matter: kind, migrant, relief, claimFen, incomeFen, proof: proof.length > 0 },
      limitDays: limitDaysOf(facts, day),
    },
  });
  return decision as Assessed;
}

export const reasonsOf = ({ reasons }: Pick<Decision, "reasons">): string =>
  reasons.map(({ words }) => words).join("");
