// Suspects (疑似重复与异常): pairs that may be one person and values that can hardly be true, and what people say to them.
import { queryOptions } from "@tanstack/react-query";
import { type AnswerAt, answer, api } from "../../../client.ts";
import { listAt } from "../../../list-state.ts";
import { useCommand } from "../../../session.ts";

export const readSuspects = listAt("/api/data-quality/suspects");

export type SuspectPage = AnswerAt<"/api/data-quality/suspects">;
export type Suspect = SuspectPage["rows"][number];
export type SuspectParty = Suspect["person"];

export const suspectQuery = (id: string) =>
  queryOptions({
    queryKey: ["quality", "suspect", id],
    queryFn: () => answer(api.GET("/api/data-quality/suspects/{id}", { params: { path: { id } } })),
  });

export const stateTitles: Readonly<Record<Suspect["state"], string>> = {
  open: "待处理",
  merged: "已归并",
  "not-same": "不是同一人",
  accepted: "核实无误",
  gone: "已改好",
};

interface Wish {
  readonly id: string;
  readonly note: string;
}

export const useDismiss = () =>
  useCommand(({ id, note }: Wish, headers) =>
    answer(
      api.POST("/api/data-quality/suspects/{id}/dismiss", {
        params: { path: { id } },
        body: { note },
        headers,
      }),
    ),
  );

export const useReopen = () =>
  useCommand(({ id, note }: Wish, headers) =>
    answer(
      api.POST("/api/data-quality/suspects/{id}/reopen", {
        params: { path: { id } },
        body: note ? { note } : {},
        headers,
      }),
    ),
  );
