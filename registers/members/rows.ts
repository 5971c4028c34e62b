// Rows (入库行): what is written of one enrolment, for someone new and for someone the store has.
import { newId } from "@niangjia/foundation/ids";
import type { Keyring } from "@niangjia/foundation/keys";
import { mergeKnown, statementOf } from "./decide.ts";
import type { Prepared } from "./enrolment.ts";
import { type FactField, factNames } from "./facts.ts";
import type { Incoming } from "./incoming.ts";
import type { Known } from "./known.ts";

const countyOf = (division: string): string => division.slice(0, 6);

/** Of someone the store did not have. */
export function newRow({ enrolment, personId, sealed }: Prepared): Incoming {
  const { facts, union, state, joinedDay, change, reason } = enrolment;
  // Membership, change and statement begin together: one id serves each of their tables.
  const id = newId();
  return {
    id: personId,
    orgPath: union.path,
    facts,
    seals: sealed,
    known: false,
    joins: true,
    membershipId: id,
    unionId: union.id,
    division: countyOf(union.division),
    number: null,
    state,
    joinedDay,
    changeId: id,
    change,
    reason,
    changeDay: joinedDay,
    statementId: id,
    said: statementOf(facts, sealed, factNames),
  };
}

/**
 * Of a known person, with these fields as the enrolment says them. Who has a living membership keeps it: from active it
 * may become kept, never back, since resuming is a case of its own.
 */
export function knownRow(
  keys: Keyring,
  known: Known,
  { prepared, fields }: { readonly prepared: Prepared; readonly fields: readonly FactField[] },
): Incoming {
  const { facts, union, joinedDay, change, reason, ...enrolment } = prepared.enrolment;
  const merged = mergeKnown(keys, known, { facts, fields });
  const { living } = known;
  const state = living?.state === "kept" ? "kept" : enrolment.state;
  const changes = !living || state !== living.state;
  return {
    id: known.id,
    orgPath: union.path,
    facts: merged,
    seals: merged,
    known: true,
    joins: !living,
    membershipId: living?.id ?? newId(),
    unionId: union.id,
    division: countyOf(union.division),
    number: known.number,
    state,
    joinedDay: living?.joinedDay ?? joinedDay,
    changeId: changes ? newId() : null,
    change: changes ? change : null,
    reason: changes ? reason : null,
    changeDay: changes ? joinedDay : null,
    statementId: newId(),
    said: fields.length === 0 ? null : statementOf(facts, merged, fields),
  };
}
