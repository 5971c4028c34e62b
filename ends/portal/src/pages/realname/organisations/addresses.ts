// Addresses (网址): from a number of a union down to the rows behind it.
import { paths, withSearch } from "../../../paths.ts";

type Words = Record<string, string | undefined>;

const here = paths.room("realname", "organisations");

export const membersOf = (unionId: string, words: Words = {}): string =>
  withSearch(paths.room("realname", "roster"), { unionId, ...words });

export const unionsUnder = (unionId: string, words: Words = {}): string =>
  withSearch(here, { tab: "list", under: unionId, ...words });

export const inTree = (unionId: string): string => withSearch(here, { open: unionId });

export const tabAt = (tab: string): string =>
  withSearch(here, { tab: tab === "tree" ? undefined : tab });
