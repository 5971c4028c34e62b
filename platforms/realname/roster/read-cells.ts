// Reading cells (读格): one field of a roster row each, from what people type and spreadsheets save. Pure.
import { type CodeReading, type ListName, readCode } from "@niangjia/foundation/codelists";
import { type Day, type DayFault, readDay } from "@niangjia/foundation/day";
import {
  type DocumentFault,
  type DocumentNumber,
  readDocument,
} from "@niangjia/foundation/document";
import { type Cell, dayOfSerial } from "@niangjia/foundation/excel";
import { type Holder, readIdNumber } from "@niangjia/foundation/idnumber";
import { normaliseName } from "@niangjia/foundation/names";
import { readPhone } from "@niangjia/foundation/phone";
import { remembered } from "@niangjia/foundation/remembered";
import { cleanText } from "@niangjia/foundation/text";
import type { Verdict } from "@niangjia/foundation/verdict";
import { columnOf, type RosterField } from "./columns.ts";
import type { Fault, FaultCode } from "./faults.ts";

export interface ReadContext {
  /** The day the roster is read as of; the same for all of its rows. */
  readonly today: Day;
  /** Whether date numbers of the file count from 1904. */
  readonly date1904: boolean;
}

/** What reading a row has found so far. */
export interface Findings {
  readonly faults: Fault[];
  readonly notes: string[];
}

/** The cell of a field, undefined where the sheet has none. */
export type CellOf = (field: RosterField) => Cell | undefined;

/** Written where there is nothing to write. */
const blank = /^(?:|[-—–/\\.。、*]+|无|暂无|没有|不详|空|NULL|N\/?A|无手机)$/i;

/** What a spreadsheet could run. Numbers with a sign are for the readers of numbers. */
const formula = /^[=@]|^[+-](?!\d)/;

const longestText = 200;

export const textOf = (cell: Cell | undefined): string =>
  cell === undefined || cell.kind === "empty" ? "" : cleanText(cell.text);

