// Events of the room (换届事件): a union is being merged or closed, and has more members than one act carries.
import type { Delivered, Event } from "@niangjia/foundation/outbox";

export interface Merging {
  readonly caseId: string;
}

export const names = { merging: "election.merging" } as const;

export type MergingEvent = Delivered<Merging>;

export const merging = (orgPath: string, body: Merging): Event => ({
  name: names.merging,
  orgPath,
  body,
});
