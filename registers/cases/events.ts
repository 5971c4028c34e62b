// Events of the case register (办件事件): filed, decided, returned, ended, new tasks, rated, hung elsewhere; ids only, no
// personal data.
import type { ActionKind, Status } from "@niangjia/engine/process/contract";
import type { Delivered, Event } from "@niangjia/foundation/outbox";

/** Which case, and the number of the action that brought it about. */
interface OfCase {
  readonly caseId: string;
  readonly function: string;
  readonly seq: number;
}

/** Handed in, for the first time or again. */
export interface Filed extends OfCase {
  readonly round: number;
}

/** Someone, or the clock in their place, decided a task. */
export interface Decided extends OfCase {
  readonly kind: ActionKind;
  /** Where the case stands after it. */
  readonly status: Status;
}

/** Given back to the applicant. */
export type Returned = OfCase;

export interface Ended extends OfCase {
  readonly status: "approved" | "rejected" | "withdrawn";
}

/** What the applicant thinks of it, given for the first time or changed. */
export interface Rated extends Omit<OfCase, "seq"> {
  /** 1 to 5. */
  readonly stars: number;
}

/** Tasks of a case, by their numbers in it. */
export interface OfTasks extends OfCase {
  readonly tasks: readonly number[];
}

/** It lies at another union, since its own was closed; its place is the case's from now on. */
export type Hung = Omit<OfCase, "seq">;

/** Something was done that others should hear of; what, the action of that number says. */
export type Handled = OfCase;

/** A federation brings running cases to the flow of today. */
export interface MoveAsked {
  readonly moveId: string;
}

export const names = {
  filed: "cases.filed",
  decided: "cases.decided",
  returned: "cases.returned",
  ended: "cases.ended",
  tasksOpened: "cases.tasks-opened",
  urged: "cases.urged",
  reminded: "cases.reminded",
  rated: "cases.rated",
  hung: "cases.hung",
  handled: "cases.handled",
  moveAsked: "cases.move-asked",
} as const;

export type FiledEvent = Delivered<Filed>;
export type DecidedEvent = Delivered<Decided>;
export type ReturnedEvent = Delivered<Returned>;
export type EndedEvent = Delivered<Ended>;
export type TasksEvent = Delivered<OfTasks>;
export type RatedEvent = Delivered<Rated>;
export type MoveAskedEvent = Delivered<MoveAsked>;

const event =
  <Body extends object>(name: string) =>
  (orgPath: string, body: Body): Event<string, Body> => ({ name, orgPath, body });

export const filed = event<Filed>(names.filed);
export const decided = event<Decided>(names.decided);
export const returned = event<Returned>(names.returned);
export const ended = event<Ended>(names.ended);
export const tasksOpened = event<OfTasks>(names.tasksOpened);
export const urged = event<OfTasks>(names.urged);
export const reminded = event<OfTasks>(names.reminded);
export const rated = event<Rated>(names.rated);
export const hung = event<Hung>(names.hung);
export const handled = event<Handled>(names.handled);
export const moveAsked = event<MoveAsked>(names.moveAsked);
