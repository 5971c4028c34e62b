// Reactions (援助后续): matters follow their applications, and what a worker thinks of an answer is kept with it.

import type { Act } from "@niangjia/foundation/act";
import type { Reaction } from "@niangjia/foundation/worker";
import { withdrawCase } from "@niangjia/registers/cases";
import {
  names as cases,
  type EndedEvent,
  type FiledEvent,
  type RatedEvent,
} from "@niangjia/registers/cases/events";
import { apply } from "./apply.ts";
import { assign } from "./assign.ts";
import { consult } from "./consult.ts";
import { rateConsultation } from "./consult-store.ts";
import { follow } from "./follow.ts";
import { onPostEnded } from "./leaving.ts";
import { assigningsLeft, changeMatter, matterBegan } from "./matter-store.ts";

/** A worker who takes back the assigning does without the aid. */
async function giveUp(house: Act, { caseId, status }: EndedEvent["body"]): Promise<void> {
  const matter = status === "withdrawn" ? await matterBegan(house, caseId) : undefined;
  if (matter?.state === "granted") {
    await changeMatter(house, matter.case_id, { state: "withdrawn" });
  }
}

/** A change of lawyer may bring the first one: then nobody is left to be chosen. */
async function endLeft(house: Act, { caseId, status }: EndedEvent["body"]): Promise<void> {
  if (status !== "approved") return;
  const because = "律师已经另行指派，这一次指派不用再办，您的援助照常办理。";
  for (const id of await assigningsLeft(house, caseId)) {
    await withdrawCase(house, assign, { id, because });
  }
}

const onMoved = (on: string, name: string): Reaction => ({
  on,
  name,
  async run(act, event) {
    const { caseId, function: fn } = (event as FiledEvent).body;
    if (fn === apply.id) await follow(act, caseId);
  },
});

const onGivenUp: Reaction = {
  on: cases.ended,
  name: "legal-aid.give-up",
  async run(act, event) {
    const { body } = event as EndedEvent;
    if (body.function === assign.id) await giveUp(act, body);
  },
};

const onAssigned: Reaction = {
  on: cases.ended,
  name: "legal-aid.end-assigning",
  async run(act, event) {
    const { body } = event as EndedEvent;
    if (body.function === assign.id) await endLeft(act, body);
  },
};

const onRated: Reaction = {
  on: cases.rated,
  name: "legal-aid.note-stars",
  async run(act, event) {
    const { caseId, function: fn, stars } = (event as RatedEvent).body;
    if (fn === consult.id) await rateConsultation(act, caseId, stars);
  },
};

export const reactions: readonly Reaction[] = [
  onMoved(cases.filed, "legal-aid.note-filed"),
  onMoved(cases.returned, "legal-aid.note-returned"),
  onMoved(cases.ended, "legal-aid.note-ended"),
  onGivenUp,
  onAssigned,
  onRated,
  onPostEnded,
];
