// Reactions of proposals (提案联动): the register follows its cases; enough seconders let one go on.
import type { Reaction } from "@niangjia/foundation/worker";
import { names as cases, type FiledEvent } from "@niangjia/registers/cases/events";
import { type Merged, names as members } from "@niangjia/registers/members/events";
import { names, type SecondedEvent } from "./events.ts";
import { follow } from "./follow.ts";
import { rereadPeople } from "./merged.ts";
import { passIfSeconded } from "./second.ts";
import { submit } from "./submit.ts";

type OfCase = Pick<FiledEvent["body"], "caseId" | "function">;

const onMoved = (on: string, name: string): Reaction => ({
  on,
  name,
  async run(act, event) {
    const { caseId, function: fn } = event.body as OfCase;
    if (fn === submit.id) await follow(act, caseId);
  },
});

/** Handed in again with the same text, it has its seconders already. */
const onFiled: Reaction = {
  on: cases.filed,
  name: "proposals.note-filed",
  async run(act, event) {
    const { caseId, function: fn } = event.body as OfCase;
    if (fn !== submit.id) return;
    await follow(act, caseId);
    await passIfSeconded(act, caseId);
  },
};

const onSeconded: Reaction = {
  on: names.seconded,
  name: "proposals.pass-seconded",
  run: (act, event) => passIfSeconded(act, (event as SecondedEvent).body.caseId),
};

const onMerged = (on: string, name: string): Reaction => ({
  on,
  name,
  run: (act, event) => rereadPeople(act, event.body as Merged),
});

export const reactions: readonly Reaction[] = [
  onFiled,
  onMoved(cases.decided, "proposals.note-decided"),
  onMoved(cases.tasksOpened, "proposals.note-opened"),
  onMoved(cases.returned, "proposals.note-returned"),
  onMoved(cases.hung, "proposals.note-hung"),
  onMoved(cases.handled, "proposals.note-handled"),
  onMoved(cases.ended, "proposals.note-ended"),
  onSeconded,
  onMerged(members.merged, "proposals.note-merged"),
  onMerged(members.unmerged, "proposals.note-unmerged"),
];
