// Joining (新业态入会) as its pages ask for it: invitations and who came, services, federations, the rate.
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

/** Words of the URL go to the server as they are: it is the server that says which of them make sense. */
const wordsOf = ({ page, size, filters }: ListState) => queryOf({ page, size, filters });

export const readInvitations = (state: ListState) =>
  answer(
    api.GET("/api/joining/invitations", {
      params: { query: wordsOf(state) as QueryAt<"/api/joining/invitations"> },
    }),
  );
export type Invitation = Awaited<ReturnType<typeof readInvitations>>["rows"][number];

export const invitationKey = (id: string) => ["joining", "invitation", id];

export const invitationQuery = (id: string) =>
  queryOptions({
    queryKey: invitationKey(id),
    queryFn: () => answer(api.GET("/api/joining/invitations/{id}", { params: { path: { id } } })),
  });

type ArrivalsQuery = QueryAt<"/api/joining/invitations/{id}/arrivals">;

export const readArrivals = (id: string, state: ListState) =>
  answer(
    api.GET("/api/joining/invitations/{id}/arrivals", {
      params: { path: { id }, query: wordsOf(state) as ArrivalsQuery },
    }),
  );
export type Arrival = Awaited<ReturnType<typeof readArrivals>>["rows"][number];

/** Only the numbers, as long as nobody came since `version`. */
export const readVersion = (id: string, version: string) =>
  answer(
    api.GET("/api/joining/invitations/{id}/arrivals", {
      params: { path: { id }, query: { since: version, size: 1 } },
    }),
  );

export type TakeOut = BodyAt<"/api/joining/invitations/{id}/exports">;

export const useTakeOut = (id: string, onDone: (made: { readonly id: string }) => unknown) =>
  useCommand(
    (body: TakeOut, headers) =>
      answer(
        api.POST("/api/joining/invitations/{id}/exports", {
          params: { path: { id } },
          body,
          headers,
        }),
      ),
    { refresh: [], onDone },
  );

/** Where the browser fetches a list that was made. */
export const arrivalsFile = (id: string): string =>
  `/api/joining/exports/${encodeURIComponent(id)}/file`;

/** Where the browser fetches the sheet or the square. */
export const posterFile = (id: string, kind: "poster" | "qr"): string =>
  `/api/joining/invitations/${encodeURIComponent(id)}/${kind}`;

export type NewInvitation = BodyAt<"/api/joining/invitations">;

export const useMake = (onDone: (made: { readonly id: string }) => unknown) =>
  useCommand(
    (body: NewInvitation, headers) =>
      answer(api.POST("/api/joining/invitations", { body, headers })),
    { refresh: [["joining"]], onDone },
  );

export const useStop = (id: string) =>
  useCommand(
    (_: undefined, headers) =>
      answer(api.POST("/api/joining/invitations/{id}/stop", { params: { path: { id } }, headers })),
    { refresh: [["joining"]] },
  );

/** One command after another until nobody waits, or nobody more could be admitted. */
export const useAdmitAll = (id: string) =>
  useCommand(
    async (_: undefined, headers) => {
      const params = { path: { id } };
      const admit = (first: boolean) =>
        answer(
          api.POST("/api/joining/invitations/{id}/admit", {
            ...{ params, body: {} },
            ...(first ? { headers } : {}),
          }),
        );
      let last = await admit(true);
      let admitted = last.admitted;
      while (last.waiting > 0 && last.admitted > 0) {
        last = await admit(false);
        admitted += last.admitted;
      }
      return { ...last, admitted };
    },
    { refresh: [["joining"], ["desk"], ["me"]] },
  );

export const tradesQuery = queryOptions({
  queryKey: ["joining", "trades"],
  queryFn: async () =>
    (await answer(api.GET("/api/joining/trades"))).rows.map(({ code, name }) => ({
      value: code,
      title: name,
    })),
  staleTime: 3_600_000,
});

export const readServices = (state: ListState) =>
  answer(
    api.GET("/api/joining/services", {
      params: { query: wordsOf(state) as QueryAt<"/api/joining/services"> },
    }),
  );
export type Service = Awaited<ReturnType<typeof readServices>>["rows"][number];
export type NewService = BodyAt<"/api/joining/services">;

export const useRecord = (onDone: () => unknown) =>
  useCommand(
    (body: NewService, headers) => answer(api.POST("/api/joining/services", { body, headers })),
    { refresh: [["joining", "services"]], onDone },
  );

export const readFederations = (state: ListState) =>
  answer(
    api.GET("/api/joining/federations", {
      params: { query: wordsOf(state) as QueryAt<"/api/joining/federations"> },
    }),
  );
export type Federation = Awaited<ReturnType<typeof readFederations>>["rows"][number];

const underOf = (under: string | undefined) => (under ? { under } : {});

export const rateQuery = (under: string | undefined) =>
  queryOptions({
    queryKey: ["joining", "rate", under ?? null],
    queryFn: () => answer(api.GET("/api/joining/rate", { params: { query: underOf(under) } })),
  });
export type Rate = Awaited<ReturnType<NonNullable<ReturnType<typeof rateQuery>["queryFn"]>>>;
export type RatePlace = Rate["whole"];
export type TradeRate = RatePlace["trades"][number];

export const rateFile = (under: string | undefined): string =>
  withSearch("/api/joining/rate/export", { under });

export type NewHeadcount = BodyAt<"/api/joining/headcounts">;

export const useReport = (onDone: () => unknown) =>
  useCommand(
    (body: NewHeadcount, headers) => answer(api.POST("/api/joining/headcounts", { body, headers })),
    { refresh: [["joining", "rate"]], onDone },
  );

/** `0.4567` as `45.67%`. */
export const rateWords = (rate: number): string => `${(rate * 100).toFixed(1)}%`;
