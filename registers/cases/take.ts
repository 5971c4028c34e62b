// Taking a case in hand (取件): as it lies in the store, with its unions held; or one just begun.
import {
  type By,
  type CaseState,
  type Definition,
  draft,
  type Party,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { sendAsHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import { openSecrets, type SealedFacts } from "./facts.ts";
import { type Filing, rootsOf, type Understood } from "./filing.ts";
import { findFlows, flowKept, takeFlow } from "./flows.ts";
import type { Facts } from "./function.ts";
import { type Functions, functionOf } from "./functions.ts";
import { holdPlaces, placesAmong, Seating, seat } from "./places.ts";
import { holdStationsOfCase } from "./places-store.ts";
import { refusals } from "./refusals.ts";
import { actingAt, principals, standsFor } from "./standing-in.ts";
import { type Filed, findCase, findFiled, nextNumber, type StoredCase } from "./store.ts";

/** A case under an act's hands, or just being made. Seats of the state are live. */
export interface Standing {
  readonly id: string;
  readonly number: string;
  readonly accountId: string;
  readonly filedAt: Date;
  readonly definition: Definition;
  readonly version: number;
  /** The local flow it runs on; 0 is the function's own. */
  readonly variant: number;
  readonly state: CaseState;
  readonly seating: Seating;
  readonly filing: Filing;
  /** Facts as stored; null when they are new. */
  readonly sealed: SealedFacts | null;
  /** Whom the actor stands in for at it. */
  readonly standsFor: readonly Party[];
  /** The functions of the house, for cases that this one begins. */
  readonly functions: Functions;
  /** Whose case it is when the house hands it in for them. */
  readonly inNameOf?: By;
}

/** A case found by whoever acts. Refuses who cannot reach it. */
export async function getCase(act: Act, id: string): Promise<StoredCase> {
  const found = await findCase(act, id);
  if (!found) throw refuse(refusals.notFound);
  return found;
}

const factsOf = ({ keys }: Act, row: Filed): Facts => ({
  ...row.facts,
  ...openSecrets(keys, row),
});

interface Around {
  readonly lines: Parameters<typeof placesAmong>[1];
  readonly standsFor: readonly Party[];
}

/**
 * Its unions are held, the case itself is not: of two acts at once the one that adds the next
 * action later is undone and looks again.
 */
async function takeFound(
  act: Act,
  functions: Functions,
  { found, lines, standsFor: standing }: Around & { readonly found: Filed },
): Promise<Standing> {
  const fn = functionOf(functions, found.function);
  const facts = factsOf(act, found);
  const roots = rootsOf(fn, facts, found.orgId);
  const places = placesAmong(roots, lines) ?? (await holdPlaces(act, roots));
  const { id, number, accountId, filedAt, version, variant, personId } = found;
  return {
    ...{ id, number, accountId, filedAt, version, variant, functions },
    definition: await flowKept(act, fn, found),
    ...(await seat(act, found.state, places.unions)),
    filing: { fn, facts, places, personId },
    sealed: { facts: found.facts, factsCipher: found.factsCipher },
    standsFor: standing,
  };
}

/** Takes in hand a case the actor reaches: it and all around it in one look. */
export async function takeById(act: Act, functions: Functions, id: string): Promise<Standing> {
  const [found, [line, standing]] = await Promise.all([
    findFiled(act, id),
    sendAsHouse(act, (house) => Promise.all([holdStationsOfCase(house, id), principals(house)])),
  ]);
  if (!found) throw refuse(refusals.notFound);
  const lines = new Map([[found.orgId, line]]);
  return takeFound(act, functions, { found, lines, standsFor: actingAt(standing, found.function) });
}

/** Takes in hand a case that was found by whoever answers for its being within reach. */
export async function take(act: Act, functions: Functions, found: Filed): Promise<Standing> {
  const standing = await standsFor(act, found.function);
  return takeFound(act, functions, { found, lines: new Map(), standsFor: standing });
}

/** `20261121-000123`: short enough to say over the phone. */
const numberOf = (act: Act, running: number): string =>
  `${dayOf(act.now).replaceAll("-", "")}-${String(running).padStart(6, "0")}`;

/** What the store has for a case to come at a union: its number, its flow, whom the actor stands in for. */
export const prepare = (act: Act, { fn, placeId }: Pick<Understood, "fn" | "placeId">) =>
  sendAsHouse(act, async (house) => {
    const [running, standing, flows] = await Promise.all([
      nextNumber(house),
      standsFor(house, fn.id),
      findFlows(house, fn, placeId),
    ]);
    return { number: numberOf(act, running), standsFor: standing, flows };
  });

interface Begun {
  readonly filing: Filing;
  readonly accountId: string;
  readonly prepared?: Awaited<ReturnType<typeof prepare>>;
}

/** A case that nobody has handed in yet. */
export async function begin(
  act: Act,
  functions: Functions,
  { filing, accountId, prepared }: Begun,
): Promise<Standing> {
  const { fn, places } = filing;
  const { flows, ...rest } = prepared ?? (await prepare(act, { fn, placeId: places.union.id }));
  return {
    ...rest,
    ...(await takeFlow(act, fn, flows)),
    ...{ id: newId(act.now), accountId, filing, functions },
    filedAt: act.now,
    version: fn.version,
    state: draft,
    seating: new Seating(),
    sealed: null,
  };
}
