// Addresses (网址) of the founding room.
import { paths, withSearch } from "../../../paths.ts";

const inside = (...words: string[]) => paths.room("grassroots", "founding", ...words);

export const foundingPaths = {
  progress: () => inside(),
  /** Firms and communities without a union, narrowed down by these words. */
  coverage: (words: Record<string, string | undefined> = {}) =>
    withSearch(inside("coverage"), words),
} as const;
