// Commands (办理): what applicants, officers and the clock do to a case that was filed.
import { type Command, can, type Stepped } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { advance, callerOf, type Standing } from "./advance.ts";
import type { commandCase as contract } from "./contract.ts";
import { openSecrets } from "./facts.ts";
import { type Filing, readFiling, rootsOf } from "./filing.ts";
import type { Facts } from "./function.ts";
import { type Functions, functionOf, type Offers } from "./functions.ts";
import { holdPlaces, seat } from "./places.ts";
import { refusals } from "./refusals.ts";
import { findCase, lockCase, type StoredCase } from "./store.ts";

/** What was filed, as it lies in the store. */
async function storedFiling(act: Act, offers: Functions, row: StoredCase): Promise<Filing> {
  const fn = functionOf(offers, row.function);
  const facts = { ...row.facts, ...openSecrets(act.keys, row) };
  const places = await holdPlaces(act, rootsOf(fn, facts, row.orgId));
  return { fn, facts, places, personId: row.personId };
}

/**
 * Unions are held before the case, as by whoever moves them; so two such acts never wait for each
 * other in a ring.
 */
async function take(act: Act, offers: Functions, id: string): Promise<Standing> {
  const found = await findCase(act, id);
  if (!found) throw refuse(refusals.notFound);
  const filing = await storedFiling(act, offers, found);
  const row = await asHouse(act, (house) => lockCase(house, id));
  if (row.state.round !== found.state.round) throw refuse(refusals.justChanged);
  const { state, seating } = await seat(act, row.state);
  const { number, accountId, filedAt, definition, version, facts, factsCipher } = row;
  const sealed = { facts, factsCipher };
  return { id, number, accountId, filedAt, definition, version, state, seating, filing, sealed };
}

/** Handing in again with other answers: what masks stood for is what was filed before. */
async function handedInAgain(act: Act, standing: Standing, answers: Facts): Promise<Standing> {
  const { fn, facts } = standing.filing;
  const filing = await readFiling(act, fn, { answers, known: facts });
  return { ...standing, filing, sealed: null };
}

interface Proceeded {
  /** The case as the command found it. */
  readonly standing: Standing;
  readonly stepped: Stepped;
}

/** Gives a command to a case the actor reaches. */
export async function proceed(
  act: Act,
  offers: Functions,
  {
    id,
    command,
    facts,
  }: { readonly id: string; readonly command: Command; readonly facts?: Facts },
): Promise<Proceeded> {
  const found = await take(act, offers, id);
  const renewed = facts !== undefined && command.kind === "resubmit";
  const standing = renewed ? await handedInAgain(act, found, facts) : found;
  return { standing, stepped: await advance(act, standing, command) };
}

export async function commandCase(
  act: Act,
  offers: Offers,
  { params, body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { standing, stepped } = await proceed(act, offers, { id: params.id, ...body });
  const { definition } = standing;
  const { state } = stepped;
  return { status: state.status, can: can(definition, state, callerOf(act)) };
}
