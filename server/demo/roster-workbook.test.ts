// Tests of the dirty roster's file (问题花名册文件), read back as an import reads it.
import { findHead, readSheet, type SheetRow, spoiledNumber } from "@niangjia/foundation/excel";
import { describe, expect, test } from "vitest";
import { dirtyRoster } from "./dirty-roster.ts";
import { rosterColumns, rosterFields } from "./roster-sheet.ts";
import { rosterWorkbook } from "./roster-workbook.ts";

const roster = dirtyRoster("test");
const sheet = await readSheet(await rosterWorkbook(roster));
const rows = new Map<number, SheetRow>();
for await (const row of sheet) rows.set(row.row, row);

describe("the dirty roster's workbook", () => {
  test("names its columns in the third row", () => {
    const head = findHead([...rows.values()].slice(0, 20));
    expect(head).toMatchObject({ firstRow: 3, titles: Object.values(rosterColumns) });
  });

  test("reads back as the very cells, at the very rows", () => {
    for (const [index, { cells }] of roster.rows.entries()) {
      const read = rows.get(index + 1)?.cells ?? [];
      for (const [column, cell] of cells.entries()) {
        const found = read[column];
        if (cell === null) expect(found?.text ?? "").toBe("");
        else if (typeof cell === "object") expect(found).toMatchObject({ kind: "date", ...cell });
        else if (typeof cell === "number")
          expect(found).toMatchObject({ kind: "number", text: `${cell}` });
        else expect(found?.text).toBe(cell);
      }
    }
  });

  test("shows identity numbers kept as numbers to be rounded", () => {
    const column = rosterFields.indexOf("documentNumber");
    const numbers = roster.rows.flatMap(({ cells, expected }, index) =>
      typeof cells[column] === "number"
        ? [{ cell: rows.get(index + 1)!.cells[column]!, expected }]
        : [],
    );
    expect(numbers.length).toBeGreaterThan(0);
    for (const { cell, expected } of numbers) {
      expect(spoiledNumber(cell)).toBe("rounded");
      expect(expected).toMatchObject({
        faults: expect.arrayContaining([{ code: "id.rounded", field: "documentNumber" }]),
      });
    }
  });

  test("has the employer of a merged block in its first cell, and the others point there", () => {
    const column = rosterFields.indexOf("employer");
    for (const range of roster.merges.slice(2)) {
      const [from = 0, to = 0] = range.match(/\d+/g)!.map(Number);
      for (let row = from + 1; row <= to; row += 1) {
        expect(rows.get(row)!.cells[column]!.mergedInto).toBe(`R${from}`);
      }
    }
  });
});
