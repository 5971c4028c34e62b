// Taking a case in hand (取件): as it lies in the store, locked, with its unions held; or one just begun.
import { isDeepStrictEqual } from "node:util";
import { type By, type CaseState, type Definition, draft } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import { openSecrets, type SealedFacts } from "./facts.ts";
import { type Filing, rootsOf } from "./filing.ts";
import type { CaseFunction } from "./function.ts";
import { type Functions, functionOf } from "./functions.ts";
import { holdPlaces, Seating, seat } from "./places.ts";
import { refusals } from "./refusals.ts";
import { findCase, keepFlow, lockCase, nextNumber, type StoredCase } from "./store.ts";

/** A case under an act's hands: locked, or just being made. Seats of the state are live. */
export interface Standing {
  readonly id: string;
  readonly number: string;
  readonly accountId: string;
  readonly filedAt: Date;
  readonly definition: Definition;
  readonly version: number;
  readonly state: CaseState;
  readonly seating: Seating;
  readonly filing: Filing;
  /** Facts as stored; null when they are new. */
  readonly sealed: SealedFacts | null;
  /** The functions of the house, for cases that this one begins. */
  readonly functions: Functions;
  /** Whose case it is when the house hands it in for them. */
  readonly inNameOf?: By;
}

/** What was filed, as it lies in the store. */
async function storedFiling(act: Act, functions: Functions, row: StoredCase): Promise<Filing> {
  const fn = functionOf(functions, row.function);
  const facts = { ...row.facts, ...openSecrets(act.keys, row) };
  const places = await holdPlaces(act, rootsOf(fn, facts, row.orgId));
  return { fn, facts, places, personId: row.personId };
}

/** A case found by whoever acts. Refuses who cannot reach it. */
export async function getCase(act: Act, id: string): Promise<StoredCase> {
  const found = await findCase(act, id);
  if (!found) throw refuse(refusals.notFound);
  return found;
}

/**
 * Unions are held before the case, as by whoever moves them; so two such acts never wait for each
 * other in a ring.
 */
export async function take(act: Act, functions: Functions, found: StoredCase): Promise<Standing> {
  const filing = await storedFiling(act, functions, found);
  const row = await asHouse(act, (house) => lockCase(house, found.id));
  if (row.state.round !== found.state.round) throw refuse(refusals.justChanged);
  const { state, seating } = await seat(act, row.state);
  const { id, number, accountId, filedAt, definition, version, facts, factsCipher } = row;
  return {
    ...{ id, number, accountId, filedAt, definition, version, state, seating, filing, functions },
    sealed: { facts, factsCipher },
  };
}

/** `20261121-000123`: short enough to say over the phone. */
const numberOf = (act: Act, running: number): string =>
  `${dayOf(act.now).replaceAll("-", "")}-${String(running).padStart(6, "0")}`;

/**
 * Number and flow of a new case. A flow that was changed in code without a new version is a mistake
 * there.
 */
async function flowOf(act: Act, fn: CaseFunction) {
  const { definition, running } = await asHouse(act, async (house) => ({
    definition: await keepFlow(house, fn),
    running: await nextNumber(house),
  }));
  if (!isDeepStrictEqual(definition, JSON.parse(JSON.stringify(fn.flow)))) {
    throw new Error(`the flow of ${fn.id} was changed: give it version ${fn.version + 1}`);
  }
  return { definition, number: numberOf(act, running) };
}

/** A case that nobody has handed in yet. */
export async function begin(
  act: Act,
  functions: Functions,
  { filing, accountId }: { readonly filing: Filing; readonly accountId: string },
): Promise<Standing> {
  const { fn } = filing;
  return {
    ...(await flowOf(act, fn)),
    ...{ id: newId(act.now), accountId, filing, functions },
    filedAt: act.now,
    version: fn.version,
    state: draft,
    seating: new Seating(),
    sealed: null,
  };
}
