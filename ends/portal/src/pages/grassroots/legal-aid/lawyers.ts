// Lawyers (援助律师) as their pages ask for them: the register, duty, interests.
import { queryOptions } from "@tanstack/react-query";
import type { paths as Paths } from "../../../api.d.ts";
import { answer, api } from "../../../client.ts";
import { queryOf } from "../../../list-state.ts";
import { useCommand } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";

type LawyersQuery = NonNullable<Paths["/api/legal-aid/lawyers"]["get"]["parameters"]["query"]>;

export const readLawyers = (state: ListState) =>
  answer(api.GET("/api/legal-aid/lawyers", { params: { query: queryOf(state) as LawyersQuery } }));
export type Lawyer = Awaited<ReturnType<typeof readLawyers>>["rows"][number];

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

type BodyOf<M> = M extends { requestBody?: { content: { "application/json": infer B } } }
  ? B
  : never;
export type NewLawyer = BodyOf<Paths["/api/legal-aid/lawyers"]["post"]>;
export type ChangedLawyer = BodyOf<Paths["/api/legal-aid/lawyers/{id}"]["put"]>;

export const useRegister = (onDone: Done) =>
  useCommand(
    (body: NewLawyer, headers) => answer(api.POST("/api/legal-aid/lawyers", { body, headers })),
    { refresh, onDone },
  );

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

export type NewInterest = BodyOf<Paths["/api/legal-aid/lawyers/{id}/interests"]["post"]>;

export const useDeclare = (id: string, onDone: Done) =>
  useCommand(
    (body: NewInterest, headers) =>
      answer(
        api.POST("/api/legal-aid/lawyers/{id}/interests", {
          ...{ params: { path: { id } }, body, headers },
        }),
      ),
    { refresh, onDone },
  );

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
export type Duty = Awaited<
  ReturnType<NonNullable<ReturnType<typeof dutiesQuery>["queryFn"]>>
>[number];

export const useSetDuties = (onDone: Done) =>
  useCommand(
    (body: { lawyer: string; days: string[] }, headers) =>
      answer(api.POST("/api/legal-aid/duties", { body, headers })),
    { refresh, onDone },
  );

export const useDropDuty = () =>
  useCommand(
    (body: { lawyer: string; day: string }, headers) =>
      answer(api.POST("/api/legal-aid/duties/drop", { body, headers })),
    { refresh },
  );
