// Events of membership (会员入转退事件).
import type { Delivered, Event } from "@niangjia/foundation/outbox";

export interface Joined {
  readonly caseId: string;
  readonly personId: string;
  readonly unionId: string;
  /**
   * The account that stands for the person; null when an officer applied for somebody without one.
   */
  readonly accountId: string | null;
}

/** 接转: the card goes on unbroken. The event's own path is that of the new union. */
export interface Transferred {
  readonly caseId: string;
  readonly personId: string;
  readonly fromUnionId: string;
  readonly toUnionId: string;
}

/** 退会: what depends on the membership ends. */
export interface Ended {
  readonly caseId: string;
  readonly personId: string;
  readonly unionId: string;
  /** National code of list `membership-change-reason`. */
  readonly reason: string | null;
}

/** 保留会籍: the card stays, the vote does not. */
export type Kept = Ended;

export interface Restored {
  readonly caseId: string;
  readonly personId: string;
  readonly unionId: string;
  readonly was: "kept" | "ended";
  /** Where it had been kept or had ended; the same one, or another. */
  readonly fromUnionId: string;
}

/** 信息变更. Fields of the person's facts. */
export interface Changed {
  readonly caseId: string;
  readonly personId: string;
  readonly fields: readonly string[];
}

export const names = {
  joined: "membership.joined",
  transferred: "membership.transferred",
  ended: "membership.ended",
  kept: "membership.kept",
  restored: "membership.restored",
  changed: "membership.changed",
} as const;

export type JoinedEvent = Delivered<Joined>;
export type TransferredEvent = Delivered<Transferred>;
export type EndedEvent = Delivered<Ended>;
export type KeptEvent = Delivered<Kept>;
export type RestoredEvent = Delivered<Restored>;
export type ChangedEvent = Delivered<Changed>;

const event =
  <Body extends object>(name: string) =>
  (orgPath: string, body: Body): Event<string, Body> => ({ name, orgPath, body });

export const joined = event<Joined>(names.joined);
export const transferred = event<Transferred>(names.transferred);
export const ended = event<Ended>(names.ended);
export const kept = event<Kept>(names.kept);
export const restored = event<Restored>(names.restored);
export const changed = event<Changed>(names.changed);