/** Two to four usual characters: nothing to put into another form. */
const usualName = /^[\u4e00-\u9fff]{2,4}$/;
const chineseName = /^\p{Script=Han}[\p{Script=Han}·]*\p{Script=Han}$/u;
const latinName = /^\p{Script=Latin}[\p{Script=Latin} .·'’-]+$/u;

export function readName(cell: Cell | undefined, { faults }: Findings): string | null {
  const raw = textOf(cell);
  if (usualName.test(raw)) return raw;
  const refuse = (code: FaultCode): null => {
    faults.push({ code, field: "name" });
    return null;
  };
  if (raw === "") return refuse("name.missing");
  if (formula.test(raw)) return refuse("text.formula");
  const name = normaliseName(raw);
  if (/^\p{Script=Han}$/u.test(name)) return refuse("name.too-short");
  if (name.length > 60 || !(chineseName.test(name) || latinName.test(name))) {
    return refuse("name.unreadable");
  }
  return name;
}

const idFaults: Readonly<Record<DocumentFault, FaultCode>> = {
  empty: "id.missing",
  masked: "id.masked",
  "excel-rounded": "id.rounded",
  characters: "id.characters",
  "lost-x": "id.lost-x",
  length: "id.length",
  division: "id.division",
  "birth-date": "id.birth",
  "future-birth": "id.birth",
  "check-digit": "id.check-digit",
  "other-kind": "id.other-kind",
  "unknown-kind": "id.other-kind",
};

/** A number cell holds some fifteen digits; where its text tells no more than the number, the rest is lost. */
const isRounded = ({ kind, text, number }: Cell): boolean =>
  kind === "number" &&
  number !== null &&
  Math.abs(number) > Number.MAX_SAFE_INTEGER &&
  (!/^\d+$/.test(text) || [String(number), BigInt(number).toString()].includes(text));

const scientific = /^\s*[\d０-９][.．]?[\d０-９]*[EeＥｅ][+＋]?[\d０-９]+\s*$/;

const kindOfHolder: Readonly<Record<Holder, string>> = {
  citizen: "111",
  "hong-kong": "H01",
  macao: "H01",
  taiwan: "H02",
  foreigner: "553",
};

/** `kind` is null where the sheet names none: the number then tells. */
export function readNumber(
  cell: Cell | undefined,
  { today }: ReadContext,
  { kind, found }: { readonly kind: string | null; readonly found: Findings },
): DocumentNumber | null {
  const text = cell?.text ?? "";
  const refuse = (code: FaultCode): null => {
    found.faults.push({ code, field: "documentNumber" });
    return null;
  };
  if (cell && isRounded(cell)) return refuse("id.rounded");
  const verdict = kind === null ? readByForm(text, today) : readDocument(kind, text, { today });
  if (verdict.ok) {
    found.notes.push(...verdict.notes);
    return verdict.value;
  }
  if (scientific.test(text)) return refuse("id.scientific");
  const isAnother = kind !== null && readIdNumber(text, { today }).ok;
  return refuse(isAnother ? "id.other-kind" : idFaults[verdict.fault]);
}

function readByForm(text: string, today: Day): Verdict<DocumentNumber, DocumentFault> {
  const verdict = readIdNumber(text, { today });
  if (!verdict.ok) return verdict;
  const { number, birthDay, sex, holder } = verdict.value;
  return { ...verdict, value: { kind: kindOfHolder[holder], number, birthDay, sex } };
}

export function readMobile(cell: Cell | undefined, { faults, notes }: Findings): string | null {
  const text = textOf(cell);
  if (blank.test(text)) return null;
  const verdict = readPhone(text);
  if (!verdict.ok) {
    faults.push({ code: "phone.invalid", field: "phone" });
    return null;
  }
  notes.push(...verdict.notes);
  return verdict.value;
}

const dayFaults: Readonly<
  Record<"birthDay" | "changeDay", Readonly<Record<Exclude<DayFault, "empty">, FaultCode>>>
> = {
  birthDay: { shape: "birth.unreadable", "no-such-day": "birth.impossible" },
  changeDay: { shape: "date.unreadable", "no-such-day": "date.impossible" },
};

interface TextReading {
  readonly text: string | null;
  readonly fault?: FaultCode;
}

function readFreeText(raw: string): TextReading {
  const text = cleanText(raw);
  if (blank.test(text)) return { text: null };
  if (formula.test(text)) return { text: null, fault: "text.formula" };
  return text.length > longestText ? { text: null, fault: "text.too-long" } : { text };
}

/** Readers that remember what they have read: days, codes and words of a roster repeat from row to row. */
export class RepeatingReaders {
  readonly #context: ReadContext;
  readonly #day = remembered(readDay);
  readonly #text = remembered(readFreeText);
  readonly #codes = new Map<ListName, (text: string) => Verdict<CodeReading, string>>();

  constructor(context: ReadContext) {
    this.#context = context;
  }

  day(
    cell: Cell | undefined,
    field: "birthDay" | "changeDay",
    { faults, notes }: Findings,
  ): Day | null {
    const text = textOf(cell);
    if (cell === undefined || blank.test(text)) return null;
    const serial = cell.kind === "number" && this.#context.date1904 ? cell.number : null;
    const shown = cell.day ?? (serial === null ? text : (dayOfSerial(serial, true) ?? text));
    const verdict = this.#day(shown);
    if (verdict.ok) {
      notes.push(...verdict.notes);
      return verdict.value;
    }
    if (verdict.fault !== "empty") faults.push({ code: dayFaults[field][verdict.fault], field });
    return null;
  }

  /** Words; null where there are none, or what could be run, which is a fault. */
  text(cell: Cell | undefined, field: RosterField, { faults }: Findings): string | null {
    if (cell === undefined || cell.kind === "empty") return null;
    const { text, fault } = this.#text(cell.text);
    const isError = cell.kind === "error" && text !== null;
    if (isError || fault) faults.push({ code: fault ?? "text.formula", field });
    return isError ? null : text;
  }

  /** The code in force today; null where nothing is written or it is in no list, which is a fault. */
  code(cell: Cell | undefined, field: RosterField, { faults, notes }: Findings): string | null {
    const { list } = columnOf(field);
    if (cell === undefined || cell.kind === "empty" || list === undefined) return null;
    const verdict = this.#reader(list)(cell.text);
    if (verdict.ok) {
      notes.push(...verdict.notes);
      return verdict.value.code;
    }
    if (verdict.fault !== "empty") {
      faults.push({ code: field === "sex" ? "sex.unknown" : "code.unknown", field });
    }
    return null;
  }

  #reader(list: ListName): (text: string) => Verdict<CodeReading, string> {
    const known = this.#codes.get(list);
    if (known) return known;
    const made = remembered((text) => readCode(list, text, this.#context.today));
    this.#codes.set(list, made);
    return made;
  }
}
