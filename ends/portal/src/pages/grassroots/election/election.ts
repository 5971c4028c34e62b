// Elections (换届) as their page asks for them: terms of office, committees, reminding by hand.
import { queryOptions } from "@tanstack/react-query";
import type { paths as Paths } from "../../../api.d.ts";
import { answer, api } from "../../../client.ts";
import { queryOf } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { useCommand } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";

type TermsQuery = NonNullable<Paths["/api/election/terms"]["get"]["parameters"]["query"]>;

/** Words of the URL go to the server as they are: it is the server that says which of them make sense. */
export const readTerms = (state: ListState) =>
  answer(
    api.GET("/api/election/terms", { params: { query: queryOf(state) as unknown as TermsQuery } }),
  );
export type Terms = Awaited<ReturnType<typeof readTerms>>;
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
export type Committees = Awaited<
  ReturnType<NonNullable<ReturnType<typeof committeesQuery>["queryFn"]>>
>;

export const useRemind = (id: string, onDone: (done: { readonly told: number }) => unknown) =>
  useCommand(
    (_: undefined, headers) =>
      answer(api.POST("/api/election/unions/{id}/remind", { params: { path: { id } }, headers })),
    { refresh: [["election", "terms"]], onDone },
  );
