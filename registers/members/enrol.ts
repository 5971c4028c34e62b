// Enrolling (入库): thousands of persons become members in one transaction, set by set; also one, for a case's effect.
import assert from "node:assert/strict";
import type { Act } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { addDeltas, holdUnion, refusals, type Union } from "../organisations/index.ts";
import { decide, type Outcome } from "./decide.ts";
import { type Enrolment, type Prepared, prepareEnrolments } from "./enrolment.ts";
import * as events from "./events.ts";
import type { FactField } from "./facts.ts";
import { claimIdentities, type Incoming, writeIncoming } from "./incoming.ts";
import { findKnown, type Known } from "./known.ts";
import { type Delta, deltasOf } from "./measures.ts";
import { knownRow, newRow } from "./rows.ts";
import type { Source } from "./source.ts";

/** One enrolment on its way: what is known of its person, what becomes of it, what is written. */
interface Settled {
  readonly enrolment: Enrolment;
  readonly known: Known | undefined;
  readonly outcome: Outcome;
  readonly row: Incoming | undefined;
}

/** Enrols one person. See `enrol`. */
export async function enrolOne(act: Act, source: Source, enrolment: Enrolment): Promise<Outcome> {
  const [outcome] = await enrol(act, source, [enrolment]);
  assert(outcome);
  return outcome;
}

/**
 * Makes each person a member of their union: who is new is entered, who left comes back under the old number, who is a
 * member there already has changed facts brought up to date. Answers one outcome an enrolment, in order. Twice the
 * same is once: the second time nothing is written. Documents must be distinct within a batch; a few thousand
 * enrolments a call are quickest. Refuses a union that is closed or outside the actor's scope.
 */
export async function enrol(
  act: Act,
  source: Source,
  enrolments: readonly Enrolment[],
): Promise<Outcome[]> {
  return enrolPrepared(act, source, prepareEnrolments(act.keys, enrolments));
}

/** As `enrol`, with the processor's share done beforehand. */
export async function enrolPrepared(
  act: Act,
  source: Source,
  made: readonly Prepared[],
): Promise<Outcome[]> {
  const prepared = await holdPlaces(act, made);
  const known = await findOrClaim(act, prepared);
  const settled = settleAll(act, prepared, known);
  const rows = settled.flatMap(({ row }) => row ?? []);
  await writeIncoming(act, source, rows);
  await addDeltas(act, changesOf(act, settled));
  await tell(act, source, settled);
  return settled.map(({ outcome }) => outcome);
}

/**
 * Each enrolment at the place its union has now, which it keeps until the act ends: beside us nobody moves the union,
 * nor closes it as one without members. Held before anything else, and in order of path, as everywhere.
 */
async function holdPlaces(act: Act, prepared: readonly Prepared[]): Promise<Prepared[]> {
  const unions = prepared.map(({ enrolment }) => enrolment.union);
  const paths = new Map(unions.map(({ id, path }) => [id, path]));
  const inOrder = [...paths].sort(([, left], [, right]) => (left < right ? -1 : 1));
  const held = new Map<string, Union>();
  for (const [id] of inOrder) held.set(id, await holdLiving(act, id));
  return prepared.map((one) => {
    const union = held.get(one.enrolment.union.id)!;
    return { ...one, enrolment: { ...one.enrolment, union } };
  });
}

async function holdLiving(act: Act, id: string): Promise<Union> {
  const union = await holdUnion(act, id);
  if (union.state === "closed") throw refuse(refusals.closed, { words: { name: union.name } });
  return union;
}

/**
 * Claims every document; whose is taken is in the store already. A hash made with an older index key cannot collide
 * with a new one, so while such keys live the store is asked for those first.
 */
