// Findings (逐项认定): what a rule says of facts, one at a time, and what they come to together.
import type { Citation, Reason } from "./contract.ts";
import { type Assessment, reason } from "./decision.ts";
import { binds, type Stated } from "./parameters.ts";

/** Well with its reason, asking for an explanation, barring; null where there is nothing to say. */
export type Found = Reason | { readonly asks: Reason } | { readonly bars: Reason } | null;

/** `explain`: it may stand when whoever reports it says why, and whoever decides accepts that. */
export type Fitness = "fit" | "explain" | "unfit";

/** A number that was read in its own paper bars; any other only asks for a reason. */
export const against = (rule: string, on: Stated, words: string): Found => {
  const found = reason(rule, on, words);
  return binds(on) ? { bars: found } : { asks: found };
};

/** What the law forbids outright. */
export const barred = (rule: string, on: Citation, words: string): Found => ({
  bars: reason(rule, on, words),
});

/** What is known of a paper nobody read asks for a reason, as a number of such a paper does. */
export const asking = (rule: string, on: Citation, words: string): Found => ({
  asks: reason(rule, on, words),
});

/** What bars speaks before what asks, and that before what is well. */
export function assessed(findings: readonly Found[]): Assessment<Fitness> {
  const found = findings.filter((one) => one !== null);
  const bars = found.flatMap((one) => ("bars" in one ? one.bars : []));
  const asks = found.flatMap((one) => ("asks" in one ? one.asks : []));
  if (bars.length > 0) return { verdict: "unfit", reasons: bars };
  if (asks.length > 0) return { verdict: "explain", reasons: asks };
  return { verdict: "fit", reasons: found.flatMap((one) => ("rule" in one ? one : [])) };
}
