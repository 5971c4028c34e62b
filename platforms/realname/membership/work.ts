// Work (工作单位): what a membership case says of a member's employers, put on file with the case as
// its source.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import type { Answer, Asked } from "@niangjia/foundation/http";
import {
  beginWork,
  changeFacts,
  employmentsOf,
  endWork,
  type PersonFacts,
  type Source,
  sourceKinds,
  wholeFacts,
} from "@niangjia/registers/members";
import type { employments as contract } from "./contract.ts";

export interface SaidOfWork {
  readonly personId: string;
  readonly employer?: string | undefined;
  readonly occupation?: string | undefined;
}

/** The employer that counted until now is no more theirs. */
export async function workedAt(act: Act, personId: string): Promise<void> {
  const { employer } = await wholeFacts(act, personId);
  if (employer) await endWork(act, { personId, employer, toDay: dayOf(act.now) });
}

/**
 * From now on this is the work that counts; others they have stay on file beside it. What is not
 * said stays as it is.
 */
export async function worksAt(
  act: Act,
  source: Source,
  { personId, employer, occupation }: SaidOfWork,
  also: Partial<PersonFacts> = {},
): Promise<void> {
  const facts = {
    ...also,
    ...(employer === undefined ? {} : { employer }),
    ...(occupation === undefined ? {} : { occupation }),
  };
  await changeFacts(act, source, { personId, facts });
  if (employer === undefined) return;
  const work = { personId, employer, occupation: occupation ?? null, fromDay: dayOf(act.now) };
  await beginWork(act, source, work);
}

/** Of oneself, or of a person in reach; of anybody else there are none. */
export async function showEmployments(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const personId = query.personId ?? act.actor.personId;
  const rows = personId === null ? [] : await employmentsOf(act, personId);
  return {
    rows: rows.map(({ source, at, ...row }) => ({
      ...row,
      source: sourceKinds[source],
      at: at.toISOString(),
    })),
  };
}
