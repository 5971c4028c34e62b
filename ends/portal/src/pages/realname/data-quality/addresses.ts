// Addresses (网址) of the quality room: every step from a number down to two records side by side.
import { paths, withSearch } from "../../../paths.ts";

const inside = (...words: string[]) => paths.room("realname", "data-quality", ...words);

export const qualityPaths = {
  merges: (open?: string) => withSearch(inside("merges"), { open }),
  compare: (first: string, second: string) => withSearch(inside("compare"), { first, second }),
} as const;
