// Joining (新业态入会) as its pages ask for it: invitations and who came, services, federations, the rate.
import { queryOptions } from "@tanstack/react-query";
import {
  type AnswerAt,
  answer,
  api,
  type BodyAt,
  type QueryAt,
  type RowAt,
} from "../../../client.ts";
import { listAt, queryOf } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { useCommand, usePost } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";

/** Words of the URL go to the server as they are: it is the server that says which of them make sense. */
const wordsOf = ({ page, size, filters }: ListState) => queryOf({ page, size, filters });

export const readInvitations = listAt("/api/joining/invitations");
export type Invitation = RowAt<"/api/joining/invitations">;

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

/** Where the browser fetches a list that was made. */
export const arrivalsFile = (id: string): string =>
  `/api/joining/exports/${encodeURIComponent(id)}/file`;

/** Where the browser fetches the sheet or the square. */
export const posterFile = (id: string, kind: "poster" | "qr"): string =>
  `/api/joining/invitations/${encodeURIComponent(id)}/${kind}`;

export type NewInvitation = BodyAt<"/api/joining/invitations">;

export const useMake = (onDone: (made: { readonly id: string }) => unknown) =>
  usePost("/api/joining/invitations", { refresh: [["joining"]], onDone });

export const useStop = (id: string) =>
  usePost("/api/joining/invitations/{id}/stop", { at: { id }, refresh: [["joining"]] });

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

export const readServices = listAt("/api/joining/services");
export type Service = RowAt<"/api/joining/services">;
export type NewService = BodyAt<"/api/joining/services">;

export const useRecord = (onDone: () => unknown) =>
  usePost("/api/joining/services", { refresh: [["joining", "services"]], onDone });

export const readFederations = listAt("/api/joining/federations");
export type Federation = RowAt<"/api/joining/federations">;

const underOf = (under: string | undefined) => (under ? { under } : {});

export const rateQuery = (under: string | undefined) =>
  queryOptions({
    queryKey: ["joining", "rate", under ?? null],
    queryFn: () => answer(api.GET("/api/joining/rate", { params: { query: underOf(under) } })),
  });
export type Rate = AnswerAt<"/api/joining/rate">;
export type RatePlace = Rate["whole"];
export type TradeRate = RatePlace["trades"][number];

export const rateFile = (under: string | undefined): string =>
  withSearch("/api/joining/rate/export", { under });

export type NewHeadcount = BodyAt<"/api/joining/headcounts">;

export const useReport = (onDone: () => unknown) =>
  usePost("/api/joining/headcounts", { refresh: [["joining", "rate"]], onDone });

/** `0.4567` as `45.67%`. */
export const rateWords = (rate: number): string => `${(rate * 100).toFixed(1)}%`;
