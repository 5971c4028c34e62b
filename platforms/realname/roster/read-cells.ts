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

const chineseName = /^\p{Script=Han}[\p{Script=Han}·]*\p{Script=Han}$/u;
const latinName = /^\p{Script=Latin}[\p{Script=Latin} .·'’-]+$/u;

export function readName(cell: Cell | undefined, { faults }: Findings): string | null {
  const raw = textOf(cell);
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
  return refuse(scientific.test(text) ? "id.scientific" : idFaults[verdict.fault]);
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

export function readText(
  cell: Cell | undefined,
  field: RosterField,
  { faults }: Findings,
): string | null {
  const text = textOf(cell);
  if (blank.test(text)) return null;
  if (cell?.kind === "error" || formula.test(text)) {
    faults.push({ code: "text.formula", field });
    return null;
  }
  if (text.length > longestText) {
    faults.push({ code: "text.too-long", field });
    return null;
  }
  return text;
}

const dayFaults: Readonly<
  Record<"birthDay" | "changeDay", Readonly<Record<Exclude<DayFault, "empty">, FaultCode>>>
> = {
  birthDay: { shape: "birth.unreadable", "no-such-day": "birth.impossible" },
  changeDay: { shape: "date.unreadable", "no-such-day": "date.impossible" },
};

const distinctAtMost = 50_000;

/** Keeps the answers for texts that come again and again; forgets all when they are too many. */
function remembered<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const answer = known.get(text);
    if (answer !== undefined) return answer;
    if (known.size >= distinctAtMost) known.clear();
    const made = read(text);
    known.set(text, made);
    return made;
  };
}

/** Readers of days and codes that remember what they have read: cells of a roster repeat. */
export class RepeatingReaders {
  readonly #context: ReadContext;
  readonly #day = remembered(readDay);
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

  /** The code in force today; null where nothing is written or it is in no list, which is a fault. */
  code(cell: Cell | undefined, field: RosterField, { faults, notes }: Findings): string | null {
    const text = textOf(cell);
    const { list } = columnOf(field);
    if (text === "" || list === undefined) return null;
    const verdict = this.#reader(list)(text);
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
