// Reading a row (读一行): the cells of one roster row become a person to enrol, or all that is wrong with them. Pure.
import { ageOn, type Day } from "@niangjia/foundation/day";
import type { DocumentNumber } from "@niangjia/foundation/document";
import type { Cell } from "@niangjia/foundation/excel";
import { checkCharacter } from "@niangjia/foundation/idnumber";
import type { Enrolment, PersonFacts } from "@niangjia/registers/members";
import { type RosterField, rosterFields } from "./columns.ts";
import type { Fault } from "./faults.ts";
import type { Mapping } from "./mapping.ts";
import {
  type CellOf,
  type Findings,
  type ReadContext,
  RepeatingReaders,
  readMobile,
  readName,
  readNumber,
  textOf,
} from "./read-cells.ts";
import { type SkippedAs, skippedAs } from "./skip.ts";

/** A good row: what is enrolled, but for the union. */
export type RosterPerson = Omit<Enrolment, "union" | "personId">;

export type RowReading =
  | { readonly kind: "good"; readonly person: RosterPerson; readonly notes: readonly string[] }
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] }
  | { readonly kind: "skipped"; readonly as: SkippedAs };

/** Who a row is, where its name and number can be read. */
export interface RowIdentity {
  readonly documentKind: string;
  readonly documentNumber: string;
  readonly name: string;
}

const adultAt = 16;
const identityCard = "111";
/** A citizen's: those of residence permits begin with 8 and 9. */
const usualNumber = /^[1-7]\d{16}[\dX]$/;
const isUsual = (number: string): boolean =>
  usualNumber.test(number) && checkCharacter(number) === number.at(-1);
const leaving = new Set(["4", "5", "6"]);
const joining = (code: string | null): "1" | "2" | "3" =>
  code === "2" || code === "3" ? code : "1";

export class RowReader {
  readonly #context: ReadContext;
  readonly #mapping: Mapping;
  readonly #places: Partial<Record<RosterField, number>> = {};
  readonly #readers: RepeatingReaders;

  constructor(mapping: Mapping, context: ReadContext) {
    this.#context = context;
    this.#mapping = mapping;
    this.#readers = new RepeatingReaders(context);
    for (const field of rosterFields) {
      const place = mapping.columns.findIndex((column) => column.field === field);
      if (place >= 0) this.#places[field] = place;
    }
  }

  /** The columns that `identify` looks at. */
  get identifying(): ReadonlySet<number> {
    const fields: readonly RosterField[] = ["name", "documentKind", "documentNumber"];
    return new Set(fields.flatMap((field) => this.#places[field] ?? []));
  }

  /** Reads the cells of one row, merged ones already filled. */
  read(cells: readonly Cell[]): RowReading {
    const cellOf = this.#cellsOf(cells);
    const as = skippedAs(cellOf, cells, this.#mapping);
    if (as) return { kind: "skipped", as };
    const found: Findings = { faults: [], notes: [] };
    const person = this.#person(cellOf, found);
    if (person && found.faults.length === 0) return { kind: "good", person, notes: found.notes };
    return { kind: "faulty", faults: found.faults };
  }

  /** Only who the row is; undefined where it is nobody's or cannot be read. Most are told by their form alone. */
  identify(cells: readonly Cell[]): RowIdentity | undefined {
    const cellOf = this.#cellsOf(cells);
    const found: Findings = { faults: [], notes: [] };
    const name = readName(cellOf("name"), found);
    if (name === null) return undefined;
    const number = cellOf("documentNumber")?.text ?? "";
    if (isUsual(number) && this.#isIdentityCard(cellOf, found)) {
      return { documentKind: identityCard, documentNumber: number, name };
    }
    const document = this.#document(cellOf, found);
    if (document === null || found.faults.length > 0) return undefined;
    return { documentKind: document.kind, documentNumber: document.number, name };
  }

  #cellsOf(cells: readonly Cell[]): CellOf {
    return (field) => {
      const place = this.#places[field];
      return place === undefined ? undefined : cells[place];
    };
  }

  #isIdentityCard(cellOf: CellOf, found: Findings): boolean {
    const kind = this.#readers.code(cellOf("documentKind"), "documentKind", found);
    return found.faults.length === 0 && (kind === null || kind === identityCard);
  }

  /** Without a kind, or with an unknown one, the number is read as its own form tells. */
  #document(cellOf: CellOf, found: Findings): DocumentNumber | null {
    const kind = this.#readers.code(cellOf("documentKind"), "documentKind", found);
    return readNumber(cellOf("documentNumber"), this.#context, { kind, found });
  }

  #person(cellOf: CellOf, found: Findings): RosterPerson | undefined {
    const name = readName(cellOf("name"), found);
    const document = this.#document(cellOf, found);
    const birthDay = this.#birthDay(cellOf, document, found);
    const sex = this.#sex(cellOf, document, found);
    const rest = this.#rest(cellOf, found);
    const membership = this.#membership(cellOf, birthDay, found);
    if (name === null || document === null || !membership) return undefined;
    const { kind: documentKind, number: documentNumber } = document;
    const facts = { name, sex, birthDay, documentKind, documentNumber, ...rest };
    return { facts, ...membership };
  }

