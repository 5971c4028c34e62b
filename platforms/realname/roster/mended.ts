// Striking off (自动销号): a rectification closes by itself as soon as the fault is gone, whoever mended it.
import type { Act } from "@niangjia/foundation/act";
import { lineageOf, orgPath } from "@niangjia/foundation/orgpath";
import type { Delivered } from "@niangjia/foundation/outbox";
import { Refusal } from "@niangjia/foundation/refusal";
import type { Reaction, Step, Sweep } from "@niangjia/foundation/worker";
import { fulfilCase, type WaitingCase, waitingCases } from "@niangjia/registers/cases";
import { sourceKinds } from "@niangjia/registers/members";
import {
  type ChangedEvent,
  type EndedEvent,
  type MergedEvent,
  names,
} from "@niangjia/registers/members/events";
import { countLeft, rectify } from "./rectify.ts";
import { findImport } from "./store.ts";

/** What happened to records: where they lie, whose they are when that is known, and what it was in words. */
interface Mending {
  readonly paths: readonly (string | null)[];
  readonly personIds?: readonly string[];
  readonly by: string;
}

const sayMended = (by: string): string => `${by}后，已经没有这个问题。`;

/** One that is about a person whom this did not touch need not be asked about. */
const concerns = ({ personIds }: Mending, { personId }: WaitingCase): boolean =>
  personId === null || !personIds || personIds.includes(personId);

/** True when nothing was left to mend and the case was closed. */
async function strikeOff(act: Act, waiting: WaitingCase, by: string): Promise<boolean> {
  const { id, orgPath: path, personId, facts } = waiting;
  if ((await countLeft(act, { path, personId, fault: String(facts.fault) })) > 0) return false;
  await fulfilCase(act, rectify, { id, because: sayMended(by) });
  return true;
}

/** A fault goes back to a union for all records at and under it: cases lie at the record's union or above. */
async function strikeOffAround(act: Act, mending: Mending): Promise<void> {
  const lines = new Set(mending.paths.flatMap((path) => (path ? lineageOf(orgPath(path)) : [])));
  const waiting = await waitingCases(act, rectify, [...lines]);
  for (const one of waiting) {
    if (concerns(mending, one)) await strikeOff(act, one, mending.by);
  }
}

async function whatChanged(act: Act, { orgPath: path, body }: ChangedEvent): Promise<Mending> {
  const { source, sourceId, personIds } = body;
  const from = source === "import" && sourceId ? await findImport(act, sourceId) : undefined;
  const by = from ? `${sourceKinds.import}“${from.fileName}”` : sourceKinds[source];
  return { paths: [path], personIds, by };
}

const onMerged = (by: string) => (_act: Act, event: Delivered) => {
  const { orgPath: path, body } = event as MergedEvent;
  const { survivorId, absorbedId, absorbedPath } = body;
  return { paths: [path, absorbedPath], personIds: [survivorId, absorbedId], by };
};

const reaction = (
  on: string,
  read: (act: Act, event: Delivered) => Mending | Promise<Mending>,
): Reaction => ({
  on,
  name: `roster.rectify.${on}`,
  run: async (act, event) => strikeOffAround(act, await read(act, event)),
});

/** At once where somebody writes records. */
export const mendedReactions: readonly Reaction[] = [
  reaction(names.changed, (act, event) => whatChanged(act, event as ChangedEvent)),
  reaction(names.enrolled, (act, event) => whatChanged(act, event as ChangedEvent)),
  reaction(names.merged, onMerged("重复会员归并")),
  reaction(names.unmerged, onMerged("撤销归并")),
  reaction(names.ended, (_act, event) => {
    const { orgPath: path, body } = event as EndedEvent;
    return { paths: [path], personIds: [body.personId], by: "会员离会" };
  }),
];

/** Each in a transaction of its own. Somebody may be at it this moment: the next round looks at it again. */
async function sweepOne(step: Step, waiting: WaitingCase): Promise<"closed" | "left" | "refused"> {
  try {
    return (await step((act) => strikeOff(act, waiting, "系统核对"))) ? "closed" : "left";
  } catch (error) {
    if (error instanceof Refusal) return "refused";
    throw error;
  }
}

async function sweepWaiting(step: Step, subject?: string): Promise<Record<string, number>> {
  const did = { closed: 0, left: 0, refused: 0 };
  for (const waiting of await step((act) => waitingCases(act, rectify))) {
    if (subject === undefined || waiting.id === subject) did[await sweepOne(step, waiting)] += 1;
  }
  return did;
}

/**
 * For what mends a record without a word of it: a verdict of the identity provider, a date of the union, a day that has
 * come. `subject` is a case.
 */
export const mendedSweep: Sweep = {
  name: "roster.rectify",
  title: "问题数据自动销号",
  cron: "41 * * * *",
  run: sweepWaiting,
};
