// Carrying out a move (逐件转入): one case after another, each in a transaction of its own; who stays is noted with its reason.
import type { Act } from "@niangjia/foundation/act";
import { Refusal } from "@niangjia/foundation/refusal";
import type { LongJob } from "@niangjia/foundation/worker";
import { attempt } from "./attempt.ts";
import { type MoveAskedEvent, names } from "./events.ts";
import { bringTo, type Target } from "./flow-migration.ts";
import { flowOfVersion } from "./flow-migration-store.ts";
import { flowsToday, whyStays } from "./flow-move.ts";
import {
  endMove,
  insertStay,
  lockMove,
  type Move,
  noteLooked,
  type RunningCase,
  runningCases,
} from "./flow-move-store.ts";
import { functionOf, type Offers } from "./functions.ts";

async function targetOf(house: Act, move: Move): Promise<Target> {
  const flow = { version: move.toVersion, variant: move.toVariant };
  const kept = await flowOfVersion(house, { function: move.function, ...flow });
  if (!kept) throw new Error(`the flow of move ${move.id} is not kept`);
  return { definition: kept.definition, ...flow };
}

/** Undefined when it goes on under the new flow, or why it stays. */
async function bring(
  house: Act,
  offers: Offers,
  { move, one }: { readonly move: Move; readonly one: RunningCase },
): Promise<string | undefined> {
  const { maps, because, askedWords } = move;
  const { steps } = maps.find(
    ({ version, variant }) => version === one.version && variant === one.variant,
  )!;
  const target = await targetOf(house, move);
  const from = (await flowOfVersion(house, { function: move.function, ...one }))!.definition;
  const { at } = await flowsToday(house, functionOf(offers, move.function), move.orgPath);
  const today = { target, definition: target.definition, at };
  const why = whyStays(one, today, { from, steps });
  if (why) return why;
  const opinion = `${askedWords}安排转入新流程：${because}`;
  const done = await attempt(house, () =>
    bringTo(house, offers, { id: one.id, target, steps, because: opinion }),
  );
  return done instanceof Refusal ? done.message : undefined;
}

/** False when nothing of the order is left to do. */
async function bringNext(house: Act, offers: Offers, moveId: string): Promise<boolean> {
  const move = await lockMove(house, moveId);
  if (!move) return false;
  const left = { ...move, flows: move.maps, after: move.lastCase };
  const [one] = await runningCases(house, left, 1);
  if (!one) {
    await endMove(house, moveId);
    return false;
  }
  const why = await bring(house, offers, { move, one });
  if (why) await insertStay(house, moveId, { ...one, why });
  await noteLooked(house, moveId, { caseId: one.id, moved: why === undefined });
  return true;
}

/** Run again after a crash it goes on behind the last case it had done. */
export const moveJob = (offers: Offers): LongJob => ({
  on: names.moveAsked,
  name: "cases.move",
  async run(step, event, stopping) {
    const { moveId } = (event as MoveAskedEvent).body;
    let goesOn = true;
    while (goesOn && !stopping.aborted) {
      goesOn = await step((house) => bringNext(house, offers, moveId));
    }
  },
});
