// The room's parameters (会员卡参数), from the file beside.
import { type Day, dayOf } from "@niangjia/foundation/day";
import { readParameters } from "@niangjia/foundation/parameters";

const parameters = readParameters(new URL("./parameters.yaml", import.meta.url), [
  "card.months",
  "card.renewal-days",
  "key.months",
  "key.ahead-days",
]);

export interface Terms {
  readonly today: Day;
  readonly cardMonths: number;
  readonly renewalDays: number;
  readonly keyMonths: number;
  readonly keyAheadDays: number;
}

export function termsAt(now: Date): Terms {
  const today = dayOf(now);
  return {
    today,
    cardMonths: parameters.on(today, "card.months"),
    renewalDays: parameters.on(today, "card.renewal-days"),
    keyMonths: parameters.on(today, "key.months"),
    keyAheadDays: parameters.on(today, "key.ahead-days"),
  };
}
