// Where a case stands (办件状态): the types of state and actions.
import type { Day } from "@niangjia/foundation/day";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import type { Role } from "@niangjia/foundation/roles";
import type { Period } from "@niangjia/foundation/workdays";
import type { ActionKind, Status } from "./contract.ts";

// Instants inside state and actions are ISO text, so that both are plain JSON. What is not so is
// absent: a state grows by what was used, and an older one reads as it was written.

/** Who did something, in words that stay true when posts and names change. */
export interface By {
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly words: string;
  /** For whom, when they stood in as a proxy 代理. */
  readonly for?: string;
}

/** A post of a role at one union, found: whoever holds it may take the task. */
export interface Seat {
  readonly role: Role;
  readonly orgPath: OrgPath;
}

/** Somebody on a post: what a task can be handed to. */
export interface Party extends Seat {
  readonly postId: string | null;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly words: string;
}

/** One visit of the case to one step. Several are open at once when a flow forks. */
export interface Token {
  readonly id: number;
  readonly node: string;
  readonly round: number;
  readonly since: string;
  readonly until: string | null;
  /** Who was let know, when the step is a copy. */
  readonly copied: readonly Seat[];
  /** Number of the action that began it, and of the one that ended it. */
  readonly in?: number;
  readonly out?: number;
  /** The visit to the fork this one lies in, and the arm. */
  readonly parent?: number;
  readonly arm?: string;
  /** Arms of a fork: which were taken, and which have come to their end. */
  readonly arms?: readonly { readonly id: string; readonly done?: true }[];
  /** Set aside until this visit is over; 0 is the applicant's mending. */
  readonly aside?: number;
  /** After it the case goes straight back to where it was returned from. */
  readonly straight?: true;
  /** What was decided here counts no more: the case went back before it. */
  readonly void?: true;
  /** Nobody was asked: this seat had agreed before. */
  readonly skipped?: true;
  /** A term of the step itself, when no task has it: a wait, a notice. */
  readonly clock?: Clock;
  readonly subs?: readonly Sub[];
}

/** A term that runs, or that stands still with so many working days left. */
export interface Clock {
  readonly due: Day | null;
  /** After this day the clock looks again. */
  readonly alarm: Day | null;
  readonly left?: number;
  /** How the last day was counted, so that it can be counted again. */
  readonly counted?: Counted;
}

/** From a day on, one period after another: the term itself, then what it was extended by. */
export interface Counted {
  readonly from: Day;
  readonly periods: readonly Period[];
}

/** A case begun by this one; `ended` is how, once it has. */
export interface Sub {
  readonly key: number;
  readonly value?: string;
  readonly ended?: Status;
}

/** What one seat is asked to decide. */
export interface Task extends Seat, Clock {
  readonly id: number;
  readonly token: number;
  readonly node: string;
  readonly round: number;
  /** Ids of persons and accounts who may not take it, whatever post they hold. */
  readonly excluded: readonly string[];
  readonly since: string;
  /** Since when it could be done without a stop by who had it before, when it was handed on. */
  readonly begun?: string;
  /** Last day in time; null when the step has no term, and while it stands still. */
  readonly due: Day | null;
  readonly closed: Closing | null;
  /** Number of the action that opened it. */
  readonly in?: number;
  /** Only they may do it: they claimed it, or it was given to them by name. */
  readonly holder?: Party;
  /** They did not take it themselves, so they cannot put it back. */
  readonly given?: true;
  /** The applicant is asked themselves: nobody is kept from it. */
  readonly own?: true;
  /** Why it is there beside what the definition asks. */
  readonly beside?: Beside;
  /** Its place in a 依次会签, its weight in a 票签. */
  readonly turn?: number;
  readonly weight?: number;
  readonly extended?: true;
  /** What was decided was taken back and asked again. */
  readonly undone?: true;
}

/**
 * A task that was added: before or after another is done, in place of another that gets its answer
 * back, or to deal with an objection.
 */
export interface Beside {
  readonly how: "before" | "after" | "delegate" | "objection";
  /** The task it belongs to; for an objection, none. */
  readonly task: number;
  readonly by: By;
  readonly words: string;
}

/** How a task ended: by what was done on it, or `released` by what was done elsewhere. */
export interface Closing {
  readonly at: string;
  readonly how: ActionKind | "released";
  readonly by: By;
  /** Number of the action. */
  readonly in?: number;
}

/** Somebody was let know by hand, and has read it or not. */
export interface Copy extends Seat {
  readonly id: number;
  readonly to?: Party;
  readonly by: By;
  readonly since: string;
  readonly read?: { readonly at: string; readonly by: By };
}

/** A question inside a task 沟通: it moves nothing. `to` is null when the applicant is asked. */
export interface Question {
  readonly id: number;
  readonly task: number;
  readonly from: By;
  readonly to: Party | null;
  readonly words: string;
  readonly at: string;
  readonly answer?: { readonly at: string; readonly by: By; readonly words: string };
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
  /** Who handed it in from a post before somebody followed them there: they do not decide it either. */
  readonly formerApplicants?: readonly By[];
  /** Persons the case is about: like the applicant, they may not decide it. */
  readonly concerned: readonly string[];
  readonly urgedOn: Day | null;
  readonly tokens: readonly Token[];
  readonly tasks: readonly Task[];
  readonly copies?: readonly Copy[];
  readonly questions?: readonly Question[];
  /** The term of the whole case. */
  readonly term?: Clock;
}

/** What an action left different: whole records by their id, new or replaced. */
export interface Patch {
  readonly status: Status;
  readonly tokens?: readonly Token[];
  readonly tasks?: readonly Task[];
  readonly copies?: readonly Copy[];
  readonly questions?: readonly Question[];
  readonly term?: Clock;
  /** Whose case it is from now on. */
  readonly applicant?: By;
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
  /** Whom it was handed to, who was asked or told. */
  readonly parties?: readonly Party[];
  /** Names of the fields a handler wrote at this step. */
  readonly wrote?: readonly string[];
  readonly concerned: readonly string[];
  readonly patch: Patch;
}

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

/** The ids one human is known by. */
export const identities = (by: Pick<By, "accountId" | "personId">): string[] =>
  [by.accountId, by.personId].filter((id) => id !== null);
