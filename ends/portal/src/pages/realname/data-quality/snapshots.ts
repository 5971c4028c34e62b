// Snapshots (年报快照): yearly statements frozen with a hash, made, shown and fetched as files.
import { queryOptions } from "@tanstack/react-query";
import { answer, api, type RowAt } from "../../../client.ts";
import { listAt } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { useCommand } from "../../../session.ts";

export const readSnapshots = listAt("/api/data-quality/snapshots");

export type SnapshotLine = RowAt<"/api/data-quality/snapshots">;

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
