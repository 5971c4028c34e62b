// Commands (办理): what applicants, officers and the clock do to a case that was filed.
import { type Command, can, type Stepped } from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { refuse } from "@niangjia/foundation/refusal";
import { callerAt } from "./around.ts";
import type { commandCase as contract } from "./contract.ts";
import { advance } from "./effects.ts";
import { readStep } from "./facts.ts";
import { type Filing, locateStep, readFiling } from "./filing.ts";
import type { Facts } from "./function.ts";
import { type Functions, type Offers, unionFields } from "./functions.ts";
import { refusals } from "./refusals.ts";
import { rulesAt } from "./rules.ts";
import type { Filed } from "./store.ts";
import { type Standing, take, takeById } from "./take.ts";

/** A case that comes straight back to whoever returned it lies where it lay: its steps are waiting. */
function refuseOtherUnions(before: Filing, now: Filing): void {
  const moved = unionFields(before.fn).some((name) => before.facts[name] !== now.facts[name]);
  if (moved || before.places.union.id !== now.places.union.id) throw refuse(refusals.unionStays);
}

const comesStraightBack = ({ state: { tokens } }: Standing): boolean =>
  tokens.some(({ aside, until }) => aside === 0 && until === null);

/**
 * Handing in again with other answers: what masks stood for is what was filed before, and who applied
 * for themselves did so then, wherever they do it from now.
 */
async function handedInAgain(act: Act, standing: Standing, answers: Facts): Promise<Standing> {
  const { fn, facts, personId } = standing.filing;
  const themselves = standing.state.applicant?.postId === null;
  const self = fn.subject ? (themselves ? act.actor.personId : null) : personId;
  const filing = await readFiling(act, fn, { answers, known: facts, self });
  if (comesStraightBack(standing)) refuseOtherUnions(standing.filing, filing);
  return { ...standing, filing, sealed: null };
}

/** What a handler wrote at a step, beside what was there. Whether they may write it the engine says. */
async function writtenAtStep(act: Act, standing: Standing, answers: Facts): Promise<Standing> {
  const { filing } = standing;
  const facts = await locateStep(act, filing, readStep(act, filing, answers));
  return { ...standing, filing: { ...filing, facts }, sealed: null };
}

type Told = Omit<Given, "id">;

function renew(act: Act, found: Standing, { command, facts }: Told): Promise<Standing> | Standing {
  if (command.kind === "agree" && command.facts) return writtenAtStep(act, found, command.facts);
  const handsIn = command.kind === "resubmit" && facts !== undefined;
  return handsIn ? handedInAgain(act, found, facts) : found;
}

interface Given {
  readonly id: string;
  readonly command: Command;
  readonly facts?: Facts;
}

interface Proceeded {
  /** The case as the command found it. */
  readonly standing: Standing;
  readonly stepped: Stepped;
}

async function give(act: Act, found: Standing, told: Told): Promise<Proceeded> {
  const standing = await renew(act, found, told);
  return { standing, stepped: await advance(act, standing, told.command) };
}

/** Gives a command to a case that was found to be within the actor's reach. */
export const proceedWith = async (
  act: Act,
  functions: Functions,
  { found, ...told }: Told & { readonly found: Filed },
): Promise<Proceeded> => give(act, await take(act, functions, found), told);

/** Gives a command to a case the actor reaches. */
export const proceed = async (
  act: Act,
  functions: Functions,
  { id, ...told }: Given,
): Promise<Proceeded> => give(act, await takeById(act, functions, id), told);

export async function commandCase(
  act: Act,
  offers: Offers,
  { params, body }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { standing, stepped } = await proceed(act, offers, { id: params.id, ...body });
  const { definition, filing, standsFor } = standing;
  const { state } = stepped;
  const place = { definition, division: filing.places.union.division };
  const rules = await rulesAt(act, filing.fn, place);
  const caller = { ...callerAt(act, { state, standsFor }), rules };
  return { status: state.status, can: can(definition, state, caller) };
}
