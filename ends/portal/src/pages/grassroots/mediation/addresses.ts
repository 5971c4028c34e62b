// Addresses (网址) of the room of mediation.
import { paths, withSearch } from "../../../paths.ts";

const inside = (...words: string[]) => paths.room("grassroots", "mediation", ...words);

export const mediationPaths = {
  disputes: () => inside(),
  dispute: (id: string) => inside("disputes", id),
  interests: () => inside("interests"),
  /** Closure of a union's disputes; of the post's own without `under`. */
  rate: (under?: string) => withSearch(inside("rate"), { under }),
} as const;
