// Titles of acts (操作名称): the record keeps ids such as `roster.import`; the house's own document says them in words,
// and the register of cases says those of its functions.
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";

interface Document {
  readonly paths?: Readonly<
    Record<string, Readonly<Record<string, { operationId?: string; summary?: string }>>>
  >;
}

/** Of commands alone: only what changes something is recorded as an act. */
async function readCommands(): Promise<(readonly [string, string])[]> {
  const reply = await fetch("/api/docs/json");
  if (!reply.ok) return [];
  const { paths = {} } = (await reply.json()) as Document;
  const operations = Object.values(paths).flatMap(({ get: _read, ...commands }) =>
    Object.values(commands),
  );
  return operations.flatMap(({ operationId, summary }) =>
    operationId && summary ? [[operationId, summary] as const] : [],
  );
}

async function readActs(): Promise<(readonly [string, string])[]> {
  const { rows } = await answer(api.GET("/api/cases/acts"));
  return rows.map(({ id, title }) => [id, title] as const);
}

const readTitles = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await Promise.all([readCommands(), readActs()])).flat());

/** Never fails the page: an act without a title shows its id. */
export const titlesQuery = queryOptions({
  queryKey: ["record", "titles"],
  queryFn: readTitles,
  staleTime: Number.POSITIVE_INFINITY,
});
