// The room's parameters (会员卡参数), from the file beside. A card is good in the whole nation, and so are its terms.
import { nation, parametersOf } from "@niangjia/engine/policy";
import { type Day, dayOf } from "@niangjia/foundation/day";

const parametersOn = parametersOf(new URL("./parameters.yaml", import.meta.url), {
  cardMonths: "months",
  cardRenewalAhead: "days",
  keyMonths: "months",
  keyAhead: "days",
});

export interface Terms {
  readonly today: Day;
  readonly cardMonths: number;
  readonly renewalDays: number;
  readonly keyMonths: number;
  readonly keyAheadDays: number;
}

export function termsAt(now: Date): Terms {
  const today = dayOf(now);
  const on = parametersOn(today, nation);
  return {
    today,
    cardMonths: on.cardMonths.value,
    renewalDays: on.cardRenewalAhead.value.days,
    keyMonths: on.keyMonths.value,
    keyAheadDays: on.keyAhead.value.days,
  };
}
