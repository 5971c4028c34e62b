// Outcomes (办理结果): what a step is given, commands and what is around a case, and what it gives.
import type { Actor } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import type { RefusalKind } from "@niangjia/foundation/refusal";
import type { Role } from "@niangjia/foundation/roles";
import type { Period } from "@niangjia/foundation/workdays";
import type { CaseFacts } from "./condition.ts";
import type { PersonCommand, Status } from "./contract.ts";
import type { Level } from "./definition.ts";
import type { Action, CaseState, Party, Seat, Task } from "./state.ts";
import type { Rules } from "./term.ts";

/** What only the clock or the house itself sends. */
type HouseCommand =
  /**
   * A term is over: that of a task, of a wait or notice, or (neither named) of the whole case. With
   * an opinion, what comes of it was refused: it says why, and the case stays where it is.
   */
  | {
      readonly kind: "lapse";
      readonly task?: number;
      readonly token?: number;
      readonly opinion?: string;
    }
  /** What the step asks for is so already; the opinion says what made it so. */
  | { readonly kind: "fulfil"; readonly task: number; readonly opinion: string }
  /** A case this one began has ended. */
  | {
      readonly kind: "sub-ended";
      readonly token: number;
      readonly key: number;
      readonly status: Status;
    }
  /**
   * Its holder leaves: the task goes to another, or, with nobody named, to whoever else has the
   * post.
   */
  | {
      readonly kind: "hand-over";
      readonly task: number;
      readonly to?: string;
      readonly opinion?: string;
    }
  /** Who handed it in from a post is gone while it waits to be mended: it is another's to hand in again. */
  | {
      readonly kind: "hand-over";
      readonly task?: undefined;
      readonly to: string;
      readonly opinion?: string;
    }
  /**
   * It goes on under the definition given beside; `nodes` says where each open step is found there.
   */
  | {
      readonly kind: "migrate";
      readonly nodes: Readonly<Record<string, string>>;
      readonly opinion: string;
    }
  /** The calendar was told better: running terms are counted again; the opinion names the notice. */
  | { readonly kind: "recount"; readonly opinion?: string };

export type Command = PersonCommand | HouseCommand;

/** A union and those above it, nearest first, as the register knows them at this moment. */
export type Lineage = readonly {
  readonly orgPath: OrgPath;
  readonly level: Level | null;
  /** Roles somebody holds there; not given when that was not looked up. */
  readonly held?: readonly Role[];
  /** Who holds them, when that was looked up too. */
  readonly holders?: readonly Holder[];
}[];

/** Somebody on a post, by the ids they are known by; without ids one of many, who may decide. */
export interface Holder {
  readonly role: Role;
  readonly accountId: string | null;
  readonly personId: string | null;
}

export interface Env {
  readonly now: Date;
  /** The civil day of `now` in China. */
  readonly today: Day;
  readonly actor: Pick<Actor, "kind" | "accountId" | "personId" | "post" | "name"> & {
    /** Posts whose holders named the actor their proxy for today 代理. */
    readonly standsFor?: readonly Party[];
  };
  /** `dueBy` of foundation/workdays; throws its refusal past the last year of known holidays. */
  readonly due: (within: Period, start: Day) => Day;
  /** Rules for the union the case is filed at and today; asked when a definition names one. */
  readonly rules?: Rules | undefined;
  /**
   * `workdaysBetween`: how many working days lie after one day up to another; negative when past.
   */
  readonly workdaysTo: (from: Day, to: Day) => number;
  /** By the first word of a path expression: `union`, or another union field of the form. */
  readonly unions: Readonly<Record<string, Lineage>>;
  /** Posts named by a command or a field of the form, by id. */
  readonly posts?: Readonly<Record<string, Party>>;
  /** What the form holds, for conditions and for steps whose handler was chosen in it. */
  readonly facts?: CaseFacts;
  /** Person ids the case is about, when someone else hands it in for them. */
  readonly concerned?: readonly string[];
}

/** A day after which the clock looks at a task, at a wait, or (neither) at the whole case. */
export interface Timer {
  readonly task?: number;
  readonly token?: number;
  readonly after: Day;
}

/** What the register does outside the case, in the same transaction. */
export type Effect =
  | {
      readonly kind: "begin-sub";
      readonly token: number;
      readonly key: number;
      readonly function: string;
      readonly facts: CaseFacts;
    }
  | { readonly kind: "stop-subs"; readonly token: number }
  | { readonly kind: "publish"; readonly token: number; readonly due: Day }
  | { readonly kind: "unpublish"; readonly token: number };

/** What a command led to; tasks, timers and copies are for the register to keep and tell. */
export interface Stepped {
  readonly state: CaseState;
  readonly actions: readonly Action[];
  readonly opened: readonly Task[];
  readonly closed: readonly Task[];
  /** Tasks that stayed open and changed: held, waiting, with another term. */
  readonly changed: readonly Task[];
  readonly timers: readonly Timer[];
  readonly copied: readonly Seat[];
  readonly effects: readonly Effect[];
  /** The last approval was just given: do what the case was for, in the same transaction. */
  readonly effect?: true;
}

export type Outcome = Stepped | RefusalKind;
export const isRefusal = (outcome: object): outcome is RefusalKind => "code" in outcome;
