// Merging (归并): two records turn out to be one person's; the survivor stands for both, the other is linked to it.
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { addDeltas } from "../organisations/index.ts";
import { mergeRefusals as refusals, type verdicts } from "./contract.ts";
import { statementOf } from "./decide.ts";
import * as events from "./events.ts";
import { type FactField, factNames, type PersonFacts } from "./facts.ts";
import { type Counted, deltasOf } from "./measures.ts";
import * as store from "./merge-store.ts";
import { joinWork } from "./merge-work.ts";
import { sealFacts } from "./sealed.ts";
import { columnsOf, factsOf } from "./whole.ts";

export type Verdict = keyof typeof verdicts;

/** A record as it was, whole: personal data, to be kept sealed. Dates are ISO texts, as it is kept as JSON. */
export interface KeptRecord {
  readonly personId: string;
  readonly facts: PersonFacts;
  readonly verified: Verdict;
  readonly verifiedAt: string | null;
  readonly updatedAt: string;
  readonly living: {
    readonly id: string;
    readonly unionId: string;
    readonly state: "active" | "kept";
    readonly updatedAt: string;
  } | null;
}

/** Two records of which nothing is decided yet. */
export interface Pair {
  readonly first: KeptRecord;
  readonly second: KeptRecord;
  /** Where the two records lie. */
  readonly paths: readonly [string, string];
}

export interface MergeWish {
  readonly mergeId: string;
  readonly survivorId: string;
  readonly absorbedId: string;
  /** Facts in which the other record is right; what the survivor lacks is taken anyway. */
  readonly take: readonly FactField[];
}

