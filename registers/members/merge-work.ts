// Work of two records in one (归并后的工作单位): who stood on the rosters of two employers works for both.
import type { Act } from "@niangjia/foundation/act";
import type { Day } from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { dropEmployments, openEmployment } from "./employment-store.ts";
import type { PersonFacts } from "./facts.ts";

interface Worker {
  readonly facts: Pick<PersonFacts, "employer" | "occupation">;
  /** Null for whoever is a member nowhere: nothing says that they still work there. */
  readonly living: { readonly joinedDay: Day } | null;
}

export interface JoinedWork {
  readonly mergeId: string;
  readonly personId: string;
  readonly records: readonly Worker[];
  /** The one that counts for the membership is in the record itself. */
  readonly counting: string | null;
}

/** Employers of either record beside the one that counts, each since the membership there began. */
export async function joinWork(act: Act, joined: JoinedWork): Promise<void> {
  const { mergeId, personId, records, counting } = joined;
  const source = { kind: "merge", id: mergeId, byAccount: act.actor.accountId } as const;
  for (const { facts, living } of records) {
    const { employer, occupation } = facts;
    if (employer === null || employer === counting || living === null) continue;
    const work = { id: newId(), personId, employer, occupation, fromDay: living.joinedDay };
    await asHouse(act, (house) => openEmployment(house, source, work));
  }
}

/** What a merge put there is there no more once it is undone. */
export const partWork = (act: Act, personId: string, mergeId: string): Promise<void> =>
  asHouse(act, (house) => dropEmployments(house, { personId, mergeId }));
