// Un-merging (撤销归并): the two records stand apart again, each as it was, but for what was said of the survivor since.
import type { Act } from "@niangjia/foundation/act";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { getUnion } from "../organisations/index.ts";
import { mergeRefusals as refusals } from "./contract.ts";
import * as events from "./events.ts";
import type { FactField, PersonFacts } from "./facts.ts";
import {
  counted,
  type KeptRecord,
  type Merged,
  recount,
  sameBearer,
  type Verification,
  writeFacts,
} from "./merge.ts";
import * as store from "./merge-store.ts";
import { partWork } from "./merge-work.ts";
import { factsOf } from "./whole.ts";

export interface UnmergeWish extends Merged {
  readonly mergeId: string;
  readonly mergedAt: Date;
}

export interface Unmerged {
  /** Facts of the survivor that are again as before the merge. */
  readonly restored: readonly FactField[];
  /** Taken facts that were changed since: the newer word stands. */
  readonly left: readonly FactField[];
  /** False when the union of the ended membership is closed by now, and the membership stays ended. */
  readonly membership: boolean;
}

async function holdMerged(act: Act, { survivor, absorbed }: Merged) {
  const held = await store.readRecords(act, [survivor.personId, absorbed.personId], {
    hold: true,
  });
  const kept = held.find(({ id }) => id === survivor.personId);
  const shell = held.find(({ id }) => id === absorbed.personId);
  if (!kept || !shell) throw refuse(refusals.notBoth);
  if (kept.mergedInto !== null) throw refuse(refusals.mergedOn);
  if (shell.mergedInto !== kept.id) throw refuse(refusals.notBoth);
  return [kept, shell] as const;
}

/** A verdict given since stands unless the name or number it was of goes back. */
function verificationAfter(
  facts: PersonFacts,
  now: { readonly facts: PersonFacts; readonly verification: Verification },
  before: KeptRecord,
): Verification {
  if (sameBearer(facts, now.facts)) return now.verification;
  if (sameBearer(facts, before.facts)) return before;
  return { verified: "unverified", verifiedAt: null };
}

/** Gives back what the merge took over and nobody has changed since. */
async function giveBack(
  act: Act,
  [held, shell]: readonly [store.HeldRecord, store.HeldRecord],
  { taken, survivor: before, mergedAt }: UnmergeWish,
): Promise<FactField[]> {
  const now = factsOf(act.keys, held);
  const given = factsOf(act.keys, shell);
  const restored = taken.filter((field) => now[field] === given[field]);
  if (restored.length === 0) return restored;
  const values = Object.fromEntries(restored.map((field) => [field, before.facts[field]]));
  const facts = { ...now, ...values };
  const verification = {
    verified: held.verified,
    verifiedAt: held.verifiedAt?.toISOString() ?? null,
  };
  /** Whatever nobody has written since the merge bears its old time again. */
  const timeOf = (at: Date | undefined, was: string | undefined): Date =>
    was && at?.getTime() === mergedAt.getTime() ? new Date(was) : act.now;
  await writeFacts(act, held, {
    facts,
    fields: restored,
    verification: verificationAfter(facts, { facts: now, verification }, before),
    updatedAt: {
      record: timeOf(held.updatedAt, before.updatedAt),
      living: timeOf(held.living?.updatedAt, before.living?.updatedAt),
    },
  });
  return restored;
}

/** Brings the membership back that the merge ended. */
async function revive(act: Act, shell: store.HeldRecord, before: KeptRecord): Promise<boolean> {
  const { living, facts } = before;
  if (!living) return true;
  const union = await getUnion(act, living.unionId);
  if (union.state === "closed") return false;
  const { id, state, updatedAt } = living;
  await store.writeMembership(
    act,
    { personId: shell.id, id },
    { state, endedDay: null, updatedAt: new Date(updatedAt) },
  );
  await recount(act, union.path, [null, counted({ state }, facts)]);
  return true;
}

/**
 * Undoes a merge. With nothing done in between the store is as it was before. What has been said of the survivor since,
 * what memberships it began and what was entered under the other record's document stays with the survivor: it was said
 * of the one person people then believed in. Refuses while the survivor itself is merged into a third record.
 */
export async function unmergePersons(act: Act, wish: UnmergeWish): Promise<Unmerged> {
  const { mergeId, taken, relinked, absorbed } = wish;
  const [survivor, shell] = await holdMerged(act, wish);
  const restored = await giveBack(act, [survivor, shell], wish);
  await store.dropSaid(act, survivor.id, mergeId);
  await partWork(act, survivor.id, mergeId);
  await store.writeRecord(act, shell.id, [["merged_into", null]]);
  await store.relinkBack(act, relinked, { from: survivor.id, to: shell.id });
  const membership = await revive(act, shell, absorbed);
  const who = { survivorId: survivor.id, absorbedId: shell.id, absorbedPath: shell.orgPath };
  await emit(act, events.unmerged(survivor.orgPath, { ...who, fields: restored }));
  const left = taken.filter((field) => !restored.includes(field));
  return { restored, left, membership };
}
