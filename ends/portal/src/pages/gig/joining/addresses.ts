// Addresses (网址) of the joining room.
import { paths, withSearch } from "../../../paths.ts";

const inside = (...words: string[]) => paths.room("gig", "joining", ...words);

export const joiningPaths = {
  invitations: () => inside(),
  invitation: (id: string) => inside("invitations", id),
  newInvitation: () => inside("invitations", "new"),
  services: () => inside("services"),
  federations: () => inside("federations"),
  /** The rate of a union; of the post's own without `under`. */
  rate: (under?: string) => withSearch(inside("rate"), { under }),
  headcount: (under?: string) => withSearch(inside("rate", "headcount"), { under }),
} as const;
