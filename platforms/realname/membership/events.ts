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

export const names = { joined: "membership.joined" } as const;

export type JoinedEvent = Delivered<Joined>;

export const joined = (orgPath: string, body: Joined): Event => ({
  name: names.joined,
  orgPath,
  body,
});
