// Ending a membership (离会): the person stays on file, is counted no more, and may come back under the old number.
import type { Act } from "@niangjia/foundation/act";
import { type Day, dayOf } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { maskName } from "@niangjia/foundation/masks";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { addDeltas } from "../organisations/index.ts";
import { refusals } from "./contract.ts";
import { endLiving, insertChange } from "./end-store.ts";
import * as events from "./events.ts";
import { deltasOf } from "./measures.ts";
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
  const ended = await endLiving(act, personId, day);
  if (!ended) throw refuse(refusals.notFound);
  const { id: membershipId, unionId, orgPath, state, gig, sex, name } = ended;
  const id = newId();
  const who = maskName(name);
  await insertChange(act, source, {
    id,
    membershipId,
    personId,
    orgPath,
    change,
    reason,
    day,
    who,
  });
  const on = { day, today: dayOf(act.now) };
  await addDeltas(act, deltasOf(orgPath, on, [{ state, gig, sex }, null]));
  const body = { unionId, personId, membershipId, change };
  await emit(act, events.ended(orgPath, body));
}
