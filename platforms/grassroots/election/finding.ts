// What a rule finds (认定的一条): well, asking for an explanation, or barring. Only what the instrument's own text says bars.
import { type Assessment, binds, type Reason, reason, type Stated } from "@niangjia/engine/policy";

/** `explain`: it may stand when whoever reports it says why, and the union above accepts that. */
export type Verdict = "fit" | "explain" | "unfit";

/** Null where the rule does not come in, or has nothing to say. */
export type Found = Reason | { readonly asks: Reason } | { readonly bars: Reason } | null;

export const against = (rule: string, on: Stated, words: string): Found => {
  const found = reason(rule, on, words);
  return binds(on) ? { bars: found } : { asks: found };
};

export const barred = (rule: string, on: Parameters<typeof reason>[1], words: string): Found => ({
  bars: reason(rule, on, words),
});

/** What bars hides what only asks, and that hides what is well. */
export function assessed(all: readonly Found[]): Assessment<Verdict> {
  const found = all.filter((one) => one !== null);
  const bars = found.flatMap((one) => ("bars" in one ? one.bars : []));
  const asks = found.flatMap((one) => ("asks" in one ? one.asks : []));
  if (bars.length > 0) return { verdict: "unfit", reasons: bars };
  if (asks.length > 0) return { verdict: "explain", reasons: asks };
  return { verdict: "fit", reasons: found.flatMap((one) => ("rule" in one ? one : [])) };
}
