// Legal aid (法律援助) as its pages ask for it: matters with their journals, questions, money won back.
import { queryOptions } from "@tanstack/react-query";
import type { paths as Paths } from "../../../api.d.ts";
import { answer, api } from "../../../client.ts";
import { queryOf } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { useCommand } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";

type QueryAt<P extends keyof Paths> = Paths[P] extends {
  get: { parameters: { query?: infer Q } };
}
  ? NonNullable<Q>
  : never;
type BodyAt<P extends keyof Paths> = Paths[P] extends {
  post: { requestBody?: { content: { "application/json": infer B } } };
}
  ? B
  : never;

export const readMatters = (state: ListState) =>
  answer(
    api.GET("/api/legal-aid/matters", {
      params: { query: queryOf(state) as QueryAt<"/api/legal-aid/matters"> },
    }),
  );
export type Matter = Awaited<ReturnType<typeof readMatters>>["rows"][number];

/** Where the browser fetches the list that is shown. */
export const mattersFile = ({ filters }: ListState): string =>
  withSearch("/api/legal-aid/matters-file", filters);

export const matterQuery = (id: string) =>
  queryOptions({
    queryKey: ["legal-aid", "matter", id],
    queryFn: () => answer(api.GET("/api/legal-aid/matters/{id}", { params: { path: { id } } })),
  });
export type WholeMatter = Awaited<
  ReturnType<NonNullable<ReturnType<typeof matterQuery>["queryFn"]>>
>;
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
export type Candidate = Awaited<
  ReturnType<NonNullable<ReturnType<typeof candidatesQuery>["queryFn"]>>
>[number];

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
  useCommand(
    (body: NewEntry, headers) =>
      answer(
        api.POST("/api/legal-aid/matters/{id}/entries", {
          ...{ params: { path: { id } }, body, headers },
        }),
      ),
    { refresh, onDone },
  );

export const useContact = (id: string) =>
  useCommand(
    (body: BodyAt<"/api/legal-aid/matters/{id}/contact">, headers) =>
      answer(
        api.POST("/api/legal-aid/matters/{id}/contact", {
          ...{ params: { path: { id } }, body, headers },
        }),
      ),
    { refresh: [] },
  );

export const entryFile = (matter: string, file: string): string =>
  `/api/legal-aid/matters/${encodeURIComponent(matter)}/files/${encodeURIComponent(file)}`;
/** A paper handed in with the application. */
export const filedFile = (file: string): string => `/api/files/${encodeURIComponent(file)}`;

export const readConsultations = (state: ListState) =>
  answer(
    api.GET("/api/legal-aid/consultations", {
      params: { query: queryOf(state) as QueryAt<"/api/legal-aid/consultations"> },
    }),
  );
export type Consultation = Awaited<ReturnType<typeof readConsultations>>["rows"][number];

type Wanted = Readonly<Record<"under" | "from" | "to", string | undefined>>;
const given = (wanted: Wanted) =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value));

export const recoveredQuery = (wanted: Wanted) =>
  queryOptions({
    queryKey: ["legal-aid", "recovered", wanted],
    queryFn: () =>
      answer(api.GET("/api/legal-aid/recovered", { params: { query: given(wanted) } })),
  });
export type Recovered = Awaited<
  ReturnType<NonNullable<ReturnType<typeof recoveredQuery>["queryFn"]>>
>;
export const recoveredFile = (wanted: Wanted): string =>
  withSearch("/api/legal-aid/recovered-file", wanted);
