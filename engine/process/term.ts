// Terms (期限): a number of days, or the number a rule sets, which is looked up when its clock starts.
import type { Period } from "@niangjia/foundation/workdays";
import {
  allNodes,
  type ByRule,
  type Definition,
  isDecision,
  isWait,
  type Term,
} from "./definition.ts";

/** The number of a rule as it stands for a case today, and where it comes from. */
export interface Ruled {
  readonly period: Period;
  /** `《…》第…条`; empty where nothing was given. */
  readonly basis: string;
}

/** The rules of a room for the place of a case and the day that is asked about, by name. */
export type Rules = (rule: string) => Ruled;

export const isByRule = (term: Term): term is ByRule => "rule" in term;

/** Throws for a rule where none are given: that is a mistake of whoever gives the surroundings. */
export function periodOf(term: Term, rules: Rules | undefined): Period {
  if (!isByRule(term)) return term;
  if (!rules) throw new Error(`a term by the rule ${term.rule}, and no rules are given`);
  return rules(term.rule).period;
}

const daysWords = (period: Period): string =>
  "workdays" in period ? `${period.workdays} 个工作日` : `${period.days} 日`;

/**
 * By how many working days at most a term may be extended; undefined where a rule says it that
 * nobody looked up. Throws for a rule that counts other days: that is a mistake of the room.
 */
export function extensionWorkdays(most: number | ByRule, rules?: Rules): number | undefined {
  if (typeof most === "number") return most;
  if (!rules) return undefined;
  const { period } = rules(most.rule);
  if (!("workdays" in period)) throw new Error(`${most.rule} extends a term by working days`);
  return period.workdays;
}

/** As people say it; a rule that nobody looked up is only said to be one. */
export function termWords(term: Term, rules?: Rules): string {
  if (!isByRule(term)) return daysWords(term);
  return rules ? daysWords(rules(term.rule).period) : "按规定的期限";
}

/** Stands on no document: whatever its rule was set by since says more. */
const houseDefault = "本系统默认值";

/** What a term stands on: its rule's document, and what the step itself names; what both say once. */
export function basisOf(term: Term, own = "", rules?: Rules): string {
  const ruled = (isByRule(term) && rules?.(term.rule).basis) || "";
  if (own.startsWith(ruled)) return own;
  return ruled.includes(own) || own.startsWith(houseDefault) ? ruled : `${ruled}；${own}`;
}

/** Every rule a definition names, once. */
export function rulesNamed(definition: Definition): string[] {
  const steps = allNodes(definition).flatMap((node): (Term | null | undefined)[] => {
    if (isDecision(node)) {
      const { extendable } = node;
      return typeof extendable === "object" ? [node.within, extendable] : [node.within];
    }
    return isWait(node) ? [node.within, node.dealWithin] : [];
  });
  const named = [definition.within, ...steps].flatMap((term) =>
    term && isByRule(term) ? term.rule : [],
  );
  return [...new Set(named)];
}
