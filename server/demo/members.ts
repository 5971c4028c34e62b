// Members (会员) of the demo: synthetic people, and in the last places the twins that the list of suspects is to find.
import type { DemoUnion } from "./demo-union.ts";
import { type DemoPerson, people } from "./people.ts";
import { demoTwins, searched } from "./twins.ts";

/**
 * Exactly `count` members of a seed. Twins take the last places, and are the same however many there are, so that a demo
 * can grow; a small one has none.
 */
export function* demoMembers(
  seed: string,
  count: number,
  unions: readonly DemoUnion[],
): Generator<DemoPerson, void> {
  const twins = count >= 2 * searched ? demoTwins(seed, unions) : [];
  yield* people(seed, count - twins.length, { unions });
  for (const { person } of twins) yield person;
}
