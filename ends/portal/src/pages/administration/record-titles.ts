// Titles of acts (操作名称): the record keeps ids such as `roster.import`; the house's own document says them in words.
import { queryOptions } from "@tanstack/react-query";

interface Document {
  readonly paths?: Readonly<
    Record<string, Readonly<Record<string, { operationId?: string; summary?: string }>>>
  >;
}

/** Of commands alone: only what changes something is recorded as an act. */
async function readTitles(): Promise<ReadonlyMap<string, string>> {
  const reply = await fetch("/api/docs/json");
  if (!reply.ok) return new Map();
  const { paths = {} } = (await reply.json()) as Document;
  const operations = Object.values(paths).flatMap(({ get: _read, ...commands }) =>
    Object.values(commands),
  );
  return new Map(
    operations.flatMap(({ operationId, summary }) =>
      operationId && summary ? [[operationId, summary] as const] : [],
    ),
  );
}

/** Never fails the page: an act without a title shows its id. */
export const titlesQuery = queryOptions({
  queryKey: ["record", "titles"],
  queryFn: readTitles,
  staleTime: Number.POSITIVE_INFINITY,
});
