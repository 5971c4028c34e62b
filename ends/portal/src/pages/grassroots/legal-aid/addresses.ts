// Addresses (网址) of the room of legal aid.
import { paths, withSearch } from "../../../paths.ts";

const inside = (...words: string[]) => paths.room("grassroots", "legal-aid", ...words);

export const legalAidPaths = {
  matters: () => inside(),
  matter: (id: string) => inside("matters", id),
  lawyers: () => inside("lawyers"),
  consultations: () => inside("consultations"),
  /** Money won back under a union; under the post's own without `under`. */
  recovered: (under?: string) => withSearch(inside("recovered"), { under }),
} as const;
