// A list (列表) as the portal knows it: where the reader stands in it, and what the server answered.

/** Where the reader stands. `sort` is a column's key, with `-` before it for descending. Filters are plain words. */
export interface ListState {
  readonly page: number;
  readonly size: number;
  readonly sort?: string | undefined;
  readonly filters: Readonly<Record<string, string>>;
}

export interface ListAnswer<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** The part of a query's result that a table needs; a TanStack query result fits as it is. */
export interface ListQuery<Row> {
  readonly data: ListAnswer<Row> | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
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
