// Public notices (公示): what the pages ask of the house, and how each state is said.
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";
import type { ListState } from "../../ui/list.ts";
import type { Tone } from "../../ui/status-tag.tsx";
import { provisionalWords } from "../../ui/words.ts";

const key = ["publicity"];

const readNotices = ({ page, size, filters }: ListState) =>
  answer(
    api.GET("/api/cases/notices", {
      params: { query: { page, size, ended: filters.ended === "true" ? "true" : "false" } },
    }),
  );

export type Notice = Awaited<ReturnType<typeof readNotices>>["rows"][number];

export const noticesQuery = (state: ListState) =>
  queryOptions({ queryKey: [...key, "list", state], queryFn: () => readNotices(state) });

export const noticeKey = (id: string, token: number) => [...key, id, token];

export const noticeQuery = (id: string, token: number) =>
  queryOptions({
    queryKey: noticeKey(id, token),
    queryFn: () =>
      answer(api.GET("/api/cases/{id}/notices/{token}", { params: { path: { id, token } } })),
  });

export const stateWords: Record<Notice["state"], { tone: Tone; words: string }> = {
  running: { tone: "doing", words: "公示中" },
  paused: { tone: "warn", words: "正在处理异议，公示暂停" },
  ended: { tone: "off", words: "已结束" },
};

/** `公示到 2026-11-25，剩 3 个工作日`. */
export function untilWords(notice: Notice): string {
  const { state, fromDay, dueDay, workdaysLeft, provisional } = notice;
  if (state !== "running" || dueDay === null) return `${fromDay} 起公示`;
  const left = workdaysLeft === null || workdaysLeft < 0 ? "" : leftWords(workdaysLeft);
  const hint = provisional ? provisionalWords(dueDay) : "";
  return `${fromDay} 起公示，到 ${dueDay} 结束${left}${hint}`;
}

const leftWords = (left: number): string =>
  left === 0 ? "，今天是最后一天" : `，还有 ${left} 个工作日`;
