// Places (适用地区) of rules: a division code as a prefix, so that a province's rule holds in its counties.
import { z } from "zod";

/** GB/T 2260 in twos, then town and village in threes. */
const levels = /^(\d{2})(\d{2})?(\d{2})?(\d{3})?(\d{3})?$/;

/** The nation as a place: what is asked there takes the rules that hold everywhere. */
export const nation = "00";

/** A code as people write it in a file: 43, 4301, 430100, 430121, 430121001. */
export const placeShape = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((code) => levels.test(code), { error: "应是行政区划代码，如 43、430100、430121" });

/**
 * 430000 → 43, 430100 → 4301, 431000 → 4310: zeros that stand for “the whole of” are left out, so
 * that a code lies in a place when it starts with it. Throws RangeError when it is no code.
 */
export function placePrefix(code: string): string {
  const parts = levels.exec(code)?.slice(1);
  if (!parts) throw new RangeError(`not a division code: ${code}`);
  const last = parts.findLastIndex((part) => part !== undefined && /[1-9]/.test(part));
  return parts.slice(0, last + 1).join("");
}
