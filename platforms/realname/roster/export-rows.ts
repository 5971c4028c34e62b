// Rows of an export (导出行): one member in the words and order of the import sheet, so that it can come in again.
import type { Column, Value } from "@niangjia/foundation/excel";
import type { Keyring } from "@niangjia/foundation/keys";
import { maskName } from "@niangjia/foundation/masks";
import {
  type FactField,
  type FullLine,
  factText,
  type SensitiveField,
  wholeOf,
} from "@niangjia/registers/members";
import { states, verdicts } from "@niangjia/registers/members/contract";
import { titleOf } from "./columns.ts";

interface Showing {
  /** Fields that are not masked. */
  readonly whole: readonly SensitiveField[];
  readonly unionName: string;
}

interface Row extends Showing {
  readonly keys: Keyring;
  readonly line: FullLine;
}

const coded =
  (field: Exclude<FactField, SensitiveField>) =>
  ({ line }: Row): Value => {
    const value = line[field];
    return value === null ? null : factText(field, value);
  };

const shownAs =
  (field: SensitiveField, masked: (line: FullLine) => string | null) =>
  ({ keys, line, whole }: Row): Value =>
    whole.includes(field) ? wholeOf(keys, line, field) : masked(line);

const columns: readonly (readonly [title: string, value: (row: Row) => Value, width?: number])[] = [
  ["会员号", ({ line }) => line.number, 18],
  ["工会名称", ({ unionName }) => unionName, 36],
  [titleOf("name"), shownAs("name", ({ name }) => maskName(name))],
  [titleOf("sex"), coded("sex")],
  [titleOf("birthDay"), ({ line }) => line.birthDay, 12],
  [titleOf("ethnicGroup"), coded("ethnicGroup")],
  [titleOf("employmentStatus"), coded("employment")],
  [titleOf("documentKind"), coded("documentKind"), 14],
  [titleOf("documentNumber"), shownAs("documentNumber", ({ idMask }) => idMask), 22],
  [titleOf("education"), coded("education"), 16],
  [titleOf("skillGrade"), coded("skillGrade")],
  [titleOf("phone"), shownAs("phone", ({ phoneMask }) => phoneMask), 14],
  [titleOf("householdKind"), coded("householdKind"), 16],
  [titleOf("household"), shownAs("household", ({ household }) => household), 30],
  ["会籍状态", ({ line }) => states[line.state]],
  ["入会日期", ({ line }) => line.joinedDay, 12],
  [titleOf("politicalStatus"), coded("politicalStatus"), 18],
  [titleOf("employer"), coded("employer"), 30],
  [titleOf("occupation"), coded("occupation")],
  [titleOf("gigOccupation"), coded("gigOccupation"), 16],
  [titleOf("nativePlace"), coded("nativePlace")],
  [titleOf("migrantWorker"), coded("migrantWorker")],
  ["实名核验", ({ line }) => verdicts[line.verified]],
];

export const exportColumns: readonly Column[] = columns.map(([title, , widthCharacters]) => ({
  title,
  ...(widthCharacters ? { widthCharacters } : {}),
}));

export const exportRow = (keys: Keyring, line: FullLine, showing: Showing): Value[] =>
  columns.map(([, value]) => value({ keys, line, ...showing }));
