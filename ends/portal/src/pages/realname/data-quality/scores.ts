// Scores (质量评分): a union's five measures, their way through time, its children ranked, the rows that lose points.
import { queryOptions } from "@tanstack/react-query";
import { type AnswerAt, answer, api, type RowAt } from "../../../client.ts";
import { listAt } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { useCommand } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";

const about = (unionId: string | undefined) => ({ query: unionId ? { unionId } : {} });

const readScore = (unionId: string | undefined) =>
  answer(api.GET("/api/data-quality/score", { params: about(unionId) }));

export type Score = Awaited<ReturnType<typeof readScore>>;
export type AspectScore = Score["aspects"][number];
export type Aspect = AspectScore["aspect"];

export const aspectTitles: Readonly<Record<Aspect, string>> = {
  completeness: "完整性",
  validity: "有效性",
  uniqueness: "唯一性",
  consistency: "一致性",
  timeliness: "及时性",
};
export const aspectNames = Object.keys(aspectTitles) as Aspect[];

export const scoreQuery = (unionId: string | undefined) =>
  queryOptions({ queryKey: ["quality", "score", unionId], queryFn: () => readScore(unionId) });

const readTrend = (unionId: string | undefined) =>
  answer(api.GET("/api/data-quality/trend", { params: about(unionId) }));

export type TrendPoint = Awaited<ReturnType<typeof readTrend>>["points"][number];

export const trendQuery = (unionId: string | undefined) =>
  queryOptions({ queryKey: ["quality", "trend", unionId], queryFn: () => readTrend(unionId) });

export const readRanking = listAt("/api/data-quality/ranking");

type Ranking = AnswerAt<"/api/data-quality/ranking">;
export type Ranked = Ranking["rows"][number];

/** Where the browser fetches the ranking as Excel. */
export const rankingFile = ({ filters }: ListState): string =>
  withSearch("/api/data-quality/ranking/file", filters);

export const readRows = listAt("/api/data-quality/rows");

export type LosingRow = RowAt<"/api/data-quality/rows">;

export const useRecount = () =>
  useCommand(
    (unionId: string, headers) =>
      answer(api.POST("/api/data-quality/score/recount", { body: { unionId }, headers })),
    { refresh: [["quality"]] },
  );

/** `98.3` → `98.30`: two decimals, as the server counts them; a dash where nothing could be checked. */
export const scoreWords = (score: number | null | undefined): string =>
  score === null || score === undefined ? "—" : score.toFixed(2);
