// List state (列表状态): page, sort, filters and the open row kept in the URL, so that a list can be sent as it stands.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { ListState } from "./ui/list.ts";

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

export interface ListPlace {
  readonly state: ListState;
  /** Goes to another place of the list; new filters or a new order start at page 1. */
  readonly go: (changes: Partial<ListState>) => void;
  /** The row whose side panel is open. */
  readonly openKey: string | undefined;
  readonly open: (key: string | undefined) => void;
}

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
