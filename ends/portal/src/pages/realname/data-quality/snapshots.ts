// Snapshots (年报快照): yearly statements frozen with a hash, made, shown and fetched as files.
import { queryOptions } from "@tanstack/react-query";
import type { paths as Paths } from "../../../api.d.ts";
import { answer, api } from "../../../client.ts";
import { queryOf } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { useCommand } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";

type Query = NonNullable<Paths["/api/data-quality/snapshots"]["get"]["parameters"]["query"]>;

/** Words of the URL go to the server as they are: it is the server that says which of them make sense. */
export const readSnapshots = ({ page, size, filters }: ListState) =>
  answer(
    api.GET("/api/data-quality/snapshots", {
      params: { query: queryOf({ page, size, filters }) as Query },
    }),
  );

export type SnapshotLine = Awaited<ReturnType<typeof readSnapshots>>["rows"][number];

const readSnapshot = (id: string) =>
  answer(api.GET("/api/data-quality/snapshots/{id}", { params: { path: { id } } }));

export type Snapshot = Awaited<ReturnType<typeof readSnapshot>>;
export type Statement = Snapshot["statement"];

export const snapshotQuery = (id: string) =>
  queryOptions({ queryKey: ["quality", "snapshot", id], queryFn: () => readSnapshot(id) });

/** Where the browser fetches it; `json` is the very text the hash is of. */
export const snapshotFile = (id: string, kind: "pdf" | "xlsx" | "json"): string =>
  withSearch(`/api/data-quality/snapshots/${encodeURIComponent(id)}/file`, { kind });

interface Wish {
  readonly unionId?: string | undefined;
  readonly year: number;
}

export const useFreeze = (onDone: (made: SnapshotLine) => unknown) =>
  useCommand(
    ({ unionId, year }: Wish, headers) =>
      answer(
        api.POST("/api/data-quality/snapshots", {
          body: { year, ...(unionId ? { unionId } : {}) },
          headers,
        }),
      ),
    { onDone },
  );
