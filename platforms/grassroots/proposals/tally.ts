// Counting (计票): who has a place by votes; where the last place is shared by more than fit, nobody of them is chosen.
import type { Outcome } from "./words.ts";

export interface Counted {
  readonly id: string;
  readonly votes: number;
}

/**
 * The most votes first; one without any is never chosen. Those with as many votes as the last place
 * needs are `tied` when they are more than the places left: a person decides, not the order of ids.
 */
export function tally(
  nominees: readonly Counted[],
  places: number,
): readonly (Counted & { readonly outcome: Outcome })[] {
  const ranked = nominees.toSorted((one, other) => other.votes - one.votes);
  const last = ranked[places - 1]?.votes ?? 0;
  const reaching = ranked.filter(({ votes }) => votes >= last).length;
  return ranked.map((one) => {
    if (one.votes === 0 || one.votes < last) return { ...one, outcome: "not-chosen" };
    const shared = one.votes === last && reaching > places;
    return { ...one, outcome: shared ? "tied" : "chosen" };
  });
}
