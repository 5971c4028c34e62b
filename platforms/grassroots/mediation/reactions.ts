// Reactions (调解后续): the register of disputes follows its cases.
import type { Reaction } from "@niangjia/foundation/worker";
import { names as cases, type FiledEvent } from "@niangjia/registers/cases/events";
import { type Merged, names as members } from "@niangjia/registers/members/events";
import { apply } from "./apply.ts";
import { rereadApplicants } from "./dispute-store.ts";
import { follow } from "./follow.ts";

type OfCase = Pick<FiledEvent["body"], "caseId" | "function">;

const onMoved = (on: string, name: string): Reaction => ({
  on,
  name,
  async run(act, event) {
    const { caseId, function: fn } = event.body as OfCase;
    if (fn === apply.id) await follow(act, caseId);
  },
});

const onMerged = (on: string, name: string): Reaction => ({
  on,
  name,
  run: (act, event) => rereadApplicants(act, event.body as Merged),
});

export const reactions: readonly Reaction[] = [
  onMoved(cases.filed, "mediation.note-filed"),
  onMoved(cases.decided, "mediation.note-decided"),
  onMoved(cases.tasksOpened, "mediation.note-handed"),
  onMoved(cases.returned, "mediation.note-returned"),
  onMoved(cases.handled, "mediation.note-handled"),
  onMoved(cases.ended, "mediation.note-ended"),
  onMerged(members.merged, "mediation.note-merged"),
  onMerged(members.unmerged, "mediation.note-unmerged"),
];
