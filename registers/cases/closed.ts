// Cases at a union that is gone (撤销工会的办件): what was about it ends, the rest goes on where it has gone.
import { type Act, system } from "@niangjia/foundation/act";
import { emit } from "@niangjia/foundation/outbox";
import type { Reaction } from "@niangjia/foundation/worker";
import { type ClosedEvent, names } from "../organisations/events.ts";
import { getUnion, successorsByIds } from "../organisations/index.ts";
import { attempt } from "./attempt.ts";
import { casesAboutNobody, hangElsewhere } from "./closed-store.ts";
import { proceed } from "./command.ts";
import { hung } from "./events.ts";
import { type Functions, functionOf } from "./functions.ts";

/** Who applied hears why; a case that has meanwhile ended stays as it is. */
async function withdrawAll(act: Act, functions: Functions, union: { path: string; name: string }) {
  const house = { ...act, actor: system("cases.union-closed") };
  const opinion = `“${union.name}”已经撤销，这件事不用再办。`;
  for (const { id, function: fn } of await casesAboutNobody(house, union.path)) {
    if (functionOf(functions, fn).goesAlong) continue;
    const command = { kind: "withdraw", opinion } as const;
    await attempt(house, () => proceed(house, functions, { id, command }));
  }
}

/**
 * Nobody works at a union that is closed: cases about it are withdrawn, those about people or of
 * their own go on at the union that took it up, and rooms hear of each. Without one they stay, and
 * the clock raises them up the line.
 */
export const unionClosedReaction = (functions: Functions): Reaction => ({
  on: names.closed,
  name: "cases.union-closed",
  async run(act, event) {
    const union = await getUnion(act, (event as ClosedEvent).body.unionId);
    await withdrawAll(act, functions, union);
    const successor = (await successorsByIds(act, [union.id])).get(union.id);
    if (!successor || successor.id === union.id) return;
    for (const { id: caseId, function: fn } of await hangElsewhere(act, union, successor)) {
      await emit(act, hung(successor.path, { caseId, function: fn }));
    }
  },
});
