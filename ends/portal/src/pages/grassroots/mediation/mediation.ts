// Mediation (劳动争议调解) as its pages ask for it: disputes, sittings, money, files handed on, interests, closure.
import { queryOptions } from "@tanstack/react-query";
import { type AnswerAt, answer, api, type BodyAt, type RowAt } from "../../../client.ts";
import { listAt } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { useCommand, usePost } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";
import type { Tone } from "../../../ui/status-tag.tsx";

export const readDisputes = listAt("/api/mediation/disputes");
export type Dispute = RowAt<"/api/mediation/disputes">;

/** Where the browser fetches the list that is shown. */
export const disputesFile = ({ filters }: ListState): string =>
  withSearch("/api/mediation/disputes-file", filters);

/** The clock of five working days, in a word and a tone. */
export function clockTone({ colour, state, stateName }: Dispute): {
  readonly tone: Tone;
  readonly words: string;
} {
  if (colour === "red") return { tone: "late", words: `${stateName}，已超期` };
  if (colour === "amber") return { tone: "warn", words: `${stateName}，快到期` };
  if (state === "agreed") return { tone: "done", words: stateName };
  if (state === "returned") return { tone: "wait", words: stateName };
  const open = state === "filed" ? "wait" : "doing";
  return { tone: colour === "ok" ? open : "off", words: stateName };
}

export const disputeQuery = (id: string) =>
  queryOptions({
    queryKey: ["mediation", "dispute", id],
    queryFn: () => answer(api.GET("/api/mediation/disputes/{id}", { params: { path: { id } } })),
  });
export type WholeDispute = AnswerAt<"/api/mediation/disputes/{id}">;
export type Sitting = WholeDispute["sessions"][number];

const refresh = [["mediation"], ["desk"]];
type Done = () => unknown;

export const useCall = (id: string, onDone: Done) =>
  usePost("/api/mediation/disputes/{id}/sessions", { at: { id }, refresh, onDone });

export const useCallOff = (onDone: Done) =>
  useCommand(
    ({ id, why }: { id: string; why: string }, headers) =>
      answer(
        api.POST("/api/mediation/sessions/{id}/call-off", {
          params: { path: { id } },
          body: { why },
          headers,
        }),
      ),
    { refresh, onDone },
  );

export type NewMinutes = BodyAt<"/api/mediation/sessions/{id}/minutes">;
export const useMinutes = (id: string, onDone: Done) =>
  usePost("/api/mediation/sessions/{id}/minutes", { at: { id }, refresh, onDone });

export type NewRecovery = BodyAt<"/api/mediation/disputes/{id}/recoveries">;
export const useRecovery = (id: string, onDone: Done) =>
  usePost("/api/mediation/disputes/{id}/recoveries", { at: { id }, refresh, onDone });

export const useConfirmation = (id: string, onDone: Done) =>
  usePost("/api/mediation/disputes/{id}/confirmation", { at: { id }, refresh, onDone });

export const useReceipt = (onDone: Done) =>
  useCommand(
    ({ id, receipt }: { id: string; receipt: string }, headers) =>
      answer(
        api.POST("/api/mediation/deliveries/{id}/receipt", {
          params: { path: { id } },
          body: { receipt },
          headers,
        }),
      ),
    { refresh, onDone },
  );

export const useVoid = (onDone: Done) =>
  useCommand(
    ({ id, why }: { id: string; why: string }, headers) =>
      answer(
        api.POST("/api/mediation/deliveries/{id}/void", {
          params: { path: { id } },
          body: { why },
          headers,
        }),
      ),
    { refresh, onDone },
  );

export const agreementFile = (id: string): string =>
  `/api/mediation/disputes/${encodeURIComponent(id)}/agreement`;
export const deliveredFile = (id: string, nth: number): string =>
  `/api/mediation/deliveries/${encodeURIComponent(id)}/documents/${nth}`;

export const interestsQuery = queryOptions({
  queryKey: ["mediation", "interests"],
  queryFn: async () => (await answer(api.GET("/api/mediation/interests"))).rows,
});
export type NewInterest = BodyAt<"/api/mediation/interests">;

export const useDeclare = (onDone: Done) =>
  usePost("/api/mediation/interests", { refresh: [["mediation", "interests"]], onDone });

export const useEndInterest = () =>
  useCommand(
    (id: string, headers) =>
      answer(api.POST("/api/mediation/interests/{id}/end", { params: { path: { id } }, headers })),
    { refresh: [["mediation", "interests"]] },
  );

type RateWanted = Readonly<Record<"under" | "from" | "to", string | undefined>>;
const given = (wanted: RateWanted) =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value));

export const rateQuery = (wanted: RateWanted) =>
  queryOptions({
    queryKey: ["mediation", "rate", wanted],
    queryFn: () => answer(api.GET("/api/mediation/rate", { params: { query: given(wanted) } })),
  });
export type Rate = AnswerAt<"/api/mediation/rate">;
export type RateLine = Rate["whole"];
export const percent = (rate: number): string => `${(rate * 100).toFixed(1)}%`;
export const rateFile = (wanted: RateWanted): string =>
  withSearch("/api/mediation/rate-file", wanted);
