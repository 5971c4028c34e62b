// Enrolment (入会登记): one person to be a member of one union, made ready to be written: ids given, numbers sealed.
import type { Day } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import type { Keyring } from "@niangjia/foundation/keys";
import type { PersonFacts } from "./facts.ts";
import { type Sealed, sealFacts } from "./sealed.ts";

/** What an enrolment needs of a union. */
export interface UnionPlace {
  readonly id: string;
  readonly path: string;
  /** GB/T 2260 code, 6 to 12 digits; a member number begins with the first six. */
  readonly division: string;
}

export interface Enrolment {
  readonly union: UnionPlace;
  readonly facts: PersonFacts;
  /** `kept` is 保留会籍: holds the card, has no vote and is not counted. */
  readonly state: "active" | "kept";
  readonly joinedDay: Day;
  /** National codes of list `membership-change` (1 入会 2 转入 3 保留) and of its reasons. */
  readonly change: "1" | "2" | "3";
  readonly reason: string | null;
  /** The person an account already stands for; taken when the document is new to the store. */
  readonly personId?: string;
}

/** Costs processor time only: made while an earlier batch is being written. */
export interface Prepared {
  readonly enrolment: Enrolment;
  readonly personId: string;
  readonly sealed: Sealed;
}

export function prepareEnrolments(keys: Keyring, enrolments: readonly Enrolment[]): Prepared[] {
  return enrolments.map((enrolment) => {
    const personId = enrolment.personId ?? newId();
    return { enrolment, personId, sealed: sealFacts(keys, personId, enrolment.facts) };
  });
}
