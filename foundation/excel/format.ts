// Number formats (数字格式): turns the number a sheet keeps into the cell a person sees.
import { formatValue, isDateFormat } from "hucre";
import { type Cell, dateCell, numberCell } from "./cell.ts";

/** Makes the cell of a number. `literal` is how the file spells it, where it does. */
export type Show = (number: number, literal?: string) => Cell;

/** Built-in formats (ECMA-376 part 1, 18.8.30), those from 27 on as Chinese Excel means them. */
const builtIn: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** How cells of a format show, from its number and, for a custom one, its code. */
export function showOf(id: number, custom: string | undefined, date1904: boolean): Show {
  const code = plainCode(custom ?? builtIn[id] ?? "General");
  if (code === "General" || code === "@") return showGeneral;
  if (isDateFormat(code)) return remembered((number) => showDate(number, code, date1904));
  return remembered((number) => numberCell(showPattern(number, code), number));
}

/**
 * Chinese Excel and WPS spell General in their own words; marks of calendar and numerals do not
 * change the day.
 */
const plainCode = (code: string): string =>
  code.replace(/G\/通用格式/g, "General").replace(/\[(?:\$-|DBNum)[^\]]*\]/g, "");

/**
 * Excel shows 12 digits and more as `1.38E+11`, though it holds up to 15. Here a whole number shows
 * every digit the file holds, so that phones and identity numbers typed as numbers can be read;
 * only lost digits show as `E+17`.
 */
const showGeneral: Show = (number, literal) => {
  if (literal !== undefined && isWhole(literal)) return numberCell(literal, number);
  if (Math.abs(number) <= Number.MAX_SAFE_INTEGER) return numberCell(String(number), number);
  const [mantissa, power] = number.toExponential(14).split("e");
  return numberCell(`${mantissa!.replace(/\.?0+$/, "")}E${power}`, number);
};

/**
 * Plain digits without a leading zero, as a program (not Excel) may write an 18-digit number in
 * full.
 */
function isWhole(literal: string): boolean {
  const first = literal.charCodeAt(0) === minus ? 1 : 0;
  if (literal.length === first || literal.length > 30) return false;
  if (literal.charCodeAt(first) === zero && literal.length > first + 1) return false;
  for (let at = first; at < literal.length; at += 1) {
    const code = literal.charCodeAt(at);
    if (code < zero || code > zero + 9) return false;
  }
  return true;
}

const minus = 0x2d;
const zero = 0x30;

/** Beyond 15 digits a spreadsheet shows zeros, where JavaScript would show digits nobody typed. */
function showPattern(number: number, code: string): string {
  if (Math.abs(number) <= Number.MAX_SAFE_INTEGER || !/^[#0]+$/.test(code)) {
    return formatValue(number, code);
  }
  return String(BigInt(number.toPrecision(15).replace(/^(-?)(\d)\.?(\d*)e\+(\d+)$/, shiftPoint)));
}

const shiftPoint = (_: string, sign: string, head: string, tail: string, power: string): string =>
  sign + head + tail.padEnd(Number(power), "0");

/** A number no calendar reaches, which Excel shows as `####`, is given as the number it is. */
function showDate(number: number, code: string, date1904: boolean): Cell {
  if (!(number >= 0 && number <= lastSerial)) return showGeneral(number);
  const day = dayOfSerial(number, date1904);
  return dateCell(formatValue(number, code, { is1904: date1904 }), number, day);
}

const millisecondsADay = 86_400_000;
const lastSerial = 2_958_465;

/**
 * The day `YYYY-MM-DD` of a spreadsheet's date number; null for a bare time of day or past year
 * 9999. In the 1900 system day 60 is a 29 February that never was, so days before 1 March 1900
 * count from one day later.
 */
export function dayOfSerial(serial: number, date1904: boolean): string | null {
  const days = Math.floor(serial);
  if (!(serial >= (date1904 ? 0 : 1) && days <= lastSerial)) return null;
  const shift = date1904 ? -24_107 : -25_569;
  const leap = !date1904 && days < 60 ? 1 : 0;
  return new Date((days + shift + leap) * millisecondsADay).toISOString().slice(0, 10);
}

const rememberedCells = 4096;

/**
 * Dates and codes repeat down a column; showing each once makes a formatted column as fast as a
 * plain one.
 */
function remembered(show: (number: number) => Cell): Show {
  const cells = new Map<number, Cell>();
  return (number) => {
    const known = cells.get(number);
    if (known) return known;
    const cell = show(number);
    if (cells.size === rememberedCells) cells.clear();
    cells.set(number, cell);
    return cell;
  };
}
