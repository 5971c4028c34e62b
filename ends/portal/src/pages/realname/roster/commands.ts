// Commands on an import (办理导入): correct its columns, start, stop; the answer is the import as it then is.
import { useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../../../client.ts";
import { useCommand } from "../../../session.ts";
import { type Import, importKey } from "./imports.ts";

export interface Correction {
  readonly sheet?: string;
  readonly headRow?: number;
  readonly columns?: (string | null)[];
}

type Changed = Omit<Import, "faults">;

/** Shows what the server answered at once, then asks again for what hangs on it. */
function useChanged(id: string) {
  const client = useQueryClient();
  return (changed: Changed) =>
    client.setQueryData<Import>(importKey(id), (before) => ({
      ...changed,
      faults: before?.faults ?? [],
    }));
}

export function useCorrect(id: string) {
  const params = { path: { id } };
  return useCommand(
    (body: Correction, headers) =>
      answer(api.PUT("/api/roster/imports/{id}/mapping", { params, body, headers })),
    { refresh: [importKey(id)], onDone: useChanged(id) },
  );
}

export function useStart(id: string) {
  const params = { path: { id } };
  return useCommand(
    (_: undefined, headers) =>
      answer(api.POST("/api/roster/imports/{id}/start", { params, headers })),
    { refresh: [["roster", "imports"]], onDone: useChanged(id) },
  );
}

export function useStop(id: string) {
  const params = { path: { id } };
  return useCommand(
    (_: undefined, headers) =>
      answer(api.POST("/api/roster/imports/{id}/cancel", { params, headers })),
    { refresh: [["roster", "imports"], ["members"]], onDone: useChanged(id) },
  );
}
