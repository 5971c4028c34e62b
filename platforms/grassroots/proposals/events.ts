// Events of proposals (提案事件): somebody seconded one, or declined; ids only.
import type { Delivered, Event } from "@niangjia/foundation/outbox";

export interface Seconded {
  readonly caseId: string;
}

export const names = { seconded: "proposals.seconded" } as const;
export type SecondedEvent = Delivered<Seconded>;

export const seconded = (orgPath: string, body: Seconded): Event<string, Seconded> => ({
  name: names.seconded,
  orgPath,
  body,
});
