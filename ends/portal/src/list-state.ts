// List state (列表状态): page, sort, filters and the open row kept in the URL, so that a list can be sent as it stands.
import { keepPreviousData, type QueryKey, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { paths as Paths } from "./api.d.ts";
import { readAt } from "./client.ts";
import type { ListPlace, ListState } from "./ui/list.ts";

type Words = Readonly<Record<string, string>>;

const own = new Set(["page", "size", "sort", "open", "tab"]);
const sizes = [20, 50, 100];

function wholeNumber(word: string | undefined, usual: number): number {
  const value = Number(word);
  return Number.isInteger(value) && value >= 1 ? value : usual;
}

/** Reads a list's place from the URL; what makes no sense there becomes the usual. */
export function readListState(words: Words, usual: Partial<ListState> = {}): ListState {
  const size = wholeNumber(words.size, usual.size ?? 20);
  return {
    page: wholeNumber(words.page, 1),
    size: sizes.includes(size) ? size : 20,
    sort: words.sort ?? usual.sort,
    filters: Object.fromEntries(Object.entries(words).filter(([name]) => !own.has(name))),
  };
}

/** The URL's words for a list's place; the usual is left out, so that addresses stay short. */
export function writeListState(state: ListState, usual: Partial<ListState> = {}): Words {
  return {
    ...state.filters,
    ...(state.page > 1 ? { page: String(state.page) } : {}),
    ...(state.size === (usual.size ?? 20) ? {} : { size: String(state.size) }),
    ...(state.sort && state.sort !== usual.sort ? { sort: state.sort } : {}),
  };
}

/** The words the server is asked with. */
export const queryOf = ({ page, size, sort, filters }: ListState) => ({
  ...filters,
  page,
  size,
  ...(sort ? { sort } : {}),
});

const nothingUsual: Partial<ListState> = {};

/** `usual` is the page's own order and size; keep it outside the component. */
export function useListPlace(usual: Partial<ListState> = nothingUsual): ListPlace {
  const words = useSearch({ strict: false }) as Words;
  const navigate = useNavigate();
  const state = useMemo(() => readListState(words, usual), [words, usual]);
  const { open: openKey, tab } = words;
  const visit = useCallback(
    (next: Words, replace: boolean) =>
      navigate({ to: ".", search: (tab ? { ...next, tab } : next) as never, replace }),
    [navigate, tab],
  );
  const go = useCallback(
    (changes: Partial<ListState>) => {
      const page = changes.page ?? 1;
      visit(writeListState({ ...state, ...changes, page }, usual), changes.filters !== undefined);
    },
    [visit, state, usual],
  );
  const open = useCallback(
    (key: string | undefined) =>
      visit(
        { ...writeListState(state, usual), ...(key ? { open: key } : {}) },
        openKey !== undefined,
      ),
    [visit, state, usual, openKey],
  );
  return { state, go, openKey, open };
}

/**
 * Asks a list of the API for a reader's place: `const readMembers = listAt("/api/members")`. Words of the URL go to the
 * server as they are: it is the server that says which of them make sense.
 */
export const listAt =
  <Path extends keyof Paths>(path: Path) =>
  (state: ListState) =>
    readAt(path, queryOf(state));

/**
 * The list of a page: the reader's place in the URL and what the server answers there. The rows of the page before stay
 * until the next ones come. `read` is asked with the place; the place is the last part of the query's key.
 */
export function useList<Answer>(
  key: QueryKey,
  read: (state: ListState) => Promise<Answer>,
  usual: Partial<ListState> = nothingUsual,
) {
  const place = useListPlace(usual);
  const query = useQuery({
    queryKey: [...key, place.state],
    queryFn: () => read(place.state),
    placeholderData: keepPreviousData,
  });
  return { place, query };
}
