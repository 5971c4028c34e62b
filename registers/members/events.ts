// Events of the member register (会员库事件): who was enrolled, changed or has left; ids only.
import type { Delivered, Event } from "@niangjia/foundation/outbox";
import type { Source } from "./source.ts";

/** A batch at one union at most; several unions make several events. */
export interface Enrolled {
  readonly unionId: string;
  readonly source: Source["kind"];
  readonly sourceId: string | null;
  readonly personIds: readonly string[];
}

export interface Changed extends Enrolled {
  /** Fields of the facts that changed for at least one of them. */
  readonly fields: readonly string[];
}

export interface Ended {
  readonly unionId: string;
  readonly personId: string;
  readonly membershipId: string;
  /** National code: 4 转出 5 除名 6 退会. */
  readonly change: string;
}

/** Whose membership it is, under which number, at which union from now on. */
export interface OfMembership {
  readonly personId: string;
  readonly number: string;
  readonly unionId: string;
}

/** 接转: without a break, kept when it was kept. The event's own path is that of the new union. */
export interface Moved extends OfMembership {
  readonly fromUnionId: string;
  readonly fromPath: string;
}

/** 保留会籍: the card stays, the vote does not. */
export type Kept = OfMembership;

/** 恢复会籍. */
export interface Resumed extends OfMembership {
  readonly was: "kept" | "ended";
  readonly fromUnionId: string;
}

/** Two records became one person's: whoever keeps rows about the absorbed one decides what becomes of them. */
export interface Merged {
  readonly survivorId: string;
  readonly absorbedId: string;
  /** The union where the absorbed record lies; the event's own is the survivor's. */
  readonly absorbedPath: string;
  /** Facts of the survivor that changed. */
  readonly fields: readonly string[];
}

/** They turned out to be two after all; fields are those of the survivor that are as before. */
export type Unmerged = Merged;

export const names = {
  enrolled: "members.enrolled",
  changed: "members.changed",
  ended: "members.ended",
  moved: "members.moved",
  kept: "members.kept",
  resumed: "members.resumed",
  merged: "members.merged",
  unmerged: "members.unmerged",
} as const;

export type EnrolledEvent = Delivered<Enrolled>;
export type ChangedEvent = Delivered<Changed>;
export type EndedEvent = Delivered<Ended>;
export type MovedEvent = Delivered<Moved>;
export type KeptEvent = Delivered<Kept>;
export type ResumedEvent = Delivered<Resumed>;
export type MergedEvent = Delivered<Merged>;
export type UnmergedEvent = Delivered<Unmerged>;

export const enrolled = (orgPath: string, body: Enrolled): Event => ({
  name: names.enrolled,
  orgPath,
  body,
});

export const changed = (orgPath: string, body: Changed): Event => ({
  name: names.changed,
  orgPath,
  body,
});

export const ended = (orgPath: string, body: Ended): Event => ({
  name: names.ended,
  orgPath,
  body,
});

export const moved = (orgPath: string, body: Moved): Event => ({
  name: names.moved,
  orgPath,
  body,
});

export const kept = (orgPath: string, body: Kept): Event => ({
  name: names.kept,
  orgPath,
  body,
});

export const resumed = (orgPath: string, body: Resumed): Event => ({
  name: names.resumed,
  orgPath,
  body,
});

export const merged = (orgPath: string, body: Merged): Event => ({
  name: names.merged,
  orgPath,
  body,
});

export const unmerged = (orgPath: string, body: Unmerged): Event => ({
  name: names.unmerged,
  orgPath,
  body,
});
