// Random walks for tests (随机办理): people, the clock and the house try one thing after another.
import { addCalendarDays, type Day } from "@niangjia/foundation/day";
import fc from "fast-check";
import { visitTo } from "./back.ts";
import type { CommandKind } from "./contract.ts";
import { allNodes, type Definition, decisionsBefore } from "./definition.ts";
import { type Command, type Env, isRefusal, type Outcome, type Stepped } from "./outcome.ts";
import { openTasks, openTokens, timersOf, undecided } from "./reading.ts";
import { type Action, type CaseState, draft, type Party, type Task } from "./state.ts";
import { step } from "./step.ts";
import {
  city,
  clock,
  county,
  envAt,
  envToldBetter,
  firm,
  monday,
  person,
  province,
  staffing,
} from "./testing.ts";

type Actor = Env["actor"];

/** The first is the applicant, who also holds posts; the case is about the second too. */
const people = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"];
export const parties = ["person-甲", "person-乙"];
const roles = ["officer", "chair", "cadre"] as const;

/** Everybody holds every post somewhere: the engine alone must keep them apart. */
const postsOf = people.flatMap((name) =>
  roles.flatMap((role) =>
    [firm, county, city, province].map((orgPath): [string, Party] => {
      const { accountId, personId } = person(name);
      const postId = `${name}/${role}${orgPath}`;
      return [postId, { postId, role, orgPath, accountId, personId, words: name }];
    }),
  ),
);
export const posts: Readonly<Record<string, Party>> = Object.fromEntries(postsOf);
const postIds = Object.keys(posts);

/** One thing somebody tries. Numbers choose among what there is, so that most tries make sense. */
export interface Try {
  readonly kind: CommandKind;
  readonly pick: number;
  readonly who: number;
  readonly days: number;
  readonly opinion: string;
  readonly wild: boolean;
}

const weighted: [number, CommandKind[]][] = [
  [40, ["agree"]],
  [20, ["return"]],
  [12, ["lapse", "sub-ended", "take-back"]],
  [6, ["add-sign", "object", "claim", "remove-sign"]],
  [10, ["answer", "put-back", "withdraw"]],
  [4, ["delegate", "transfer", "abstain"]],
  [3, ["ask", "extend", "copy", "read", "hand-over", "urge", "fulfil", "migrate", "recount"]],
  [1, ["submit", "resubmit", "reject"]],
];

export const tries: fc.Arbitrary<Try[]> = fc.array(
  fc.record({
    kind: fc.oneof(
      ...weighted.flatMap(([weight, kinds]) =>
        kinds.map((kind) => ({ weight, arbitrary: fc.constant(kind) })),
      ),
    ),
    pick: fc.nat(1000),
    who: fc.nat(9),
    days: fc.constantFrom(-7, 0, 0, 0, 0, 1, 2),
    opinion: fc.constantFrom("请补正材料", "情况属实", "情况属实", "情况属实", ""),
    wild: fc.nat(24).map((number) => number === 24),
  }),
  { maxLength: 60, size: "max" },
);

const among = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

export interface Tried {
  readonly before: CaseState;
  readonly command: Command;
  readonly env: Env;
  readonly outcome: Outcome;
}

const factsOf = (pick: number): Record<string, unknown> => ({
  ...{ small: pick % 2 === 0, amount: pick, list: ["一", "二"], handler: among(postIds, pick) },
});

/** Tries everything in turn from a case just handed in. The calendar may be set back a week. */
export function walk(definition: Definition, attempts: readonly Try[]): Tried[] {
  let state: CaseState = draft;
  let today: Day = monday;
  const pick = attempts[0]?.pick ?? 0;
  const [facts, unions] = [factsOf(pick), staffing(pick)];
  const trail: Tried[] = [];
  const attempt = (command: Command, actor: Actor) => {
    const around = command.kind === "recount" ? envToldBetter : envAt;
    const env = { ...around(today, actor), unions, posts, facts, concerned: ["person-乙"] };
    const outcome = step(definition, state, command, env);
    trail.push({ before: state, command, env, outcome });
    if (!isRefusal(outcome)) state = outcome.state;
  };
  attempt({ kind: "submit" }, person("甲"));
  for (const one of attempts) {
    if (isOver(state) && (trail.at(-3)?.before.status ?? "approved") === state.status) break;
    const tried = one.wild ? one : { ...one, kind: sensible(state, one.kind) };
    today = addCalendarDays(today, tried.days);
    if (tried.kind === "lapse") today = dayOfLapse(state, tried, today);
    const command = commandFor(definition, state, tried);
    attempt(command, actorFor(state, command, tried));
  }
  return trail;
}

