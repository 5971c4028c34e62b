// Doors (可办与不可办): who may give which command when, and the refusal of everybody else.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import { allows } from "./allowed.ts";
import { takenUp } from "./back.ts";
import type { CommandKind } from "./contract.ts";
import { type Definition, isDecision, nodeOf } from "./definition.ts";
import { handedOver, house, houseOnly, late, subOnly, unlessHouse } from "./house-doors.ts";
import { type DoorKeeper, gone, type Knock, type Scene, taskAt } from "./knock.ts";
import { barred, type Caller, holds, principalOf, reaches, seatOfPost } from "./reach.ts";
import { isAside, isReady, rootOf, tokenOf, undecided } from "./reading.ts";
import { notNow, refusals, worded } from "./refusals.ts";
import { sameSeat } from "./seats.ts";
import { type CaseState, identities, type Task } from "./state.ts";
import { extensionWorkdays } from "./term.ts";

/** Why this caller's command is refused, or undefined when its door is open. */
export function refusalOf(
  definition: Definition,
  state: CaseState,
  command: Knock,
  caller: Caller,
): RefusalKind | undefined {
  if (!allows(state.status, command.kind)) return decidedBy(state, command) ?? notNow[state.status];
  return doors[command.kind]({ definition, state, caller }, command);
}

/** Whoever comes too late to a task hears who was first, also when the case has ended by it. */
function decidedBy({ tasks }: CaseState, { task }: Knock): RefusalKind | undefined {
  const closed = task === undefined ? null : tasks[task - 1]?.closed;
  return closed && closed.how !== "released" ? gone(closed) : undefined;
}

const applicantOnly: DoorKeeper = ({ state: { applicant }, caller: { actor } }) => {
  const known = applicant ? identities(applicant) : [];
  return identities(actor).some((id) => known.includes(id)) ? undefined : refusals.notApplicant;
};

const finished: readonly string[] = ["agree", "pass", "fulfil", "return", "abstain", "reject"];

/** In this round, or in one before it when what was decided there still counts. */
const untilDecided: DoorKeeper = ({ state }) => {
  const decided = state.tasks.some(
    ({ round, token, closed, undone }) =>
      (round === state.round || !tokenOf(state, token).void) &&
      closed &&
      !undone &&
      finished.includes(closed.how),
  );
  return state.status === "running" && decided ? refusals.decided : undefined;
};

const onceADay: DoorKeeper = ({ state: { urgedOn }, caller: { today } }) =>
  urgedOn !== null && urgedOn >= today ? refusals.urgedToday : undefined;

/** A task that is there and that the caller's post, or a post they stand in for, may take. */
const seatedAt: DoorKeeper = ({ state, caller }, { task: id }) => {
  const task = id === undefined ? undefined : state.tasks[id - 1];
  if (!task) return id === undefined ? refusals.notYours : refusals.noSuchTask;
  if (!reaches(task, caller.actor)) return refusals.notYours;
  if (task.closed) return gone(task.closed);
  if (task.holder && !holds(task, caller.actor)) {
    return worded(refusals.claimed, { who: task.holder.words });
  }
  if (barred(task, caller.actor)) return whyBarred(state, task, caller.actor);
  return undefined;
};

const holderOnly: DoorKeeper = (scene, knock) =>
  seatedAt(scene, knock) ??
  (isReady(scene.state, taskAt(scene, knock)) ? undefined : refusals.waiting);

export const stepAt = ({ definition }: Scene, { node }: Task) => {
  const step = nodeOf(definition, node);
  return isDecision(step) ? step : undefined;
};

/** Signing is their own only; who was asked to help says what they think and no more. */
const decides: DoorKeeper = (scene, knock) =>
  holderOnly(scene, knock) ??
  (taskAt(scene, knock).beside?.how === "delegate" ? refusals.onlyAnswer : undefined);

const writes: DoorKeeper = (scene, { task, facts, opinion }) => {
  const asked = taskAt(scene, { kind: "agree", task: task! });
  const may = writable(scene.definition, asked);
  const astray = Object.keys(facts ?? {}).filter((name) => !may.includes(name));
  if (astray.length > 0) return worded(refusals.notWritable, { fields: astray.join("、") });
  const dismisses =
    asked.beside?.how === "objection" && opinion !== undefined && opinion.trim().length < 2;
  return dismisses ? refusals.reasonForDismissing : undefined;
};

/** The fields a task's handler may write. */
export function writable(definition: Definition, task: Task): string[] {
  const node = nodeOf(definition, task.node);
  if (!isDecision(node) || task.beside || !node.rights) return [];
  return Object.keys(node.rights).filter((name) => node.rights?.[name] === "write");
}

const notAside: DoorKeeper = (scene, knock) =>
  isAside(scene.state, tokenOf(scene.state, taskAt(scene, knock).token))
    ? refusals.waiting
    : undefined;

const notBesideVotes: DoorKeeper = (scene, knock) => {
  const task = taskAt(scene, knock);
  const voted = stepAt(scene, task)?.signers.sign === "votes";
  return voted && task.beside ? refusals.onlyOpinion : undefined;
};

const votes: DoorKeeper = (scene, knock) => {
  const task = taskAt(scene, knock);
  const isVote = !task.beside && stepAt(scene, task)?.signers.sign === "votes";
  return isVote ? undefined : refusals.notAVote;
};

const unclaimed: DoorKeeper = (scene, knock) => {
  const { holder } = taskAt(scene, knock);
  return holder ? worded(refusals.claimed, { who: holder.words }) : undefined;
};

