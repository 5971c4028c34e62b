// Names of firms (单位名称) as people write them: with and without brackets, spaces and the place before.
import { plainUnionName } from "@niangjia/registers/organisations";

/** Two ways to write one firm fold to the same text. */
export const foldFirm = (name: string): string =>
  plainUnionName(name).replaceAll(/[\s（）()·]/g, "");

/** Shorter words are part of too many names. */
const leastOfFirm = 4;

/** Whether both mean one firm: the same, or the one is a part of the other. */
export function sameFirm(one: string, other: string): boolean {
  const [left, right] = [foldFirm(one), foldFirm(other)];
  if (left === right) return left.length > 0;
  const shorter = Math.min(left.length, right.length);
  return shorter >= leastOfFirm && (left.includes(right) || right.includes(left));
}
