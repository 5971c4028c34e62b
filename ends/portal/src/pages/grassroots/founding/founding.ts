// Founding (工会组建) as its pages ask for it: how far foundings have come, and who has no union yet.
import type { BodyAt, RowAt } from "../../../client.ts";
import { listAt } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { usePost } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";

export const readProgress = listAt("/api/founding/unions");
/** Where the browser fetches the list as it stands on the screen. */
export const progressFile = ({ sort, filters }: ListState): string =>
  withSearch("/api/founding/unions/export", { ...filters, sort });
export type Founding = RowAt<"/api/founding/unions">;

export const readTargets = listAt("/api/founding/targets");
export type Target = RowAt<"/api/founding/targets">;

/** Where the browser fetches the list as it stands on the screen. */
export const targetsFile = ({ sort, filters }: ListState): string =>
  withSearch("/api/founding/targets/export", { ...filters, sort });

export const templateFile = "/api/founding/targets/template";

export type Plan = BodyAt<"/api/founding/targets/{id}/plan">;

export const usePlan = (id: string, onDone: () => unknown) =>
  usePost("/api/founding/targets/{id}/plan", { at: { id }, refresh: [["founding"]], onDone });

export const useSurvey = () =>
  usePost("/api/founding/targets/imports", { refresh: [["founding"]] });

export const useGiveUp = (id: string) =>
  usePost("/api/founding/unions/{id}/give-up", { at: { id }, refresh: [["founding"]] });
