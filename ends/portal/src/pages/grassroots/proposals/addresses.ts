// Addresses (网址) of the room of proposals.
import { paths } from "../../../paths.ts";

const inside = (...words: string[]) => paths.room("grassroots", "proposals", ...words);

export const proposalPaths = {
  proposals: () => inside(),
  campaigns: () => inside("campaigns"),
  selections: () => inside("selections"),
  selection: (id: string) => inside("selections", id),
  disclosures: () => inside("disclosures"),
  questions: () => inside("questions"),
} as const;