/** What undoing needs. */
export interface Merged {
  readonly survivor: KeptRecord;
  readonly absorbed: KeptRecord;
  /** Facts of the survivor that come from the other record now. */
  readonly taken: readonly FactField[];
  /** Records merged into the absorbed one before; they followed it. */
  readonly relinked: readonly string[];
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function keep({ keys }: Act, record: store.HeldRecord): KeptRecord {
  const { id, verified, verifiedAt, updatedAt, living } = record;
  return {
    personId: id,
    facts: factsOf(keys, record),
    verified,
    verifiedAt: iso(verifiedAt),
    updatedAt: updatedAt.toISOString(),
    living: living && {
      id: living.id,
      unionId: living.unionId,
      state: living.state,
      updatedAt: living.updatedAt.toISOString(),
    },
  };
}

/** Two different records in the actor's reach, neither merged. Refuses when one is not to be had. */
async function readBoth(
  act: Act,
  ids: readonly [string, string],
  options: { readonly hold: boolean },
) {
  if (ids[0] === ids[1]) throw refuse(refusals.oneRecord);
  const records = await store.readRecords(act, ids, options);
  const [first, second] = ids.map((id) => records.find((record) => record.id === id));
  if (!first || !second) throw refuse(refusals.notBoth);
  if (first.mergedInto !== null || second.mergedInto !== null) throw refuse(refusals.notBoth);
  return [first, second] as const;
}

/** Both records whole, to be compared. For the house's own use: who is shown what is the caller's to limit. */
export async function readPair(act: Act, ids: readonly [string, string]): Promise<Pair> {
  const [first, second] = await readBoth(act, ids, { hold: false });
  return {
    first: keep(act, first),
    second: keep(act, second),
    paths: [first.orgPath, second.orgPath],
  };
}

/** What the survivor takes over: what it lacks, and what was asked for. A number brings its kind of document along. */
export function takenFields(
  survivor: PersonFacts,
  absorbed: PersonFacts,
  take: readonly FactField[],
): FactField[] {
  const wanted = new Set(take);
  if (wanted.has("documentNumber")) wanted.add("documentKind");
  else wanted.delete("documentKind");
  return factNames.filter((field) => {
    if (absorbed[field] === null || absorbed[field] === survivor[field]) return false;
    return survivor[field] === null || wanted.has(field);
  });
}

export const sameBearer = (one: PersonFacts, other: PersonFacts): boolean =>
  one.name === other.name && one.documentNumber === other.documentNumber;

export type Verification = Pick<KeptRecord, "verified" | "verifiedAt">;

/** A verdict is of a name and a number together: it goes where both go, and is asked for anew when they part. */
function verificationOf(facts: PersonFacts, known: readonly KeptRecord[]): Verification {
  const bearer = known.find((record) => sameBearer(record.facts, facts));
  const { verified, verifiedAt } = bearer ?? { verified: "unverified", verifiedAt: null };
  return { verified, verifiedAt };
}

const verificationColumns = ({ verified, verifiedAt }: Verification): store.Column[] => [
  ["verified", verified],
  ["verified_at", verifiedAt && new Date(verifiedAt)],
];

export const counted = (living: { state: "active" | "kept" }, facts: PersonFacts): Counted => ({
  state: living.state,
  gig: facts.gigOccupation !== null,
  sex: facts.sex,
});

/** What a change of someone's facts or membership does to the numbers of a union, today. */
export async function recount(
  act: Act,
  path: string,
  change: readonly [Counted | null, Counted | null],
): Promise<void> {
  const today = dayOf(act.now);
  await addDeltas(act, deltasOf(path, { day: today, today }, change));
}

/** Writes facts of the survivor and whatever hangs on them: verdict, mark of a gig worker, numbers. */
export async function writeFacts(
  act: Act,
  held: store.HeldRecord,
  after: {
    readonly facts: PersonFacts;
    readonly fields: readonly FactField[];
    readonly verification: Verification;
    /** Of the record, and of its living membership when its mark of a gig worker changes. */
    readonly updatedAt: { readonly record: Date; readonly living: Date };
  },
): Promise<void> {
  const { facts, fields, verification, updatedAt } = after;
  const before = factsOf(act.keys, held);
  await store.writeRecord(act, held.id, [
    ...columnsOf(act.keys, held.id, { facts, fields }),
    ...verificationColumns(verification),
    ["updated_at", updatedAt.record],
  ]);
  const { living } = held;
  if (!living) return;
  const gig = facts.gigOccupation !== null;
  await store.writeGig(act, held.id, { gig, updatedAt: updatedAt.living });
  await recount(act, living.orgPath, [counted(living, before), counted(living, facts)]);
}

async function takeOver(
  act: Act,
  held: store.HeldRecord,
  { wish, kept }: { readonly wish: MergeWish; readonly kept: readonly [KeptRecord, KeptRecord] },
): Promise<FactField[]> {
  const [survivor, absorbed] = kept;
  const taken = takenFields(survivor.facts, absorbed.facts, wish.take);
  if (taken.length === 0) return taken;
  const values = Object.fromEntries(taken.map((field) => [field, absorbed.facts[field]]));
  const facts = { ...survivor.facts, ...values };
  const verification = verificationOf(facts, kept);
  const updatedAt = { record: act.now, living: act.now };
  await writeFacts(act, held, { facts, fields: taken, verification, updatedAt });
  const said = statementOf(facts, sealFacts(act.keys, held.id, facts), taken);
  const { orgPath } = held;
  const row = { id: newId(), mergeId: wish.mergeId, personId: held.id, orgPath, said };
  await store.insertSaid(act, row);
  return taken;
}

/**
 * Makes one person of two. The other record is kept as it was and linked; what was said of it, its memberships and their
 * changes stay with it and are read together with the survivor's; of two employers the second is one more employment. Its living membership ends without a change of
 * membership being told, since nobody left. Refuses when only the other one is a living member.
 */
export async function mergePersons(act: Act, wish: MergeWish): Promise<Merged> {
  const ids = [wish.survivorId, wish.absorbedId] as const;
  const [survivor, absorbed] = await readBoth(act, ids, { hold: true });
  if (!survivor.living && absorbed.living) throw refuse(refusals.livingFirst);
  const kept = [keep(act, survivor), keep(act, absorbed)] as const;
  const taken = await takeOver(act, survivor, { wish, kept });
  const after = taken.includes("employer") ? kept[1] : kept[0];
  await joinWork(act, {
    ...{ mergeId: wish.mergeId, personId: survivor.id, counting: after.facts.employer },
    records: [
      { facts: kept[0].facts, living: survivor.living },
      { facts: kept[1].facts, living: absorbed.living },
    ],
  });
  const { living } = absorbed;
  if (living) {
    const membership = { personId: absorbed.id, id: living.id };
    const ended = { state: "ended", endedDay: dayOf(act.now), updatedAt: act.now } as const;
    await store.writeMembership(act, membership, ended);
    await recount(act, living.orgPath, [counted(living, kept[1].facts), null]);
  }
  await store.writeRecord(act, absorbed.id, [["merged_into", survivor.id]]);
  const relinked = await store.relink(act, absorbed.id, survivor.id);
  const { survivorId, absorbedId } = wish;
  const who = { survivorId, absorbedId, absorbedPath: absorbed.orgPath };
  await emit(act, events.merged(survivor.orgPath, { ...who, fields: taken }));
  return { survivor: kept[0], absorbed: kept[1], taken, relinked };
}
