// Ending a membership (离会): the person stays on file, is counted no more, and may come back under the old number.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { addDeltas } from "../organisations/index.ts";
import { refusals } from "./contract.ts";
import * as events from "./events.ts";
import { deltasOf } from "./measures.ts";
import { holdRecords, insertChange, writeMembership } from "./merge-store.ts";
import type { Source } from "./source.ts";

export interface Leaving {
  readonly personId: string;
  /** National codes: 4 转出 5 除名 6 退会, and of the reason. */
  readonly change: "4" | "5" | "6";
  readonly reason: string | null;
  readonly day: Day;
}

/** Refuses a person out of reach, and one who is a member nowhere. */
export async function endMembership(act: Act, source: Source, leaving: Leaving): Promise<void> {
  const { personId, change, reason, day } = leaving;
  const [record] = await holdRecords(act, [personId]);
  const living = record?.living;
  if (!record || !living) throw refuse(refusals.notFound);
  const ended = { state: "ended", endedDay: day, updatedAt: act.now } as const;
  await writeMembership(act, { personId, id: living.id }, ended);
  await insertChange(act, source, {
    ...{ id: newId(), membershipId: living.id, personId, orgPath: living.orgPath },
    ...{ change, reason, day },
  });
  const { state, gig, orgPath, unionId } = living;
  const before = { state, gig, sex: record.sex };
  await addDeltas(act, deltasOf(orgPath, { day, today: dayOf(act.now) }, [before, null]));
  const body = { unionId, personId, membershipId: living.id, change };
  await emit(act, events.ended(orgPath, body));
}
