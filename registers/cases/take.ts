// Taking a case in hand (取件): as it lies in the store, locked, with its unions held; or one just begun.
import { isDeepStrictEqual } from "node:util";
import {
  type By,
  type CaseState,
  type Definition,
  draft,
  type Party,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse, sendAsHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import { openSecrets, type SealedFacts } from "./facts.ts";
import { type Filing, rootsOf } from "./filing.ts";
import type { Facts } from "./function.ts";
import { type Functions, functionOf } from "./functions.ts";
import { holdPlaces, Seating, seat } from "./places.ts";
import { refusals } from "./refusals.ts";
import { standsFor } from "./standing-in.ts";
import { findCase, keepFlow, lockFound, nextNumber, type StoredCase } from "./store.ts";
import { localFlow } from "./variant-flow.ts";

/** A case under an act's hands: locked, or just being made. Seats of the state are live. */
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

const factsOf = ({ keys }: Act, row: StoredCase): Facts => ({
  ...row.facts,
  ...openSecrets(keys, row),
});

/**
 * Unions are held before the case, as by whoever moves them; so two such acts never wait for each
 * other in a ring.
 */
export async function take(act: Act, functions: Functions, found: StoredCase): Promise<Standing> {
  const fn = functionOf(functions, found.function);
  const [places, row, standing] = await sendAsHouse(act, (house) =>
    Promise.all([
      holdPlaces(house, rootsOf(fn, factsOf(act, found), found.orgId)),
      lockFound(house, found),
      standsFor(house, fn.id),
    ]),
  );
  if (row.state.round !== found.state.round) throw refuse(refusals.justChanged);
  const { id, number, accountId, filedAt, definition, version, variant, personId } = row;
  return {
    ...{ id, number, accountId, filedAt, definition, version, variant, functions },
    ...(await seat(act, row.state, places.unions)),
    filing: { fn, facts: factsOf(act, row), places, personId },
    sealed: { facts: row.facts, factsCipher: row.factsCipher },
    standsFor: standing,
  };
}

/** `20261121-000123`: short enough to say over the phone. */
const numberOf = (act: Act, running: number): string =>
  `${dayOf(act.now).replaceAll("-", "")}-${String(running).padStart(6, "0")}`;

/**
 * Number and flow of a new case: the local one of its union, when there is one. A flow that was
 * changed in code without a new version is a mistake there.
 */
async function flowOf(act: Act, { fn, places }: Filing) {
  const [definition, running, standing, local] = await asHouse(act, (house) =>
    Promise.all([
      keepFlow(house, fn),
      nextNumber(house),
      standsFor(house, fn.id),
      localFlow(house, fn, places.union.path),
    ]),
  );
  if (!isDeepStrictEqual(definition, JSON.parse(JSON.stringify(fn.flow)))) {
    throw new Error(`the flow of ${fn.id} was changed: give it version ${fn.version + 1}`);
  }
  return { definition, variant: 0, ...local, number: numberOf(act, running), standsFor: standing };
}

/** A case that nobody has handed in yet. */
export async function begin(
  act: Act,
  functions: Functions,
  { filing, accountId }: { readonly filing: Filing; readonly accountId: string },
): Promise<Standing> {
  const { fn } = filing;
  return {
    ...(await flowOf(act, filing)),
    ...{ id: newId(act.now), accountId, filing, functions },
    filedAt: act.now,
    version: fn.version,
    state: draft,
    seating: new Seating(),
    sealed: null,
  };
}
