// Founding (工会组建) as its pages ask for it: how far foundings have come, and who has no union yet.
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

export const readProgress = ({ page, size, filters }: ListState) =>
  answer(
    api.GET("/api/founding/unions", {
      params: { query: queryOf({ page, size, filters }) as QueryAt<"/api/founding/unions"> },
    }),
  );
export type Founding = Awaited<ReturnType<typeof readProgress>>["rows"][number];

export const readTargets = (state: ListState) =>
  answer(
    api.GET("/api/founding/targets", {
      params: { query: queryOf(state) as QueryAt<"/api/founding/targets"> },
    }),
  );
export type Target = Awaited<ReturnType<typeof readTargets>>["rows"][number];

/** Where the browser fetches the list as it stands on the screen. */
export const targetsFile = ({ sort, filters }: ListState): string =>
  withSearch("/api/founding/targets/export", { ...filters, sort });

export const templateFile = "/api/founding/targets/template";

export type Plan = BodyAt<"/api/founding/targets/{id}/plan">;

export const usePlan = (id: string, onDone: () => unknown) =>
  useCommand(
    (body: Plan, headers) =>
      answer(
        api.POST("/api/founding/targets/{id}/plan", { params: { path: { id } }, body, headers }),
      ),
    { refresh: [["founding"]], onDone },
  );

export type Survey = BodyAt<"/api/founding/targets/imports">;

export const useSurvey = () =>
  useCommand(
    (body: Survey, headers) => answer(api.POST("/api/founding/targets/imports", { body, headers })),
    { refresh: [["founding"]] },
  );
