// Changing facts (信息变更): what a person has shown to be otherwise, with its source; a new number is
// claimed like any other.
import type { Act } from "@niangjia/foundation/act";
import { asHouse } from "@niangjia/foundation/elevate";
import { newId } from "@niangjia/foundation/ids";
import { emit } from "@niangjia/foundation/outbox";
import { refuse } from "@niangjia/foundation/refusal";
import { dropIdentities, insertStatement } from "./change-store.ts";
import { statementOf } from "./decide.ts";
import * as events from "./events.ts";
import { type FactField, factNames, type PersonFacts } from "./facts.ts";
import { claimIdentities } from "./incoming.ts";
import { findKnown } from "./known.ts";
import { sameBearer, writeFacts } from "./merge.ts";
import { type HeldRecord, readRecords } from "./merge-store.ts";
import { moveRefusals } from "./moves-contract.ts";
import { readCurrent } from "./moves-store.ts";
import { sealFacts } from "./sealed.ts";
import { identityBlinds, identityOf } from "./seals.ts";
import type { Source } from "./source.ts";
import { factsOf } from "./whole.ts";

/** Facts as they are now. Undefined is not said; null says that a fact no longer holds. */
export interface FactsChange {
  readonly personId: string;
  readonly facts: Partial<PersonFacts>;
}

/** Facts that the change says otherwise than the record. */
export const differing = (known: PersonFacts, said: Partial<PersonFacts>): FactField[] =>
  factNames.filter((field) => said[field] !== undefined && said[field] !== known[field]);

/** The whole record of who is or was a member, held still or only read. */
async function getPerson(
  house: Act,
  personId: string,
  options: { readonly hold: boolean },
): Promise<HeldRecord> {
  const [record] = await readRecords(house, [personId], options);
  if (!record || record.mergedInto !== null) throw refuse(moveRefusals.notMember);
  return record;
}

/** Every fact of who is or was a member, whole. Read as the house: who is shown what is the caller's to limit. */
export const wholeFacts = (act: Act, personId: string): Promise<PersonFacts> =>
  asHouse(act, async (house) =>
    factsOf(act.keys, await getPerson(house, personId, { hold: false })),
  );

const documentIn = ({ documentKind, documentNumber }: PersonFacts): string =>
  identityOf(documentKind, documentNumber);

const blindsOf = ({ keys }: Act, { documentKind, documentNumber }: PersonFacts): Buffer[] =>
  identityBlinds(keys, documentKind, documentNumber);

/**
 * The new number leads to the person from now on. The old one is free: it may be somebody else's,
 * typed by mistake.
 */
async function changeDocument(
  act: Act,
  personId: string,
  { before, after }: { readonly before: PersonFacts; readonly after: PersonFacts },
): Promise<void> {
  const blinds = blindsOf(act, after);
  const bearers = await findKnown(act, blinds);
  if (bearers.length === 0) await claimIdentities(act, [{ personId, blind: blinds[0]! }]);
  const bearer = bearers[0] ?? (await findKnown(act, blinds))[0];
  if (bearer?.id !== personId) throw refuse(moveRefusals.documentBorne);
  await asHouse(act, (house) => dropIdentities(house, personId, blindsOf(act, before)));
}

/**
 * A verdict is of a name and a number together: of another bearer the provider is to be asked
 * again.
 */
const verificationOf = ({ verified, verifiedAt }: HeldRecord, same: boolean) =>
  same
    ? { verified, verifiedAt: verifiedAt?.toISOString() ?? null }
    : { verified: "unverified" as const, verifiedAt: null };

async function write(
  act: Act,
  source: Source,
  { personId, facts: said }: FactsChange,
): Promise<FactField[]> {
  return asHouse(act, async (house) => {
    const record = await getPerson(house, personId, { hold: true });
    const before = factsOf(act.keys, record);
    const fields = differing(before, said);
    if (fields.length === 0) return fields;
    const facts = { ...before, ...said };
    const verification = verificationOf(record, sameBearer(before, facts));
    const updatedAt = { record: act.now, living: act.now };
    await writeFacts(house, record, { facts, fields, verification, updatedAt });
    const { orgPath } = record;
    const words = statementOf(facts, sealFacts(act.keys, personId, facts), fields);
    await insertStatement(house, source, { id: newId(), personId, orgPath, said: words });
    const membership = await readCurrent(house, personId);
    if (!membership) throw refuse(moveRefusals.notMember);
    const from = { unionId: membership.unionId, source: source.kind, sourceId: source.id };
    await emit(house, events.changed(orgPath, { ...from, personIds: [personId], fields }));
    return fields;
  });
}

/**
 * Changes facts of who is or was a member, wherever their record lies: that somebody looked at it
 * is for the caller to have asked. Answers the fields that changed; what is said as it is known
 * writes nothing. Refuses who never was a member, and a number that another record bears. Tells
 * `members.changed`.
 */
export async function changeFacts(
  act: Act,
  source: Source,
  change: FactsChange,
): Promise<FactField[]> {
  const before = await wholeFacts(act, change.personId);
  const after = { ...before, ...change.facts };
  if (documentIn(before) !== documentIn(after)) {
    await changeDocument(act, change.personId, { before, after });
  }
  return write(act, source, change);
}
