// Reactions (入会后续): the list of an event follows its cases; who came to an approved event is
// admitted; services from before joining become the member's.
import type { Act } from "@niangjia/foundation/act";
import { formatDay } from "@niangjia/foundation/day";
import { Refusal } from "@niangjia/foundation/refusal";
import type { Reaction } from "@niangjia/foundation/worker";
import { fulfilCase } from "@niangjia/registers/cases";
import { names as cases, type FiledEvent } from "@niangjia/registers/cases/events";
import {
  type EnrolledEvent,
  type Merged,
  names as members,
} from "@niangjia/registers/members/events";
import { sql } from "kysely";
import { follow } from "./arrivals.ts";
import type { InvitationRow } from "./invitation-store.ts";
import { scan } from "./scan.ts";
import { linkServices } from "./serve.ts";
import { rereadServices } from "./service-store.ts";

type OfCase = Pick<FiledEvent["body"], "caseId" | "function">;

/**
 * The committee resolved to admit whoever comes to the event and may join: the review is done. Who
 * may not any more waits for the officer, who reads why when trying.
 */
async function admitResolved(
  act: Act,
  caseId: string,
  { resolution, resolution_day, stopped_at }: InvitationRow,
): Promise<void> {
  if (resolution === null || resolution_day === null || stopped_at !== null) return;
  const because = `经${resolution}（${formatDay(resolution_day)}）批准，集中入会。`;
  await sql.raw("savepoint admitting").execute(act.tx);
  try {
    await fulfilCase(act, scan, { id: caseId, because });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await sql.raw("rollback to savepoint admitting").execute(act.tx);
  }
  await follow(act, caseId);
}

const onFiled: Reaction = {
  on: cases.filed,
  name: "joining.note-arrival",
  async run(act, event) {
    const { caseId, function: fn } = event.body as OfCase;
    if (fn !== scan.id) return;
    await admitResolved(act, caseId, await follow(act, caseId));
  },
};

const onMoved = (on: string, name: string): Reaction => ({
  on,
  name,
  async run(act, event) {
    const { caseId, function: fn } = event.body as OfCase;
    if (fn === scan.id) await follow(act, caseId);
  },
});

const onEnrolled: Reaction = {
  on: members.enrolled,
  name: "joining.link-services",
  run: (act, event) => linkServices(act, (event as EnrolledEvent).body.personIds),
};

const onMerged = (on: string, name: string): Reaction => ({
  on,
  name,
  run: (act, event) => rereadServices(act, event.body as Merged),
});

export const reactions: readonly Reaction[] = [
  onFiled,
  onMoved(cases.returned, "joining.note-returned"),
  onMoved(cases.ended, "joining.note-ended"),
  onEnrolled,
  onMerged(members.merged, "joining.merge-services"),
  onMerged(members.unmerged, "joining.unmerge-services"),
];
