// A list (列表) as the portal knows it: where the reader stands in it, and what the server answered.

/** Where the reader stands. `sort` is a column's key, with `-` before it for descending. Filters are plain words. */
export interface ListState {
  readonly page: number;
  readonly size: number;
  readonly sort?: string | undefined;
  readonly filters: Readonly<Record<string, string>>;
}

interface ListAnswer<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** There are more than `total`: counting stopped there. */
  readonly capped?: boolean | undefined;
}

/** The part of a query's result that a table needs; a TanStack query result fits as it is. */
export interface ListQuery<Row> {
  readonly data: ListAnswer<Row> | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
}

/** A reader's place in a list and the ways from it; the end's `useListPlace` keeps it in the URL. */
export interface ListPlace {
  readonly state: ListState;
  /** Goes to another place of the list; new filters or a new order start at page 1. */
  readonly go: (changes: Partial<ListState>) => void;
  /** The row whose side panel is open. */
  readonly openKey: string | undefined;
  readonly open: (key: string | undefined) => void;
}

/** A list as a page holds it; the end's `useList` makes one. */
export interface List<Row> {
  readonly place: ListPlace;
  readonly query: ListQuery<Row>;
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

export function sortingOf(sort: string | undefined): Sorting | undefined {
  if (!sort) return undefined;
  const descending = sort.startsWith("-");
  return { key: descending ? sort.slice(1) : sort, descending };
}

/** Filters with the given changes; an empty word takes its filter away. */
export function withFilters(
  filters: ListState["filters"],
  changes: Record<string, string | undefined>,
): Record<string, string> {
  const all = { ...filters, ...changes };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

interface OpenRow<Row> {
  readonly row: Row | undefined;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

/** The open row of a page and the ways to the one before and after it, as a `SidePanel` takes them. */
export function openRowOf<Row>(
  rows: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
  place: { readonly openKey: string | undefined; readonly open: (key: string) => void },
): OpenRow<Row> {
  const at = rows?.findIndex((row) => keyOf(row) === place.openKey) ?? -1;
  const wayTo = (index: number) => {
    const row = at < 0 ? undefined : rows?.[index];
    return row === undefined ? undefined : () => place.open(keyOf(row));
  };
  return { row: rows?.[at], onPrevious: wayTo(at - 1), onNext: wayTo(at + 1) };
}
