// Addresses (网址) of the quality room: every step from a number down to two records side by side.
import { paths, withSearch } from "../../../paths.ts";

const inside = (...words: string[]) => paths.room("realname", "data-quality", ...words);

interface RowsWords {
  readonly unionId?: string | undefined;
  readonly measure?: string | undefined;
  readonly check?: string | undefined;
}

export const qualityPaths = {
  /** The numbers of a union; of the post's own without `unionId`. */
  scores: (unionId?: string) => withSearch(inside(), { unionId }),
  /** The members that lose points, by union, measure and check. */
  rows: ({ unionId, measure, check }: RowsWords) =>
    withSearch(inside("rows"), { unionId, measure, check }),
  suspects: (words: { readonly unionId?: string } = {}) => withSearch(inside("suspects"), words),
  merges: (open?: string) => withSearch(inside("merges"), { open }),
  compare: (first: string, second: string) => withSearch(inside("compare"), { first, second }),
  snapshots: (open?: string) => withSearch(inside("snapshots"), { open }),
} as const;
