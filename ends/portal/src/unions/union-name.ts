// Union name (工会名称): the name behind an id, as filters and heads say it.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { answer, api } from "../client.ts";

export const unionName = (id: string) =>
  queryOptions({
    queryKey: ["unions", "name", id],
    queryFn: async () => {
      const params = { path: { id } };
      return (await answer(api.GET("/api/organisations/{id}", { params }))).union.name;
    },
    staleTime: 300_000,
  });

/** Undefined while it is coming, and where no union is asked for. */
export function useUnionName(id: string | undefined): string | undefined {
  return useQuery({ ...unionName(id ?? ""), enabled: Boolean(id) }).data;
}