const claimedByOneself: DoorKeeper = (scene, knock) => {
  const { holder, given } = taskAt(scene, knock);
  if (!holder) return refusals.notClaimed;
  return given ? refusals.givenByName : undefined;
};

/** Whoever added a signer takes them away; not only while it is their own turn. */
const adderOnly: DoorKeeper = ({ state, caller: { actor } }, { task: id }) => {
  const task = state.tasks[(id ?? 0) - 1];
  if (!task) return refusals.noSuchTask;
  if (task.closed) return gone(task.closed);
  if (!task.beside || task.beside.how === "objection") return refusals.notAdded;
  const adder = identities(task.beside.by);
  return identities(actor).some((one) => adder.includes(one)) ? undefined : refusals.notYourSigner;
};

const ownDecision: DoorKeeper = ({ definition, state, caller: { actor } }, { task: id }) => {
  const task = state.tasks[(id ?? 0) - 1];
  if (!task) return refusals.noSuchTask;
  const by = task.closed ? identities(task.closed.by) : [];
  if (!identities(actor).some((one) => by.includes(one))) return refusals.notYours;
  return takenUp(definition, state, task) ? refusals.tooLateToTakeBack : undefined;
};

const withinBounds: DoorKeeper = (scene, knock) => {
  const task = taskAt(scene, knock);
  const { extendable } = stepAt(scene, task) ?? {};
  if (extendable === undefined || task.beside || task.due === null) return refusals.notExtendable;
  if (task.extended) return refusals.extendedBefore;
  const { workdays } = knock;
  if (workdays === undefined) return undefined;
  const most = extensionWorkdays(extendable, scene.caller.rules);
  if (most === undefined) throw new Error(`an extension by rule at ${task.node}, and no rules`);
  const fits = Number.isSafeInteger(workdays) && workdays >= 1 && workdays <= most;
  return !fits ? worded(refusals.extendedTooFar, { count: String(most) }) : undefined;
};

const askedOnly: DoorKeeper = ({ state, caller: { actor } }, { question: id }) => {
  const question = state.questions?.[(id ?? 0) - 1];
  if (!question) return refusals.noSuchQuestion;
  if (question.answer || state.tasks[question.task - 1]!.closed) return refusals.answered;
  const ids = identities(question.to ?? state.applicant ?? { accountId: null, personId: null });
  return identities(actor).some((one) => ids.includes(one)) ? undefined : refusals.notAsked;
};

const copiedOnly: DoorKeeper = ({ state, caller: { actor } }, { copy: id }) => {
  const copy = state.copies?.[(id ?? 0) - 1];
  if (!copy || !copiedTo(copy, actor)) return refusals.notCopied;
  return copy.read ? refusals.readBefore : undefined;
};

const copiedTo = (copy: NonNullable<CaseState["copies"]>[number], { post, ...self }: Actor) =>
  copy.to
    ? identities(self).some((id) => identities(copy.to!).includes(id))
    : post !== null && post !== undefined && sameSeat(copy, seatOfPost(post));

const whileNoticed: DoorKeeper = ({ definition, state, caller: { actor } }, { token: id }) => {
  const token = state.tokens[(id ?? 0) - 1];
  if (!token?.clock || token.until !== null || isAside(state, token)) return refusals.noObjections;
  const node = nodeOf(definition, token.node);
  if (node.kind !== "notice" || !node.objections) return refusals.noObjections;
  const own = identities(actor);
  const before = undecided(state).some(
    ({ beside, token: at }) =>
      at === token.id &&
      beside?.how === "objection" &&
      identities(beside.by).some((one) => own.includes(one)),
  );
  return before ? refusals.objectedBefore : undefined;
};

const each =
  (...keepers: DoorKeeper[]): DoorKeeper =>
  (...knock) => {
    for (const keeper of keepers) {
      const refusal = keeper(...knock);
      if (refusal) return refusal;
    }
    return undefined;
  };

const open: DoorKeeper = () => undefined;
const doors: Record<CommandKind, DoorKeeper> = {
  submit: open,
  resubmit: applicantOnly,
  withdraw: unlessHouse(each(applicantOnly, untilDecided)),
  urge: each(applicantOnly, onceADay),
  agree: each(holderOnly, writes),
  return: decides,
  reject: each(decides, notBesideVotes),
  abstain: each(decides, votes),
  claim: each(holderOnly, unclaimed),
  "put-back": each(seatedAt, claimedByOneself),
  transfer: holderOnly,
  delegate: decides,
  "add-sign": decides,
  "remove-sign": adderOnly,
  "take-back": ownDecision,
  extend: each(holderOnly, withinBounds),
  ask: holderOnly,
  answer: askedOnly,
  copy: holderOnly,
  read: copiedOnly,
  object: whileNoticed,
  lapse: late,
  fulfil: each(houseOnly(refusals.onlyHouse), notAside),
  "sub-ended": subOnly,
  "hand-over": handedOver,
  migrate: house,
  recount: house,
};

type Actor = Caller["actor"];

/** Theirs, their principal's or their own objection; else they decided a step apart. */
function whyBarred(state: CaseState, task: Task, actor: Actor): RefusalKind {
  const principal = principalOf(task, actor);
  const own = [...identities(actor), ...(principal ? identities(principal) : [])];
  const { beside } = rootOf(state, task);
  const applied = [state.applicant, ...(state.formerApplicants ?? [])];
  const parties = [...applied, beside?.by].flatMap((by) => (by ? identities(by) : []));
  return own.some((id) => [...parties, ...state.concerned].includes(id))
    ? refusals.ownCase
    : refusals.samePerson;
}
