// Cell text (单元格文字): brings what people type and spreadsheets save to one plain form.

/** Printable ASCII without a space, and the usual Chinese characters: most cells, and nothing to do for them. */
const plain = /^[\x21-\x7e\u4e00-\u9fff]*$/;

/**
 * Characters nobody sees, white space apart: controls, zero-width and bidirectional marks, byte
 * order mark.
 */
const unseen = /(?!\s)[\p{Cc}\p{Cf}]|\ufeff/gu;

/** Full-width forms of `!` to `~`: 0xFEE0 above their ASCII twins (Unicode block FF00). */
const fullWidth = /[\uff01-\uff5e]/g;

const narrow = (wide: string) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0);

/**
 * One line of plain text: full-width digits, letters and punctuation become half-width, unseen
 * characters go, every run of white space (no-break and ideographic spaces and line breaks too)
 * becomes one space, both ends are trimmed. Chinese marks such as 、。「」 stay. The result is NFC
 * and well-formed, so the database takes it as it is.
 */
export function cleanText(text: string): string {
  if (plain.test(text)) return text;
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(fullWidth, narrow)
    .replaceAll("￥", "¥")
    .replace(unseen, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Hyphens, dashes and minus signs of every width. */
const dashes = /[-\u2010-\u2015\u2212]/g;

/**
 * A number or code without its wrapping: clean, without inner spaces and dashes, without the marks
 * that keep a spreadsheet from reading it as a number (`'4301…`, `="4301…"`) or quotes around it.
 * Letters are upper case.
 */
export function bareNumber(text: string): string {
  return cleanText(text)
    .replace(/^=?["'`‘’“”]+|["'`‘’“”]+$/g, "")
    .replace(/\s/g, "")
    .replace(dashes, "")
    .toUpperCase();
}

/** True when a spreadsheet wrote a long number as `4.30124E+17`; its last digits are lost. */
export const isScientific = (bare: string): boolean => /^\d(?:\.\d+)?E\+?\d{1,3}$/.test(bare);

/** True when another system already hid the middle with stars or like marks. */
export const isMasked = (bare: string): boolean => /[*•●×]{2,}/.test(bare);
