// Legal aid (法律援助) as its pages ask for it: matters with their journals, questions, money won back.
import { queryOptions } from "@tanstack/react-query";
import { type AnswerAt, answer, api, type BodyAt, type RowAt } from "../../../client.ts";
import { listAt } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { useCommand, usePost } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";

export const readMatters = listAt("/api/legal-aid/matters");
export type Matter = RowAt<"/api/legal-aid/matters">;

/** Where the browser fetches the list that is shown. */
export const mattersFile = ({ filters }: ListState): string =>
  withSearch("/api/legal-aid/matters-file", filters);

export const matterQuery = (id: string) =>
  queryOptions({
    queryKey: ["legal-aid", "matter", id],
    queryFn: () => answer(api.GET("/api/legal-aid/matters/{id}", { params: { path: { id } } })),
  });
export type WholeMatter = AnswerAt<"/api/legal-aid/matters/{id}">;
export type Entry = WholeMatter["entries"][number];

export const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: ["legal-aid", "candidates", id],
    queryFn: async () =>
      (
        await answer(
          api.GET("/api/legal-aid/matters/{id}/candidates", { params: { path: { id } } }),
        )
      ).rows,
  });
export type Candidate = RowAt<"/api/legal-aid/matters/{id}/candidates">;

const refresh = [["legal-aid"], ["desk"], ["me"]];
type Done = () => unknown;

export const useAssign = ({ case: id, task }: NonNullable<WholeMatter["assigning"]>) =>
  useCommand(
    (lawyer: string, headers) =>
      answer(
        api.POST("/api/cases/{id}/commands", {
          ...{ params: { path: { id } }, headers },
          body: { command: { kind: "agree", task, facts: { lawyer } } },
        }),
      ),
    { refresh },
  );

export type NewEntry = BodyAt<"/api/legal-aid/matters/{id}/entries">;
export const useWrite = (id: string, onDone: Done) =>
  usePost("/api/legal-aid/matters/{id}/entries", { at: { id }, refresh, onDone });

export const useContact = (id: string) =>
  usePost("/api/legal-aid/matters/{id}/contact", { at: { id }, refresh: [] });

export const entryFile = (matter: string, file: string): string =>
  `/api/legal-aid/matters/${encodeURIComponent(matter)}/files/${encodeURIComponent(file)}`;
/** A paper handed in with the application. */
export const filedFile = (file: string): string => `/api/files/${encodeURIComponent(file)}`;

export const readConsultations = listAt("/api/legal-aid/consultations");
export type Consultation = RowAt<"/api/legal-aid/consultations">;

type Wanted = Readonly<Record<"under" | "from" | "to", string | undefined>>;
const given = (wanted: Wanted) =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value));

export const recoveredQuery = (wanted: Wanted) =>
  queryOptions({
    queryKey: ["legal-aid", "recovered", wanted],
    queryFn: () =>
      answer(api.GET("/api/legal-aid/recovered", { params: { query: given(wanted) } })),
  });
export type Recovered = AnswerAt<"/api/legal-aid/recovered">;
export const recoveredFile = (wanted: Wanted): string =>
  withSearch("/api/legal-aid/recovered-file", wanted);
