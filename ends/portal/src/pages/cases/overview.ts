// The overview of cases (办件总览): what its pages ask of the server, and the types of the answers.
import { queryOptions } from "@tanstack/react-query";
import type { paths } from "../../api.d.ts";
import { answer, api } from "../../client.ts";
import { queryOf } from "../../list-state.ts";
import type { ListState } from "../../ui/list.ts";

type Asked<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

/** Words of the URL go to the server as they are: it is the server that says which of them make sense. */
const readList = (state: ListState) =>
  answer(api.GET("/api/cases", { params: { query: queryOf(state) as Asked<"/api/cases"> } }));

export type ListedCase = Awaited<ReturnType<typeof readList>>["rows"][number];

export const listQuery = (state: ListState) =>
  queryOptions({ queryKey: ["cases", "list", state], queryFn: () => readList(state) });

export const kindsQuery = queryOptions({
  queryKey: ["cases", "kinds"],
  queryFn: async () => (await answer(api.GET("/api/cases/kinds"))).rows,
  staleTime: 600_000,
});

/** An identity number or a phone becomes a code, so that the number itself stands in no address. */
export const findWho = (number: string) => answer(api.POST("/api/cases/who", { body: { number } }));

const readSaved = async () => (await answer(api.GET("/api/cases/lists"))).rows;
export type SavedList = Awaited<ReturnType<typeof readSaved>>[number];
export const savedKey = ["cases", "saved"];
export const savedQuery = queryOptions({ queryKey: savedKey, queryFn: readSaved });

export const keepSaved = (
  { id, name, query, shared }: Omit<SavedList, "own">,
  headers: Record<string, string>,
) =>
  answer(
    api.PUT("/api/cases/lists/{id}", {
      params: { path: { id } },
      body: { name, query, shared },
      headers,
    }),
  );

export const removeSaved = (id: string, headers: Record<string, string>) =>
  answer(api.POST("/api/cases/lists/{id}/remove", { params: { path: { id } }, headers }));

export const orderSaved = (ids: string[], headers: Record<string, string>) =>
  answer(api.POST("/api/cases/lists/order", { body: { ids }, headers }));

const readWorkload = (state: ListState) => {
  const query = queryOf(state) as Asked<"/api/cases/workload">;
  return answer(api.GET("/api/cases/workload", { params: { query } }));
};
export type SeatLoad = Awaited<ReturnType<typeof readWorkload>>["rows"][number];
export const workloadQuery = (state: ListState) =>
  queryOptions({ queryKey: ["cases", "workload", state], queryFn: () => readWorkload(state) });

const readForecast = (state: ListState) => {
  const query = queryOf(state) as Asked<"/api/cases/forecast">;
  return answer(api.GET("/api/cases/forecast", { params: { query } }));
};
export type Forecast = Awaited<ReturnType<typeof readForecast>>["rows"][number];
export const forecastQuery = (state: ListState) =>
  queryOptions({ queryKey: ["cases", "forecast", state], queryFn: () => readForecast(state) });

const readCheck = async () => (await answer(api.GET("/api/cases/forecast/check"))).check;
export type ForecastCheck = NonNullable<Awaited<ReturnType<typeof readCheck>>>;
export const checkQuery = queryOptions({
  queryKey: ["cases", "forecast", "check"],
  queryFn: readCheck,
});

const readDurations = (filters: ListState["filters"]) => {
  const query = filters as Asked<"/api/cases/durations">;
  return answer(api.GET("/api/cases/durations", { params: { query } }));
};
export type Durations = Awaited<ReturnType<typeof readDurations>>;
export type StepPace = Durations["rows"][number];
export const durationsQuery = (filters: ListState["filters"]) =>
  queryOptions({
    queryKey: ["cases", "durations", filters],
    queryFn: () => readDurations(filters),
  });
