// One person (会员信息): every fact with its source and date, the memberships, the changes, and who looked.
import type { Act } from "@niangjia/foundation/act";
import { looksAt } from "@niangjia/foundation/audit";
import { nameOf } from "@niangjia/foundation/codelists";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { maskName } from "@niangjia/foundation/masks";
import { refuse } from "@niangjia/foundation/refusal";
import { unionsByIds } from "../organisations/index.ts";
import { type mine, type person, refusals } from "./contract.ts";
import {
  type FactField,
  type FactValue,
  factFields,
  factNames,
  factText,
  sensitiveFields,
} from "./facts.ts";
import { findRecord, type History, historyOf, type PersonRecord } from "./person-store.ts";
import { sourceKinds } from "./source.ts";

type Page = Answer<typeof person>;
type FactLine = Page["facts"][number];

const looksShown = 50;

/** The record of a person in reach; refuses where there is none. */
export async function getRecord(act: Act, id: string): Promise<PersonRecord> {
  const record = await findRecord(act, id);
  if (!record) throw refuse(refusals.notFound);
  return record;
}

/** The value as everyone may see it; null where nothing is known. */
function shown(record: PersonRecord, field: FactField): FactValue | null {
  if (field === "name") return maskName(record.name);
  if (field === "documentNumber") return record.idMask;
  if (field === "phone") return record.phoneMask;
  return record[field];
}

/** Whether the whole of a field is more than what is shown. */
function isMasked(record: PersonRecord, field: FactField): boolean {
  if (field === "household") return record.householdCipher !== null;
  if (field === "phone") return record.phoneCipher !== null;
  return sensitiveFields.some((sensitive) => sensitive === field);
}

/** The source of a field is the newest statement that names it. */
function factLine(record: PersonRecord, { statements }: History, field: FactField): FactLine {
  const value = shown(record, field);
  const statement = statements.find(({ said }) => said[field] !== undefined);
  return {
    field,
    title: factFields[field].title,
    text: value === null ? null : factText(field, value),
    masked: isMasked(record, field),
    source: statement ? sourceKinds[statement.source] : null,
    at: statement?.at.toISOString() ?? null,
  };
}

export async function showPerson(act: Act, { params }: Asked<typeof person>): Promise<Page> {
  return pageOf(act, await getRecord(act, params.id));
}

/**
 * What the union has on file of whoever asks; nothing before they first joined. One's own name stands whole; numbers
 * stay masked, since a screen is looked at over a shoulder.
 */
export async function showMine(act: Act): Promise<Answer<typeof mine>> {
  const { personId } = act.actor;
  const record = personId === null ? undefined : await findRecord(act, personId);
  if (!record) return { person: null };
  const { name } = record;
  const page = await pageOf(act, record);
  const facts = page.facts.map((line) =>
    line.field === "name" ? { ...line, text: name, masked: false } : line,
  );
  return { person: { ...page, name, facts } };
}

async function pageOf(act: Act, record: PersonRecord): Promise<Page> {
  const history = await historyOf(act, record.id);
  const unions = await unionsByIds(act, [
    ...new Set(history.memberships.map(({ unionId }) => unionId)),
  ]);
  const unionName = (id: string): string => unions.get(id)?.name ?? "";
  const [current] = history.memberships;
  if (!current) throw new Error(`person ${record.id} has no membership`);
  const looks = await looksAt(act, record.id, looksShown);
  return {
    personId: record.id,
    name: maskName(record.name),
    state: current.state,
    unionId: current.unionId,
    unionName: unionName(current.unionId),
    number: current.number,
    verified: record.verified,
    verifiedAt: record.verifiedAt?.toISOString() ?? null,
    facts: factNames.map((field) => factLine(record, history, field)),
    memberships: history.memberships.map((one) => ({ ...one, unionName: unionName(one.unionId) })),
    changes: history.changes.map(({ kind, reason, source, at, ...change }) => ({
      ...change,
      kind: nameOf("membership-change", kind),
      reason: reason && nameOf("membership-change-reason", reason),
      source: sourceKinds[source],
      at: at.toISOString(),
    })),
    looks: looks.map(({ at, fields, ...look }) => ({
      ...look,
      at: at.toISOString(),
      fields: fields.map(titleOf),
    })),
  };
}

const titleOf = (field: string): string =>
  Object.hasOwn(factFields, field) ? factFields[field as FactField].title : field;
