// Verification codes (校验码) people read off paper and type in, and the digits sent to their phones.
import { randomInt } from "node:crypto";

/** Crockford's 32 symbols: no I, L, O, U, so that no two look alike and no word appears. */
const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const groupLength = 4;
const lookalikes: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };

/**
 * A code such as `7QK4-W0PX-9DZ3`: random symbols (55 bits in the usual twelve) and a last one that
 * checks them. `length` counts the check symbol, 4 to 31.
 */
export function verificationCode(length = 12): string {
  if (!(length >= 4 && length <= 31)) throw new Error("a verification code has 4 to 31 symbols");
  const digits = Array.from({ length: length - 1 }, () => randomInt(symbols.length));
  return grouped([...digits, syndrome([...digits, 0])]);
}

/**
 * The code as it was given out, from what somebody typed: in any case, with or without dashes and
 * spaces, with O for 0 and I or L for 1. Null unless the check symbol fits; any one wrong symbol
 * and any two that changed places are found.
 */
export function readVerificationCode(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "");
  const digits = Array.from(plain, (symbol) => symbols.indexOf(lookalikes[symbol] ?? symbol));
  if (digits.length < groupLength || digits.length > 31 || digits.includes(-1)) return null;
  return syndrome(digits) === 0 ? grouped(digits) : null;
}

const grouped = (digits: readonly number[]): string =>
  digits
    .map((digit, index) => (index > 0 && index % groupLength === 0 ? "-" : "") + symbols[digit])
    .join("");

/**
 * Symbols as elements of the field of 32, each weighed by a power of its generator; Crockford's own
 * check symbol finds as much but needs `*~$=U`, which phones hide. Horner's rule from the left.
 */
function syndrome(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => timesGenerator(sum) ^ digit, 0);
}

/** Multiplies by x in GF(2)[x] / (x⁵ + x² + 1), whose x has order 31. */
const timesGenerator = (element: number): number =>
  element & 16 ? ((element << 1) ^ 0b100101) & 31 : element << 1;

/** Digits for a text message, each equally likely; leading zeros count. */
export function randomDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join("");
}