const isOver = ({ status }: CaseState) => ["approved", "rejected", "withdrawn"].includes(status);

/** What there is nothing to do with becomes an agreement; what was returned is handed in again. */
function sensible(state: CaseState, kind: CommandKind): CommandKind {
  const { status, tasks, questions = [], copies = [] } = state;
  if (status === "returned" && !["sub-ended", "answer"].includes(kind)) {
    return "resubmit";
  }
  if (kind === "urge" && questions.some(({ answer }) => !answer)) return "answer";
  const open = openTokens(state);
  const useful: Partial<Record<CommandKind, boolean>> = {
    lapse: timersOf(state).length > 0,
    "sub-ended": open.some(({ subs }) => subs),
    object: open.some(({ clock: term }) => term),
    "take-back": tasks.some(({ closed }) => closed?.how === "agree"),
    "remove-sign": undecided(state).some(({ beside }) => beside),
    "put-back": undecided(state).some(({ holder, given }) => holder && !given),
    withdraw: tasks.every(({ closed }) => !closed),
    answer: questions.some(({ answer }) => !answer),
    read: copies.some(({ read }) => !read),
  };
  if (useful[kind] !== false && (useful[kind] || openTasks(state).length > 0)) return kind;
  if (openTasks(state).length > 0) return "agree";
  return useful["sub-ended"] ? "sub-ended" : "lapse";
}

function dayOfLapse(state: CaseState, { pick }: Try, today: Day): Day {
  const after = among(timersOf(state), pick)?.after;
  return after && after >= today ? addCalendarDays(after, 1) : today;
}

function taskFor(state: CaseState, { kind, pick, wild }: Try): Task | undefined {
  if (wild) return among(state.tasks, pick);
  if (kind === "take-back") return state.tasks.findLast(({ closed }) => closed?.how === "agree");
  if (kind === "remove-sign") {
    const added = undecided(state).filter(({ beside }) => beside);
    return among(added, pick) ?? among(undecided(state), pick);
  }
  const ready = openTasks(state);
  if (kind === "put-back") return ready.find(({ holder, given }) => holder && !given);
  return among(ready.length > 0 ? ready : state.tasks, pick);
}

function commandFor(definition: Definition, state: CaseState, tried: Try): Command {
  const { kind, opinion, pick } = tried;
  const task = taskFor(state, tried)?.id ?? pick + 1;
  const to = among(postIds, pick)!;
  const base = { task, opinion };
  switch (kind) {
    case "lapse":
      return { kind, ...(tried.wild ? { task } : timedOf(state, pick)) };
    case "return":
      return { kind, ...base, ...returned(definition, state, tried) };
    case "transfer":
    case "delegate":
    case "hand-over":
      return { kind, ...base, to };
    case "add-sign": {
      const when = pick % 2 === 0 ? "before" : "after";
      const more = pick % 3 === 0 ? [among(postIds, pick * 7 + 1)!] : [];
      return { kind, ...base, when, posts: [to, ...more] };
    }
    case "extend":
      return { kind, ...base, workdays: tried.wild ? -1 : (pick % 3) + 1 };
    case "ask":
      return { kind, ...base, ...(pick % 2 === 0 && { to }) };
    case "copy":
      return { kind, ...base, posts: [to] };
    default:
      return commandAbout(state, { ...tried, kind }, task);
  }
}

function timedOf(state: CaseState, pick: number) {
  const { task, token } = among(timersOf(state), pick) ?? {};
  return { ...(task !== undefined && { task }), ...(token !== undefined && { token }) };
}

type Others = Exclude<
  CommandKind,
  | ("lapse" | "return" | "transfer" | "delegate" | "hand-over" | "add-sign" | "extend" | "ask")
  | "copy"
