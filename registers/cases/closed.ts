// Cases at a union that is gone (撤销工会的办件): what was about it ends, the rest goes on where it has gone.
import { type Act, system } from "@niangjia/foundation/act";
import type { Reaction } from "@niangjia/foundation/worker";
import { type ClosedEvent, names } from "../organisations/events.ts";
import { getUnion, successorsByIds } from "../organisations/index.ts";
import { attempt } from "./attempt.ts";
import { casesOfUnion, hangElsewhere } from "./closed-store.ts";
import { proceed } from "./command.ts";
import type { Functions } from "./functions.ts";

/** Who applied hears why; a case that has meanwhile ended stays as it is. */
async function withdrawAll(act: Act, functions: Functions, union: { path: string; name: string }) {
  const house = { ...act, actor: system("cases.union-closed") };
  const opinion = `“${union.name}”已经撤销，这件事不用再办。`;
  for (const id of await casesOfUnion(house, union.path)) {
    const command = { kind: "withdraw", opinion } as const;
    await attempt(house, () => proceed(house, functions, { id, command }));
  }
}

/**
 * Nobody works at a union that is closed: cases about it are withdrawn, those about people go on at
 * the union that took it up. Without one they stay, and the clock raises them up the line.
 */
export const unionClosedReaction = (functions: Functions): Reaction => ({
  on: names.closed,
  name: "cases.union-closed",
  async run(act, event) {
    const union = await getUnion(act, (event as ClosedEvent).body.unionId);
    await withdrawAll(act, functions, union);
    const successor = (await successorsByIds(act, [union.id])).get(union.id);
    if (successor && successor.id !== union.id) await hangElsewhere(act, union, successor);
  },
});
