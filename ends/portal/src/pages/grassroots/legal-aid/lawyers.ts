// Lawyers (援助律师) as their pages ask for them: the register, duty, interests.
import { queryOptions } from "@tanstack/react-query";
import type { paths as Paths } from "../../../api.d.ts";
import { answer, api, type BodyAt, type RowAt } from "../../../client.ts";
import { listAt } from "../../../list-state.ts";
import { useCommand, usePost } from "../../../session.ts";

export const readLawyers = listAt("/api/legal-aid/lawyers");
export type Lawyer = RowAt<"/api/legal-aid/lawyers">;

export const postsQuery = queryOptions({
  queryKey: ["legal-aid", "lawyer-posts"],
  queryFn: async () =>
    (await answer(api.GET("/api/legal-aid/lawyer-posts"))).rows.map(({ id, words }) => ({
      value: id,
      title: words,
    })),
});

const refresh = [["legal-aid"]];
type Done = () => unknown;

export type NewLawyer = BodyAt<"/api/legal-aid/lawyers">;
export type ChangedLawyer = NonNullable<
  Paths["/api/legal-aid/lawyers/{id}"]["put"]["requestBody"]
>["content"]["application/json"];

export const useRegister = (onDone: Done) => usePost("/api/legal-aid/lawyers", { refresh, onDone });

export const useChange = (id: string, onDone: Done) =>
  useCommand(
    (body: ChangedLawyer, headers) =>
      answer(api.PUT("/api/legal-aid/lawyers/{id}", { params: { path: { id } }, body, headers })),
    { refresh, onDone },
  );

export const interestsQuery = (id: string) =>
  queryOptions({
    queryKey: ["legal-aid", "interests", id],
    queryFn: async () =>
      (await answer(api.GET("/api/legal-aid/lawyers/{id}/interests", { params: { path: { id } } })))
        .rows,
  });

export type NewInterest = BodyAt<"/api/legal-aid/lawyers/{id}/interests">;

export const useDeclare = (id: string, onDone: Done) =>
  usePost("/api/legal-aid/lawyers/{id}/interests", { at: { id }, refresh, onDone });

export const useEndInterest = () =>
  useCommand(
    (id: string, headers) =>
      answer(api.POST("/api/legal-aid/interests/{id}/end", { params: { path: { id } }, headers })),
    { refresh },
  );

export const dutiesQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ["legal-aid", "duties", from, to],
    queryFn: async () =>
      (await answer(api.GET("/api/legal-aid/duties", { params: { query: { from, to } } }))).rows,
  });
export type Duty = RowAt<"/api/legal-aid/duties">;

export const useSetDuties = (onDone: Done) => usePost("/api/legal-aid/duties", { refresh, onDone });

export const useDropDuty = () => usePost("/api/legal-aid/duties/drop", { refresh });
