// Where a case stands (办件状态): the types of state, actions and what a step is given and gives back.
import type { Actor } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import type { RefusalKind } from "@niangjia/foundation/refusal";
import type { Role } from "@niangjia/foundation/roles";
import type { Period } from "@niangjia/foundation/workdays";
import type { ActionKind, PersonCommand, Status } from "./contract.ts";
import type { Level } from "./definition.ts";

// Instants inside state and actions are ISO text, so that both are plain JSON.

/** Who did something, in words that stay true when posts and names change. */
export interface By {
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly words: string;
}

/** A post of a role at one union, found: whoever holds it may take the task. */
export interface Seat {
  readonly role: Role;
  readonly orgPath: OrgPath;
}

/** One visit of the case to one step. Several may be open at once when a flow branches. */
export interface Token {
  readonly id: number;
  readonly node: string;
  readonly round: number;
  readonly since: string;
  readonly until: string | null;
  /** Who was let know, when the step is a copy. */
  readonly copied: readonly Seat[];
}

/** What one seat is asked to decide. */
export interface Task extends Seat {
  readonly id: number;
  readonly token: number;
  readonly node: string;
  readonly round: number;
  /** Ids of persons and accounts who may not take it, whatever post they hold. */
  readonly excluded: readonly string[];
  readonly since: string;
  /** Last day in time; null when the step has no term. */
  readonly due: Day | null;
  /** After this day the clock looks at the task again. */
  readonly alarm: Day | null;
  readonly closed: Closing | null;
}

/** How a task ended: by what was done on it, or `released` by what was done elsewhere. */
export interface Closing {
  readonly at: string;
  readonly how: ActionKind | "released";
  readonly by: By;
}

export interface CaseState {
  readonly status: Status;
  /** How often the applicant has handed it in; 0 while a draft. */
  readonly round: number;
  /** How many actions led here; the next one is numbered one more. */
  readonly actions: number;
  /** When the last action was. */
  readonly at: string | null;
  readonly applicant: By | null;
  /** Persons the case is about: like the applicant, they may not decide it. */
  readonly concerned: readonly string[];
  readonly urgedOn: Day | null;
  readonly tokens: readonly Token[];
  readonly tasks: readonly Task[];
}

/** What an action changed; nothing else changes a case, so folding these is replaying it. */
export interface Change {
  readonly status: Status;
  readonly entered: readonly Token[];
  readonly left: readonly number[];
  readonly opened: readonly Task[];
  readonly closed: readonly number[];
  readonly alarms: readonly { readonly task: number; readonly alarm: Day }[];
}

/** One line of a case's history. Written once, never changed. */
export interface Action {
  /** 1, 2, 3 … within the case: two writers cannot both add the same one. */
  readonly id: number;
  readonly kind: ActionKind;
  readonly at: string;
  readonly day: Day;
  readonly by: By;
  readonly opinion: string;
  readonly node: string | null;
  readonly task: number | null;
  readonly round: number;
  /** Where it was sent back to, when to an earlier step. */
  readonly to: string | null;
  readonly concerned: readonly string[];
  readonly change: Change;
}

interface Lapse {
  readonly kind: "lapse";
  readonly task: number;
}
/** What the step asks for is so already; the opinion says what made it so. */
interface Fulfil {
  readonly kind: "fulfil";
  readonly task: number;
  readonly opinion: string;
}
export type Command = PersonCommand | Lapse | Fulfil;

/** A union and those above it, nearest first, as the register knows them at this moment. */
export type Lineage = readonly { readonly orgPath: OrgPath; readonly level: Level | null }[];

export interface Env {
  readonly now: Date;
  /** The civil day of `now` in China. */
  readonly today: Day;
  readonly actor: Pick<Actor, "kind" | "accountId" | "personId" | "post" | "name">;
  /** `dueBy` of foundation/workdays; throws its refusal past the last year of known holidays. */
  readonly due: (within: Period, start: Day) => Day;
  /** By the first word of a path expression: `union`, or another union field of the form. */
  readonly unions: Readonly<Record<string, Lineage>>;
  /** Person ids the case is about, when someone else hands it in for them. */
  readonly concerned?: readonly string[];
}

export interface Timer {
  readonly task: number;
  readonly after: Day;
}

/** What a command led to; tasks, timers and copies are for the register to keep and tell. */
export interface Stepped {
  readonly state: CaseState;
  readonly actions: readonly Action[];
  readonly opened: readonly Task[];
  readonly closed: readonly Task[];
  readonly timers: readonly Timer[];
  readonly copied: readonly Seat[];
  /** The last approval was just given: do what the case was for, in the same transaction. */
  readonly effect?: true;
}

export type Outcome = Stepped | RefusalKind;
export const isRefusal = (outcome: object): outcome is RefusalKind => "code" in outcome;

export const draft: CaseState = {
  status: "draft",
  round: 0,
  actions: 0,
  at: null,
  applicant: null,
  concerned: [],
  urgedOn: null,
  tokens: [],
  tasks: [],
};

export const openTasks = (state: CaseState): Task[] => state.tasks.filter((task) => !task.closed);
export const openTokens = (state: CaseState): Token[] =>
  state.tokens.filter((token) => token.until === null);

/** The ids one human is known by. */
export const identities = (by: Pick<By, "accountId" | "personId">): string[] =>
  [by.accountId, by.personId].filter((id) => id !== null);

/** The clock's list: one line for each open task with a term. */
export const timersOf = (state: CaseState): Timer[] =>
  openTasks(state).flatMap(({ id, alarm }) => (alarm ? [{ task: id, after: alarm }] : []));
