// Advancing a case (办理一步): the engine's step, the function's check and effect, and all of it kept
// in one act. What a step begins outside the case comes after it, in effects.ts.
import {
  type Action,
  type CaseState,
  type Command,
  isRefusal,
  openTasks,
  openTokens,
  type Stepped,
  step,
  refusals as stepRefusals,
  timersOf,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { writesOfEntry } from "@niangjia/foundation/audit";
import type { Day } from "@niangjia/foundation/day";
import { asHouse, sendAsHouse } from "@niangjia/foundation/elevate";
import { placeFiles } from "@niangjia/foundation/files";
import { writesOfEvents } from "@niangjia/foundation/outbox";
import { entrust, together, type Write } from "@niangjia/foundation/postgres";
import { refuse } from "@niangjia/foundation/refusal";
import { envOf } from "./around.ts";
import { filesIn } from "./case-files.ts";
import { type ContentSeal, type StoredAction, sealContent } from "./content-seal.ts";
import { caseLink } from "./contract.ts";
import { sealFacts } from "./facts.ts";
import { refuseEmpty } from "./filled.ts";
import { type Application, checkFiling } from "./function.ts";
import { addActions, addCase, putCase, setOutcome } from "./progress-store.ts";
import { refusals } from "./refusals.ts";
import { findCase } from "./store.ts";
import type { Standing } from "./take.ts";
import { claimRunning, putTasks, releaseRunning } from "./task-store.ts";
import { tidingsOf } from "./tidings.ts";
import { dropQuestions, putCopies, putQuestions } from "./told-store.ts";

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
function refuseOwn({ actor }: Act, { filing, state }: Standing, command: Command): void {
  const { kind } = command;
  if (kind !== "agree" && kind !== "return" && kind !== "reject" && kind !== "abstain") return;
  const { personId } = filing;
  if (personId === null || personId !== actor.personId) return;
  // Who signs an applicant's own task in their place the engine refuses.
  if (!state.tasks[command.task - 1]?.own) throw refuse(stepRefusals.ownCase);
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
    await together(house.tx, [releaseRunning(id)]);
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
  await placeFiles(act, filesIn(fn, facts), places.union.path);
}

/** The first last day that runs: of a task, a wait, a notice, or the case as a whole. */
const dueOf = (state: CaseState): Day | null => {
  if (state.status !== "running") return null;
  const terms = [...openTasks(state), ...openTokens(state).map(({ clock }) => clock), state.term];
  return terms.flatMap((clock) => clock?.due ?? []).sort()[0] ?? null;
};

/** When the clock looks at a wait, a notice or the whole case next; tasks have their own. */
const caseAlarm = (state: CaseState): Day | null =>
  timersOf(state)
    .flatMap(({ task, after }) => (task === undefined ? after : []))
    .sort()[0] ?? null;

/** The action that brought new content bears its seal. */
const sealed = (actions: readonly Action[], content: ContentSeal | undefined): StoredAction[] =>
  actions.map((action, nth) => (nth === 0 && content ? { ...action, content } : action));

type Kept = Stepped & { readonly content: ContentSeal | undefined };

/** What a step leads to, but copies and questions: the action first, by which one of two at once is known. */
function writesOf(act: Act, standing: Standing, stepped: Kept): Write[] {
  const { id, seating, filing, definition, state: before } = standing;
  const { state, actions } = stepped;
  const { status } = state;
  if (status === "draft") throw new Error("no command leads back to a draft");
  const ended = status !== "running" && status !== "returned";
  const { union, unions } = filing.places;
  seating.add(unions);
  const progress = {
    ...{ id, status, org_id: union.id, org_path: union.path },
    state: JSON.stringify(seating.stored(state)),
    due_day: dueOf(state),
    alarm_day: caseAlarm(state),
    ended_at: ended ? act.now : null,
    updated_at: act.now,
  };
  const refiled = standing.sealed ? undefined : contentOf(act, standing);
  const touched = actions.flatMap(({ patch }) => patch.tasks ?? []);
  return [
    ...addActions(id, sealed(actions.map(seating.storedAction), stepped.content)),
    before.status === "draft"
      ? addCase({ ...progress, ...filedOf(act, standing) })
      : putCase({ ...progress, refiled }),
    ...putTasks({ id, definition, before, state }, touched),
    ...(ended ? [releaseRunning(id)] : []),
  ];
}

/** Nobody waits for what is written: it travels with what comes next. */
const keep = (act: Act, write: (house: Act) => readonly Promise<unknown>[]): void =>
  entrust(
    act.tx,
    sendAsHouse(act, (house) => Promise.all(write(house))),
  );

/** What a case says, as it is stored. */
function contentOf(act: Act, { id, filing }: Standing) {
  const { fn, facts, personId } = filing;
  const sealed = sealFacts(act.keys, id, filing);
  return {
    title: `${fn.title}：${fn.summary(facts)}`,
    person_id: personId,
    facts: JSON.stringify(sealed.facts),
    facts_cipher: sealed.factsCipher,
  };
}

const filedOf = (act: Act, standing: Standing) => {
  const { version, variant, number, accountId, filedAt, filing } = standing;
  const origin = { function: filing.fn.id, account_id: accountId, filed_at: filedAt };
  return { ...contentOf(act, standing), ...origin, version, variant, number };
};

const lapsedIn = ({ tasks, round }: CaseState): string[] =>
  tasks.flatMap((task) => (task.round === round && task.closed?.how === "pass" ? [task.node] : []));

/**
 * Does what the case was for. It comes after the case is saved: an effect that moves a union moves
 * what was saved with it.
 */
async function takeEffect(act: Act, standing: Standing, state: CaseState): Promise<Write> {
  const { id, number, filing } = standing;
  const approved = {
    ...applicationOf(standing, state),
    ...{ caseId: id, number, lapsed: lapsedIn(state) },
  };
  return setOutcome(id, await filing.fn.effect(act, approved));
}

/** The record of a step, and the events that it brings about. */
function tell(act: Act, { id, filing }: Standing, stepped: Stepped): Write[] {
  const { fn, places } = filing;
  const subject = { caseId: id, function: fn.id, orgPath: places.union.path };
  return [
    ...stepped.actions.flatMap(({ kind }) =>
      writesOfEntry(act, { action: `${fn.id}.${kind}`, subject: `case:${id}` }),
    ),
    ...writesOfEvents(act, tidingsOf(subject, stepped)),
  ];
}

/**
 * Keeps what a step leads to, with its record and its events: in one statement, unless the function
 * has something to do once it is kept.
 */
async function save(
  act: Act,
  standing: Standing,
  { command, stepped }: { readonly command: Command; readonly stepped: Stepped },
): Promise<void> {
  const { state, actions, effect } = stepped;
  const filed = handsIn(command) ? standing.filing.fn.filed : undefined;
  const { id, filing } = standing;
  const content = standing.sealed ? undefined : await sealContent(act, id, filing);
  const kept = writesOf(act, standing, { ...stepped, content });
  const goesOn = filed === undefined && !effect;
  keep(act, (house) => [
    together(house.tx, goesOn ? [...kept, ...tell(act, standing, stepped)] : kept),
    putCopies(house, standing, actions),
    putQuestions(house, standing, actions),
    dropQuestions(house, standing, stepped),
  ]);
  if (goesOn) return;
  await filed?.(act, applicationOf(standing, state));
  const outcome = effect ? [await takeEffect(act, standing, state)] : [];
  const told = [...outcome, ...tell(act, standing, stepped)];
  keep(act, (house) => [together(house.tx, told)]);
}

/** What the clock does needs nobody's leave; whom the house hands a task to does. */
async function askLeave(act: Act, standing: Standing, { state, actions }: Stepped): Promise<void> {
  const asks = act.actor.kind !== "system" || actions.some(({ kind }) => kind === "hand-over");
  if (!asks) return;
  const of = { ...applicationOf(standing, state), caseId: standing.id };
  for (const action of actions) {
    const beside = action.task !== null && state.tasks[action.task - 1]?.beside !== undefined;
    await standing.filing.fn.allows?.(act, { ...of, action, beside });
  }
}

/**
 * Gives a command to a case and keeps what it leads to. Refuses as the engine does, as the
 * function's check does when it is handed in, and as its effect does with the last approval; a
 * refused command leaves nothing behind.
 */
export async function advanceOnce(
  act: Act,
  standing: Standing,
  command: Command,
): Promise<Stepped> {
  const env = await envOf(act, standing, command);
  refuseEmpty(standing, command, env);
  const stepped = step(standing.definition, standing.state, command, env);
  if (isRefusal(stepped)) throw refuse(stepped);
  refuseOwn(act, standing, command);
  if (handsIn(command)) await takeIn(act, standing, stepped.state);
  else await askLeave(act, standing, stepped);
  await save(act, standing, { command, stepped });
  return stepped;
}
