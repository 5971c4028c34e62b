// Numbers of rules (规定数值) as pages ask for them.
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";
import { useCommand } from "../../session.ts";

export const rulesQuery = queryOptions({
  queryKey: ["rules"],
  queryFn: () => answer(api.GET("/api/rules")),
});

type Rules = Awaited<ReturnType<NonNullable<typeof rulesQuery.queryFn>>>;
export type Rule = Rules["rows"][number];
export type SetValue = Rule["values"][number];

export interface Setting {
  readonly value: number;
  readonly document: string;
  readonly article?: string;
  readonly fromDay: string;
}

export const usePropose = ({ room, name }: Pick<Rule, "room" | "name">, onDone: () => void) =>
  useCommand(
    ({ article, ...rest }: Setting, headers) =>
      answer(
        api.POST("/api/rules/{room}/{name}", {
          params: { path: { room, name } },
          body: { ...rest, ...(article ? { article } : {}) },
          headers,
        }),
      ),
    { refresh: [["rules"]], onDone },
  );

export const useDecide = (number: number) =>
  useCommand(
    (agree: boolean, headers) =>
      answer(
        api.POST("/api/rules/values/{number}/decision", {
          params: { path: { number } },
          body: { agree },
          headers,
        }),
      ),
    { refresh: [["rules"]] },
  );