  #birthDay(cellOf: CellOf, document: DocumentNumber | null, found: Findings): Day | null {
    const cell = cellOf("birthDay");
    const { today } = this.#context;
    const certain = document?.birthDay ?? null;
    if (certain && isYearAndMonthOf(textOf(cell), certain)) return this.#adult(certain, found);
    const written = this.#readers.day(cell, "birthDay", found);
    if (certain && written && written !== certain) {
      found.faults.push({ code: "birth.mismatch", field: "birthDay" });
      return null;
    }
    const birthDay = certain ?? written;
    if (birthDay && birthDay > today) {
      found.faults.push({ code: "birth.impossible", field: "birthDay" });
      return null;
    }
    if (birthDay) return this.#adult(birthDay, found);
    const unsaid = document !== null && !found.faults.some(({ field }) => field === "birthDay");
    if (unsaid) found.faults.push({ code: "birth.missing", field: "birthDay" });
    return null;
  }

  #adult(birthDay: Day, { faults }: Findings): Day {
    if (ageOn(birthDay, this.#context.today) < adultAt) {
      faults.push({ code: "age.under-16", field: "documentNumber" });
    }
    return birthDay;
  }

  #sex(cellOf: CellOf, document: DocumentNumber | null, found: Findings): string {
    const written = this.#readers.code(cellOf("sex"), "sex", found);
    const said = written === "1" || written === "2" ? written : null;
    if (document?.sex && said && said !== document.sex) {
      found.faults.push({ code: "sex.mismatch", field: "sex" });
    }
    return document?.sex ?? said ?? "9";
  }

  #rest(
    cellOf: CellOf,
    found: Findings,
  ): Omit<PersonFacts, "name" | "sex" | "birthDay" | "documentKind" | "documentNumber"> {
    const code = (field: RosterField) => this.#readers.code(cellOf(field), field, found);
    const text = (field: RosterField) => this.#readers.text(cellOf(field), field, found);
    const migrant = code("migrantWorker");
    return {
      phone: readMobile(cellOf("phone"), found),
      ethnicGroup: code("ethnicGroup"),
      education: code("education"),
      politicalStatus: code("politicalStatus"),
      skillGrade: code("skillGrade"),
      employment: code("employmentStatus"),
      householdKind: code("householdKind"),
      household: text("household"),
      nativePlace: text("nativePlace"),
      occupation: text("occupation"),
      gigOccupation: code("gigOccupation"),
      employer: text("employer"),
      migrantWorker: migrant === null ? null : migrant === "1",
    };
  }

  #membership(
    cellOf: CellOf,
    birthDay: Day | null,
    found: Findings,
  ): Pick<RosterPerson, "state" | "joinedDay" | "change" | "reason"> | undefined {
    const { today } = this.#context;
    const fault = (code: Fault["code"], field: RosterField) => found.faults.push({ code, field });
    const kind = this.#readers.code(cellOf("changeKind"), "changeKind", found);
    const reason = this.#readers.code(cellOf("changeReason"), "changeReason", found);
    const joinedDay = this.#readers.day(cellOf("changeDay"), "changeDay", found) ?? today;
    if (kind !== null && leaving.has(kind)) fault("change.leaving", "changeKind");
    if (joinedDay > today) fault("date.future", "changeDay");
    else if (birthDay && joinedDay < birthDay) fault("date.before-birth", "changeDay");
    const change = joining(kind);
    return { state: change === "3" ? "kept" : "active", joinedDay, change, reason };
  }
}

/** 出生年月 without a day, such as 1985.03 or 1985年3月, that agrees with the document. */
function isYearAndMonthOf(text: string, birthDay: Day): boolean {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})月?|(\d\d))$/.exec(text);
  if (!parts) return false;
  const month = (parts[2] ?? parts[3] ?? "").padStart(2, "0");
  return birthDay.startsWith(`${parts[1]}-${month}-`);
}
