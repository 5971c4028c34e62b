// What may be done now (可办事项): the table and the doors behind refusals and grey buttons.
import type { RefusalKind } from "@niangjia/foundation/refusal";
import {
  type ActionKind,
  type CommandKind,
  commands,
  type Door,
  notNow,
  type PersonCommandKind,
  refusals,
  type Status,
  worded,
} from "./contract.ts";
import { type Definition, decisionsBefore } from "./definition.ts";
import {
  type CaseState,
  type Closing,
  type Env,
  identities,
  openTasks,
  type Task,
} from "./state.ts";

const table = {
  draft: ["submit"],
  running: ["agree", "return", "reject", "withdraw", "urge", "lapse", "fulfil"],
  returned: ["resubmit", "withdraw"],
  approved: [],
  rejected: [],
  withdrawn: [],
} as const satisfies Record<Status, readonly CommandKind[]>;

export const allows = (status: Status, kind: CommandKind): boolean =>
  (table[status] as readonly CommandKind[]).includes(kind);

/** Who stands before the doors, and on which day. */
export type Caller = Pick<Env, "actor" | "today">;

/** Every command people know: its open door, or the reason why it is shut for this caller. */
export const can = (definition: Definition, state: CaseState, caller: Caller): Door[] =>
  (Object.keys(commands) as PersonCommandKind[]).map((command) => {
    const task = needsTask(command) ? taskFor(state, caller) : undefined;
    const shut = refusalOf(state, { kind: command, task: task?.id }, caller);
    if (shut) {
      return { command, open: false, code: shut.code, why: shut.say, next: shut.next };
    }
    if (!task) return { command, open: true };
    const to = decisionsBefore(definition, task.node).map(({ id, title }) => ({ node: id, title }));
    return { command, open: true, task: task.id, ...(command === "return" && { to }) };
  });

/** Why this caller's command is refused, or undefined when its door is open. */
export function refusalOf(
  state: CaseState,
  knock: { kind: CommandKind; task?: number | undefined },
  caller: Caller,
): RefusalKind | undefined {
  if (!allows(state.status, knock.kind)) return notNow[state.status];
  return doors[knock.kind](state, caller, knock.task);
}

type DoorKeeper = (state: CaseState, caller: Caller, task?: number) => RefusalKind | undefined;

const applicantOnly: DoorKeeper = ({ applicant }, { actor }) => {
  const known = applicant ? identities(applicant) : [];
  return identities(actor).some((id) => known.includes(id)) ? undefined : refusals.notApplicant;
};

const finished: readonly string[] = ["agree", "pass", "fulfil", "return"] satisfies ActionKind[];

const untilDecided: DoorKeeper = (state) => {
  const decided = state.tasks.some(
    ({ round, closed }) => round === state.round && closed && finished.includes(closed.how),
  );
  return state.status === "running" && decided ? refusals.decided : undefined;
};

const onceADay: DoorKeeper = ({ urgedOn }, { today }) =>
  urgedOn !== null && urgedOn >= today ? refusals.urgedToday : undefined;

const holderOnly: DoorKeeper = (state, { actor }, id) => {
  const task = id === undefined ? undefined : state.tasks.find((one) => one.id === id);
  if (!task) return id === undefined ? refusals.notYours : refusals.noSuchTask;
  if (!seated(task, actor)) return refusals.notYours;
  if (task.closed) return gone(task.closed);
  return barred(task, actor) ? whyBarred(state, actor) : undefined;
};

const clockOnly: DoorKeeper = (state, { actor, today }, id) => {
  if (actor.kind !== "system") return refusals.onlyClock;
  const task = state.tasks.find((one) => one.id === id);
  if (!task) return refusals.noSuchTask;
  if (task.closed) return gone(task.closed);
  return task.alarm !== null && today > task.alarm ? undefined : refusals.notLate;
};

const houseOnly: DoorKeeper = (state, { actor }, id) => {
  if (actor.kind !== "system") return refusals.onlyHouse;
  const task = state.tasks.find((one) => one.id === id);
  if (!task) return refusals.noSuchTask;
  return task.closed ? gone(task.closed) : undefined;
};

const doors: Record<CommandKind, DoorKeeper> = {
  submit: () => undefined,
  resubmit: applicantOnly,
  withdraw: (...knock) => applicantOnly(...knock) ?? untilDecided(...knock),
  urge: (...knock) => applicantOnly(...knock) ?? onceADay(...knock),
  agree: holderOnly,
  return: holderOnly,
  reject: holderOnly,
  lapse: clockOnly,
  fulfil: houseOnly,
};

const gone = ({ by }: Closing) => worded(refusals.taskClosed, { who: by.words });

const needsTask = (command: PersonCommandKind) => doors[command] === holderOnly;

/** The task this caller can take, else the one they would hold if they were not barred. */
function taskFor(state: CaseState, { actor }: Caller): Task | undefined {
  const held = openTasks(state).filter((task) => seated(task, actor));
  return held.find((task) => !barred(task, actor)) ?? held[0];
}

const seated = (task: Task, { post }: Caller["actor"]) =>
  post?.role === task.role && post.orgPath === task.orgPath;

const barred = (task: Task, actor: Caller["actor"]) =>
  identities(actor).some((id) => task.excluded.includes(id));

function whyBarred(state: CaseState, actor: Caller["actor"]): RefusalKind {
  const parties = [...(state.applicant ? identities(state.applicant) : []), ...state.concerned];
  return identities(actor).some((id) => parties.includes(id))
    ? refusals.ownCase
    : refusals.samePerson;
}
