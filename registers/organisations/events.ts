// Events of the organisation register (组织库事件): a union was registered, opened, changed, moved, closed, had its term put
// off, or joined a federation.
import type { Day } from "@niangjia/foundation/day";
import type { Delivered, Event } from "@niangjia/foundation/outbox";

export interface Registered {
  readonly unionId: string;
  readonly parentId: string | null;
}

/** One in preparation lives from now on. */
export interface Opened {
  readonly unionId: string;
}

export interface Changed {
  readonly unionId: string;
  readonly fields: readonly string[];
}

export interface Moved {
  readonly unionId: string;
  readonly oldPath: string;
  readonly newPath: string;
}

export interface Closed {
  readonly unionId: string;
}

/** The running term of office ends later (延期换届). */
export interface Extended {
  readonly unionId: string;
  readonly toDay: Day;
  readonly caseId: string;
}

export interface Federated {
  readonly federationId: string;
  readonly unionId: string;
}

export const names = {
  registered: "organisations.registered",
  opened: "organisations.opened",
  changed: "organisations.changed",
  moved: "organisations.moved",
  closed: "organisations.closed",
  extended: "organisations.extended",
  federated: "organisations.federated",
  unfederated: "organisations.unfederated",
} as const;

export type RegisteredEvent = Delivered<Registered>;
export type OpenedEvent = Delivered<Opened>;
export type ChangedEvent = Delivered<Changed>;
export type MovedEvent = Delivered<Moved>;
export type ClosedEvent = Delivered<Closed>;
export type ExtendedEvent = Delivered<Extended>;

export const registered = (orgPath: string, body: Registered): Event => ({
  name: names.registered,
  orgPath,
  body,
});

export const opened = (orgPath: string, body: Opened): Event => ({
  name: names.opened,
  orgPath,
  body,
});

export const changed = (orgPath: string, body: Changed): Event => ({
  name: names.changed,
  orgPath,
  body,
});

export const moved = (orgPath: string, body: Moved): Event => ({
  name: names.moved,
  orgPath,
  body,
});

export const closed = (orgPath: string, body: Closed): Event => ({
  name: names.closed,
  orgPath,
  body,
});

export const extended = (orgPath: string, body: Extended): Event => ({
  name: names.extended,
  orgPath,
  body,
});

/** Told of the federation's place. */
export const federated = (orgPath: string, body: Federated): Event => ({
  name: names.federated,
  orgPath,
  body,
});

export const unfederated = (orgPath: string, body: Federated): Event => ({
  name: names.unfederated,
  orgPath,
  body,
});