async function findOrClaim(act: Act, prepared: readonly Prepared[]): Promise<Map<Prepared, Known>> {
  const olderToo = prepared.filter(({ sealed }) => sealed.idBlinds.length > 1);
  const found = await lookUp(act, olderToo);
  const claiming = prepared.filter((one) => !found.has(one));
  const claims = claiming.map(({ personId, sealed }) => ({ personId, blind: sealed.idBlind }));
  const claimed = await claimIdentities(act, claims);
  const taken = claiming.filter(({ personId }) => !claimed.has(personId));
  for (const [one, known] of await lookUp(act, taken)) found.set(one, known);
  assert(
    taken.every((one) => found.has(one)),
    "documents of a batch are distinct",
  );
  return found;
}

async function lookUp(act: Act, prepared: readonly Prepared[]): Promise<Map<Prepared, Known>> {
  const byBlind = new Map<string, Prepared>();
  const blinds = prepared.flatMap((one) => {
    const { idBlinds } = one.sealed;
    for (const blind of idBlinds) byBlind.set(blind.toString("latin1"), one);
    return idBlinds;
  });
  const known = await findKnown(act, blinds);
  return new Map(known.map((one) => [byBlind.get(one.idBlind.toString("latin1"))!, one]));
}

/** Two documents of a batch may be one person's, whose records were merged: the first speaks for them. */
function settleAll(
  act: Act,
  prepared: readonly Prepared[],
  known: ReadonlyMap<Prepared, Known>,
): Settled[] {
  const spoken = new Set<string>();
  return prepared.map((one): Settled => {
    const who = known.get(one);
    if (!who || !spoken.has(who.id)) {
      if (who) spoken.add(who.id);
      return settle(act, one, who);
    }
    const { enrolment } = one;
    const outcome = { outcome: "unchanged", personId: who.id } as const;
    return { enrolment, known: who, outcome, row: undefined };
  });
}

function settle({ keys }: Act, prepared: Prepared, known: Known | undefined): Settled {
  const { enrolment, personId } = prepared;
  if (!known) {
    const row = newRow(prepared);
    return { enrolment, known, outcome: { outcome: "enrolled", personId }, row };
  }
  const outcome = decide(keys, known, prepared);
  const writes = outcome.outcome === "rejoined" || outcome.outcome === "updated";
  const row = writes ? knownRow(keys, known, { prepared, fields: outcome.fields }) : undefined;
  return { enrolment, known, outcome, row };
}

function changesOf(act: Act, settled: readonly Settled[]): Delta[] {
  const today = dayOf(act.now);
  return settled.flatMap(({ enrolment, known, row }) => {
    if (!row) return [];
    const living = known?.living;
    const before = living ? { state: living.state, gig: living.gig, sex: known.sex } : null;
    const after = { state: row.state, gig: row.facts.gigOccupation !== null, sex: row.facts.sex };
    const day = living ? today : enrolment.joinedDay;
    return deltasOf(row.orgPath, { day, today }, [before, after]);
  });
}

/** One event a union and kind of outcome. */
async function tell(act: Act, source: Source, settled: readonly Settled[]): Promise<void> {
  const written = settled.filter(({ row }) => row !== undefined);
  const groups = Map.groupBy(written, ({ enrolment }) => enrolment.union.id);
  for (const [unionId, group] of groups) {
    const from = { unionId, source: source.kind, sourceId: source.id };
    const { path } = group[0]!.enrolment.union;
    const idsOf = (joins: boolean): string[] =>
      group.flatMap(({ row }) => (row?.joins === joins ? row.id : []));
    const [joined, updated] = [idsOf(true), idsOf(false)];
    if (joined.length > 0) {
      await emit(act, events.enrolled(path, { ...from, personIds: joined }));
    }
    if (updated.length === 0) continue;
    const fields = new Set(group.flatMap(({ outcome }) => fieldsOf(outcome)));
    await emit(act, events.changed(path, { ...from, personIds: updated, fields: [...fields] }));
  }
}

const fieldsOf = (outcome: Outcome): readonly FactField[] =>
  outcome.outcome === "updated" ? outcome.fields : [];