>;

function commandAbout(
  state: CaseState,
  { kind, opinion, pick }: Omit<Try, "kind"> & { readonly kind: Others },
  task: number,
): Command {
  switch (kind) {
    case "sub-ended": {
      const visits = openTokens(state).filter(({ subs }) => subs);
      const visit = among(visits, pick);
      const sub = among(visit?.subs?.filter(({ ended }) => !ended) ?? [], pick);
      const status = pick % 5 === 0 ? "rejected" : "approved";
      return { kind, token: visit?.id ?? pick, key: sub?.key ?? pick, status };
    }
    case "object": {
      const visits = openTokens(state).filter(({ clock: term }) => term);
      return { kind, token: among(visits, pick)?.id ?? pick, opinion };
    }
    case "answer":
      return { kind, question: (pick % Math.max(1, state.questions?.length ?? 0)) + 1, opinion };
    case "read":
      return { kind, copy: (pick % Math.max(1, state.copies?.length ?? 0)) + 1, opinion };
    case "migrate":
      return { kind, nodes: {}, opinion };
    case "submit":
    case "resubmit":
    case "withdraw":
    case "urge":
    case "recount":
      return { kind, opinion };
    default:
      return { kind, task, opinion };
  }
}

function returned(definition: Definition, state: CaseState, tried: Try) {
  const { pick } = tried;
  const node = taskFor(state, tried)?.node;
  const before = node === undefined ? [] : decisionsBefore(definition, node);
  const seen = before.filter(({ id }) => visitTo(definition, state, id));
  const to = among(tried.wild || seen.length === 0 ? allNodes(definition) : seen, pick);
  return {
    ...(pick % 6 > 0 && { to: to?.id }),
    ...(pick % 3 > 0 && { afterwards: pick % 3 === 1 ? ("on" as const) : ("back" as const) }),
  };
}

const byHouse = ({ kind }: Command): boolean =>
  ["lapse", "fulfil", "sub-ended", "hand-over", "migrate", "recount"].includes(kind);

/** Whoever could do it, mostly; somebody at the task's post otherwise. */
function actorFor(state: CaseState, command: Command, { who, wild }: Try): Actor {
  if (byHouse(command)) return wild ? person("丙") : clock;
  const task = "task" in command ? state.tasks[(command.task ?? 0) - 1] : undefined;
  const known = !wild && who < 8 ? doerOf(state, command, task) : undefined;
  const name = known?.words ?? among(wild ? people : people.slice(2), who)!;
  const { role = "officer", orgPath } = { ...task, ...known };
  const self = person(name, role, orgPath);
  const principal = who === 9 && task ? Object.values(posts).find((one) => isAt(one, task)) : null;
  return principal
    ? { ...person("壬", "officer", firm), standsFor: [task?.holder ?? principal] }
    : self;
}

const isAt = (one: Party, task: Task) => one.role === task.role && one.orgPath === task.orgPath;

type Doer = Pick<Party, "words"> & Partial<Party>;

function doerOf(state: CaseState, command: Command, task: Task | undefined): Doer | undefined {
  switch (command.kind) {
    case "resubmit":
    case "withdraw":
    case "urge":
      return { words: "甲" };
    case "take-back":
      return task?.closed?.by;
    case "remove-sign":
      return task?.beside?.by;
    case "answer": {
      const asked = state.questions?.[command.question - 1];
      return asked && (asked.to ?? { words: "甲" });
    }
    case "read": {
      const copied = state.copies?.[command.copy - 1];
      return copied?.to ?? (copied && { words: "丁", ...copied });
    }
    default:
      return task?.holder;
  }
}

export const stepsOf = (trail: readonly Tried[]): Stepped[] =>
  trail.flatMap(({ outcome }) => (isRefusal(outcome) ? [] : outcome));
export const statesOf = (trail: readonly Tried[]): CaseState[] =>
  trail.map(({ before, outcome }) => (isRefusal(outcome) ? before : outcome.state));
export const actionsOf = (trail: readonly Tried[]): Action[] =>
  stepsOf(trail).flatMap(({ actions }) => actions);
