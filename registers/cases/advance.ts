// Advancing a case (办理一步): the engine's step, the function's check and effect, and all of it kept
// in one act.
import {
  type CaseState,
  type Command,
  type Definition,
  type Env,
  isRefusal,
  openTasks,
  type Stepped,
  step,
  refusals as stepRefusals,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { record } from "@niangjia/foundation/audit";
import { dayOf } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { placeFiles } from "@niangjia/foundation/files";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { dueBy } from "@niangjia/foundation/workdays";
import { caseLink } from "./contract.ts";
import { type SealedFacts, sealFacts } from "./facts.ts";
import type { Filing } from "./filing.ts";
import { type Application, checkFiling } from "./function.ts";
import type { Seating } from "./places.ts";
import { refusals } from "./refusals.ts";
import { addAction, findCase, putCase, setOutcome } from "./store.ts";
import { claimRunning, putCopies, putTasks, releaseRunning } from "./task-store.ts";
import { tidingsOf } from "./tidings.ts";

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
}

/** In a case's history an applicant is only that, and the clock is the system. */
function wordsOf({ kind, name }: Act["actor"]): string {
  if (kind === "person") return "申请人";
  return kind === "system" ? "系统" : name;
}

/** Who stands before a case's doors. */
export const callerOf = (act: Act): Pick<Env, "actor" | "today"> => ({
  actor: { ...act.actor, name: wordsOf(act.actor) },
  today: dayOf(act.now),
});

const envOf = (act: Act, { places, personId }: Filing): Env => ({
  ...callerOf(act),
  now: act.now,
  due: (within, start) => dueBy(within, start),
  unions: places.lineages,
  concerned: personId === null ? [] : [personId],
});

const applicationOf = (standing: Standing, state: CaseState): Application => ({
  facts: standing.filing.facts,
  union: standing.filing.places.union,
  personId: standing.filing.personId,
  applicant: { accountId: standing.accountId, self: state.applicant?.postId === null },
});

/**
 * Whom it is about when it is handed in, the engine knows. Two records may since have turned out to
 * be one person's: who it is about now does not decide it either.
 */
function refuseOwn({ actor }: Act, { personId }: Filing, { kind }: Command): void {
  const decides = kind === "agree" || kind === "return" || kind === "reject";
  if (decides && personId !== null && personId === actor.personId)
    throw refuse(stepRefusals.ownCase);
}

const handsIn = ({ kind }: Command): boolean => kind === "submit" || kind === "resubmit";

/** A case of the same key that runs already; its number is told to whoever may read it. */
async function refuseRunning(act: Act, caseId: string): Promise<never> {
  const running = await findCase(act, caseId);
  if (!running) throw refuse(refusals.runningElsewhere);
  const { id, number } = running;
  throw refuse(refusals.alreadyRunning, { words: { number }, link: caseLink(id) });
}

async function claim(act: Act, { id, filing: { fn, facts } }: Standing): Promise<void> {
  if (!fn.oneRunningFor) return;
  const rule = fn.runsAmong ?? fn.id;
  const blinds = act.keys.blinds(`case.${rule}`, fn.oneRunningFor(act, facts));
  const holder = await asHouse(act, async (house) => {
    await releaseRunning(house, id);
    return claimRunning(house, { function: rule, caseId: id, blinds });
  });
  if (holder !== id) await refuseRunning(act, holder);
}

/**
 * What handing in brings with it: its checks, its place among running cases, its files in reach of
 * who decides.
 */
async function takeIn(act: Act, standing: Standing, state: CaseState): Promise<void> {
  const { fn, facts, places } = standing.filing;
  await checkFiling(act, fn, applicationOf(standing, state));
  await claim(act, standing);
  const files = Object.values(facts).flatMap((fact) => (Array.isArray(fact) ? fact : []));
  await placeFiles(act, files, places.union.path);
}

async function save(act: Act, standing: Standing, stepped: Stepped): Promise<void> {
  const { id, number, version, accountId, filedAt, definition, seating, filing } = standing;
  const { fn, facts, places, personId } = filing;
  const { state, actions, closed, copied } = stepped;
  const { status } = state;
  if (status === "draft") throw new Error("no command leads back to a draft");
  const sealed = standing.sealed ?? sealFacts(act.keys, id, filing);
  const open = openTasks(state);
  const ended = status !== "running" && status !== "returned";
  seating.add(places.unions);
  await asHouse(act, async (house) => {
    await putCase(house, {
      id,
      function: fn.id,
      version,
      number,
      title: `${fn.title}：${fn.summary(facts)}`,
      org_id: places.union.id,
      org_path: places.union.path,
      person_id: personId,
      account_id: accountId,
      status,
      facts: JSON.stringify(sealed.facts),
      facts_cipher: sealed.factsCipher,
      state: JSON.stringify(seating.stored(state)),
      outcome: null,
      due_day: open.flatMap(({ due }) => due ?? []).sort()[0] ?? null,
      filed_at: filedAt,
      ended_at: ended ? act.now : null,
      updated_at: act.now,
    });
    for (const action of actions) await addAction(house, id, seating.storedAction(action));
    await putTasks(house, { id, definition }, [...open, ...closed]);
    await putCopies(house, id, copied);
    if (ended) await releaseRunning(house, id);
  });
}

const lapsedIn = ({ tasks, round }: CaseState): string[] =>
  tasks.flatMap((task) => (task.round === round && task.closed?.how === "pass" ? [task.node] : []));

/**
 * Does what the case was for. It comes after the case is saved: an effect that moves a union moves
 * what was saved with it.
 */
async function takeEffect(act: Act, standing: Standing, state: CaseState): Promise<void> {
  const { id, number, filing } = standing;
  const approved = {
    ...applicationOf(standing, state),
    ...{ caseId: id, number, lapsed: lapsedIn(state) },
  };
  const outcome = await filing.fn.effect(act, approved);
  await asHouse(act, (house) => setOutcome(house, id, outcome));
}

/**
 * Gives a command to a case and keeps what it leads to. Refuses as the engine does, as the
 * function's check does when it is handed in, and as its effect does with the last approval; a
 * refused command leaves nothing behind.
 */
export async function advance(act: Act, standing: Standing, command: Command): Promise<Stepped> {
  const { id, filing } = standing;
  const stepped = step(standing.definition, standing.state, command, envOf(act, filing));
  if (isRefusal(stepped)) throw refuse(stepped);
  refuseOwn(act, filing, command);
  if (handsIn(command)) await takeIn(act, standing, stepped.state);
  await save(act, standing, stepped);
  if (handsIn(command)) await filing.fn.filed?.(act, applicationOf(standing, stepped.state));
  if (stepped.effect) await takeEffect(act, standing, stepped.state);
  const { fn, places } = filing;
  for (const { kind } of stepped.actions) {
    await record(act, { action: `${fn.id}.${kind}`, subject: `case:${id}` });
  }
  const subject = { caseId: id, function: fn.id, orgPath: places.union.path };
  await emit(act, ...tidingsOf(subject, stepped));
  return stepped;
}
