// The calendar (放假安排): the years that are known, and a notice looked at before it is loaded.
import { queryOptions } from "@tanstack/react-query";
import {
  type AnswerAt,
  answer,
  api,
  type BodyAt,
  type OutcomeAt,
  type RowAt,
} from "../../client.ts";

export type Years = AnswerAt<"/api/calendar/years">;
export type Year = RowAt<"/api/calendar/years">;
export type Notice = BodyAt<"/api/calendar/years">;
export type Preview = OutcomeAt<"/api/cases/recount/preview">;

export const yearsQuery = queryOptions({
  queryKey: ["calendar"],
  queryFn: () => answer(api.GET("/api/calendar/years")),
});

/** A notice may begin in the December before its year. */
function dayIn(ofYear: number, day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year === ofYear ? "" : `${year}年`}${month}月${date}日`;
}

/** `2027-02-05..2027-02-10` → `2月5日至10日`. */
function spanWords(year: number, span: string): string {
  const [from = "", to = from] = span.split("..");
  if (from === to) return dayIn(year, from);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return `${dayIn(year, from)}至${sameMonth ? `${Number(to.slice(8))}日` : dayIn(year, to)}`;
}

const inOrder = (spans: readonly string[]): string[] => [...spans].sort();

export const spansWords = (year: number, spans: readonly string[]): string =>
  inOrder(spans)
    .map((span) => spanWords(year, span))
    .join("、") || "没有";

/** The working days of a year beside those the law alone would leave. */
export function workdaysWords({ workdays, lawful }: Pick<Preview, "workdays" | "lawful">): string {
  const all = `${workdays} 天`;
  if (lawful === null || lawful === workdays) return all;
  const more = workdays - lawful;
  return `${all}，比只放法定节假日${more > 0 ? "多" : "少"} ${Math.abs(more)} 天，请对照原文`;
}

/** What loading a notice does to open terms, one sentence each. */
export function effectsOf({ looked, later, earlier, more }: Preview): string[] {
  const moved = [
    ...(later > 0 ? [`${later} 个期限推后`] : []),
    ...(earlier > 0 ? [`${earlier} 个期限提前（只提前办理人的，公示和申请人的不提前）`] : []),
  ];
  const seen = more ? `在办办件太多，只看了 ${looked} 件：` : `在办办件看了 ${looked} 件：`;
  return [
    `${seen}${moved.length > 0 ? moved.join("，") : "期限都不变"}。`,
    "期限变了的，办理人会收到通知，办件记录里写明依据这份通知。",
    "以后的期限都按它推算，各台服务器立即生效。",
  ];
}
