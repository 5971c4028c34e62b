// Facts of a case (办件内容): read from the form, sealed where they are personal, shown with masks.
import {
  applicantForm,
  columnsOf,
  type Field,
  type Form,
  fieldsOf,
  handlerForm,
  readForm,
} from "@niangjia/engine/process";
import type { Act } from "@niangjia/foundation/act";
import { nameOf } from "@niangjia/foundation/codelists";
import { type Day, dayOf } from "@niangjia/foundation/day";
import type { Keyring } from "@niangjia/foundation/keys";
import { maskIdNumber, maskName, maskPhone } from "@niangjia/foundation/masks";
import { formatYuan } from "@niangjia/foundation/money";
import { type FieldFault, refuse } from "@niangjia/foundation/refusal";
import { hidesCells, maskRows, rowsIn, unmaskRows } from "./fact-rows.ts";
import type { CaseFunction, Facts } from "./function.ts";
import { refusals } from "./refusals.ts";

type Mask = (value: string) => string;

const masksByKind: Partial<Record<Field["kind"], Mask>> = {
  "person-name": maskName,
  "id-number": maskIdNumber,
  phone: maskPhone,
};

const cellMask = ({ kind }: Field): Mask | undefined => masksByKind[kind];

/** How a fact is masked; undefined for what everybody who sees the case may see. */
const maskOf = ({ sealed }: CaseFunction, name: string, { kind }: Field): Mask | undefined =>
  sealed?.[name] ?? masksByKind[kind];

/** The facts as they may be shown: personal ones as their masks. */
export function maskFacts(fn: CaseFunction, facts: Facts): Facts {
  const masked: Record<string, unknown> = { ...facts };
  for (const [name, field] of fieldsOf(fn.form)) {
    const mask = maskOf(fn, name, field);
    const value = facts[name];
    if (field.kind === "rows" && value !== undefined && hidesCells(field, cellMask)) {
      masked[name] = maskRows(field, value, cellMask);
    }
    if (mask && typeof value === "string") masked[name] = mask(value);
  }
  return masked;
}

export interface SealedFacts {
  readonly facts: Facts;
  /** Names and numbers by field, whole; null when the form has none. */
  readonly factsCipher: Buffer | null;
}

const placeOf = (row: string) => ({ field: "case.facts", row });

/** As they are stored: masks in the open, the whole of them sealed for this one case. */
export function sealFacts(
  keys: Keyring,
  caseId: string,
  { fn, facts }: { readonly fn: CaseFunction; readonly facts: Facts },
): SealedFacts {
  const open = maskFacts(fn, facts);
  const secrets = Object.entries(facts).filter(([name, value]) => open[name] !== value);
  if (secrets.length === 0) return { facts: open, factsCipher: null };
  const text = JSON.stringify(Object.fromEntries(secrets));
  return { facts: open, factsCipher: keys.encrypt(placeOf(caseId), text) };
}

/** The sealed facts of a case, by field. */
export const openSecrets = (
  keys: Keyring,
  { id, factsCipher }: { readonly id: string; readonly factsCipher: Buffer | null },
): Facts => (factsCipher ? JSON.parse(keys.decrypt(placeOf(id), factsCipher)) : {});

/** Refuses with what is wrong beside each field. */
export const faultyFacts = (faults: readonly FieldFault[]) =>
  refuse(refusals.faulty, {
    fields: faults.map(({ path, say }) => ({ path: `facts.${path}`, say })),
    words: { count: faults.length },
  });

/** A mask handed back as it was shown stands for what it hides. */
function unmasked(fn: CaseFunction, answers: Facts, known: Facts): Facts {
  const masks = maskFacts(fn, known);
  const untouched = Object.keys(known).filter((name) => answers[name] === masks[name]);
  const tables = fieldsOf(fn.form).flatMap(([name, field]) =>
    field.kind === "rows" && name in answers
      ? [[name, unmaskRows(field, { answers: answers[name], known: known[name] }, cellMask)]]
      : [],
  );
  return {
    ...answers,
    ...Object.fromEntries(untouched.map((name) => [name, known[name]])),
    ...Object.fromEntries(tables),
  };
}

interface Given {
  readonly answers: Facts;
  readonly known: Facts;
}

function readPart(act: Act, fn: CaseFunction, form: Form, { answers, known }: Given): Facts {
  const reading = readForm(form, unmasked(fn, answers, known), dayOf(act.now));
  if ("faults" in reading) throw faultyFacts(reading.faults);
  return reading.facts as Facts;
}

/**
 * Checks what the applicant filled in and gives the facts in their normal form; `known` is what the
 * masks shown stood for. What handlers wrote before stays.
 */
export function readFacts(act: Act, fn: CaseFunction, given: Given): Facts {
  const handlers = Object.fromEntries(
    fieldsOf(fn.form).flatMap(([name, { by }]) =>
      by === "handler" && name in given.known ? [[name, given.known[name]]] : [],
    ),
  );
  return { ...handlers, ...readPart(act, fn, applicantForm(fn.form), given) };
}

/** Checks what a handler filled in at a step. What its form does not show is not taken. */
export function readStep(
  act: Act,
  { fn, facts }: { readonly fn: CaseFunction; readonly facts: Facts },
  answers: Facts,
): Facts {
  const form = handlerForm(fn.form, Object.keys(answers), facts);
  const shown = new Set(fieldsOf(form).map(([name]) => name));
  const taken = Object.fromEntries(Object.entries(answers).filter(([name]) => shown.has(name)));
  return readPart(act, fn, form, { answers: taken, known: facts });
}

/**
 * A fact in words. Unions, files and posts are ids: their names are looked up by who shows them.
 */
export function factText(field: Field, value: unknown, filedOn: Day): string {
  switch (field.kind) {
    case "yes-no":
      return value === true ? "是" : "否";
    case "money":
      return formatYuan(Number(value));
    case "number":
      return `${value}${field.unit ? ` ${field.unit}` : ""}`;
    case "choice":
      return typeof field.choices === "string"
        ? nameOf(field.choices, String(value), filedOn)
        : (field.choices[String(value)] ?? String(value));
    case "rows":
      return `${rowsIn(value).length} 行`;
    default:
      return String(value);
  }
}

/** The names of fields whose facts are sealed in a case. */
export const isSealed = (fn: CaseFunction, name: string, field: Field): boolean =>
  field.kind === "rows" ? hidesCells(field, cellMask) : maskOf(fn, name, field) !== undefined;

/** A table as everybody who sees the case may see it: its columns, and each row in words. */
export function tableOf(field: Extract<Field, { kind: "rows" }>, value: unknown, filedOn: Day) {
  const columns = columnsOf(field);
  return {
    columns: columns.map(([name, column]) => ({
      name,
      title: column.label,
      masked: cellMask(column) !== undefined,
    })),
    rows: rowsIn(value).map((row) =>
      columns.map(([name, column]) =>
        row[name] === undefined ? "" : factText(column, row[name], filedOn),
      ),
    ),
  };
}
