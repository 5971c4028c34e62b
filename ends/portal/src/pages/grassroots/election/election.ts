// Elections (换届) as their page asks for them: terms of office, committees, reminding by hand.
import { queryOptions } from "@tanstack/react-query";
import { type AnswerAt, answer, api } from "../../../client.ts";
import { listAt } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { usePost } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";

export const readTerms = listAt("/api/election/terms");
export type Terms = AnswerAt<"/api/election/terms">;
export type Term = Terms["rows"][number];

/** Where the browser fetches the list as Excel. */
export const termsFile = ({ filters, sort }: ListState): string =>
  withSearch("/api/election/terms/export", { ...filters, sort });

export const committeesQuery = (id: string) =>
  queryOptions({
    queryKey: ["election", "committees", id],
    queryFn: () =>
      answer(api.GET("/api/election/unions/{id}/committees", { params: { path: { id } } })),
  });
export type Committees = AnswerAt<"/api/election/unions/{id}/committees">;

export const useRemind = (id: string, onDone: (done: { readonly told: number }) => unknown) =>
  usePost("/api/election/unions/{id}/remind", {
    at: { id },
    refresh: [["election", "terms"]],
    onDone,
  });
