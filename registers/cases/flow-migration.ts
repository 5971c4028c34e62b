// Migrating (转入新流程): running cases of an earlier version go on under the flow of today, by a map that is checked.
import { isDeepStrictEqual } from "node:util";
import { type Definition, fieldsHidden, migrationFaults } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { Refusal } from "@niangjia/foundation/refusal";
import type { Step, Sweep } from "@niangjia/foundation/worker";
import { advance } from "./effects.ts";
import { casesOfVersion, flowOfVersion, setFlow } from "./flow-migration-store.ts";
import type { CaseFunction, Migration } from "./function.ts";
import type { Offers } from "./functions.ts";
import { oweWords } from "./search-words-store.ts";
import { keepFlow } from "./store.ts";
import { getCase, take } from "./take.ts";

/** Whether the map leaves no step behind. A version nobody filed a case on has nothing to check. */
async function mapFits(act: Act, fn: CaseFunction, { from, steps }: Migration): Promise<boolean> {
  const before = await flowOfVersion(act, { function: fn.id, version: from });
  return !before || migrationFaults(before.definition, fn.flow, steps).length === 0;
}

/** A flow a case is brought to, as it is kept. */
export interface Target {
  readonly definition: Definition;
  readonly version: number;
  /** Number of the local flow; 0 is the common one. */
  readonly variant: number;
}

interface Bringing {
  readonly id: string;
  readonly target: Target;
  readonly steps: Migration["steps"];
  readonly because: string;
}

/** Refuses as the engine does when a step the case stands at is not found there. */
export async function bringTo(
  act: Act,
  offers: Offers,
  { id, target, steps: nodes, because: opinion }: Bringing,
): Promise<void> {
  const standing = await take(act, offers, await getCase(act, id));
  await advance(act, { ...standing, ...target }, { kind: "migrate", nodes, opinion });
  const { version, variant } = target;
  await asHouse(act, async (house) => {
    await setFlow(house, id, { version, variant });
    if (hidesOthers(standing.definition, target.definition)) await oweWords(house, id);
  });
}

/** It is then found by other words. */
const hidesOthers = (before: Definition, now: Definition): boolean =>
  !isDeepStrictEqual(fieldsHidden(before).sort(), fieldsHidden(now).sort());

async function migrate(act: Act, offers: Offers, { id, fn, migration }: One): Promise<void> {
  const definition = await asHouse(act, (house) => keepFlow(house, fn));
  const target = { definition, version: fn.version, variant: 0 };
  await bringTo(act, offers, { id, target, ...migration });
}

interface One {
  readonly id: string;
  readonly fn: CaseFunction;
  readonly migration: Migration;
}

/** One case, in a transaction of its own; one that finds no place stays on its flow and is counted. */
async function tryOne(step: Step, offers: Offers, one: One): Promise<"moved" | "stayed"> {
  try {
    await step((act) => migrate(act, offers, one));
    return "moved";
  } catch (error) {
    if (error instanceof Refusal) return "stayed";
    throw error;
  }
}

/** `subject` is the id of a function. Run twice it moves nothing the second time. */
export const migrationSweep = (offers: Offers): Sweep => ({
  name: "cases.migrate",
  title: "在办件转入新流程",
  cron: "40 2 * * *",
  async run(step, subject) {
    const did = { looked: 0, moved: 0, stayed: 0, unfit: 0 };
    for (const { fn } of offers.values()) {
      if (subject && fn.id !== subject) continue;
      for (const migration of fn.migrates ?? []) {
        if (!(await step((act) => mapFits(act, fn, migration)))) {
          did.unfit += 1;
          continue;
        }
        const earlier = { function: fn.id, version: migration.from };
        for (let after: string | undefined; ; ) {
          const last: string | undefined = after;
          const ids = await step((act) => casesOfVersion(act, earlier, last));
          for (const id of ids) {
            did.looked += 1;
            did[await tryOne(step, offers, { id, fn, migration })] += 1;
          }
          after = ids.at(-1);
          if (!after) break;
        }
      }
    }
    return did;
  },
});
