// Sharing out work (调整分工): the tasks of a seat, giving them to somebody else and taking that back, handing over a desk.
import { queryOptions } from "@tanstack/react-query";
import type { paths as Paths } from "../../api.d.ts";
import { answer, api } from "../../client.ts";
import { queryOf } from "../../list-state.ts";
import type { ListState } from "../../ui/list.ts";

type HeldQuery = Paths["/api/cases/workload/tasks"]["get"]["parameters"]["query"];
type SeatRole = HeldQuery["role"];

export interface Seat {
  readonly unionId: string;
  readonly role: SeatRole;
}

const readHeld = (seat: Seat, state: ListState) =>
  answer(
    api.GET("/api/cases/workload/tasks", {
      params: { query: { ...(queryOf(state) as object), ...seat } as HeldQuery },
    }),
  );

export type Held = Awaited<ReturnType<typeof readHeld>>;
export type HeldTask = Held["rows"][number];

export const heldQuery = (seat: Seat, state: ListState) =>
  queryOptions({ queryKey: ["cases", "held", seat, state], queryFn: () => readHeld(seat, state) });

interface Item {
  readonly id: string;
  readonly task: number;
}

export interface Giving {
  readonly items: Item[];
  readonly to: string;
  readonly reason: string;
}

export const giveTasks = (body: Giving, headers: Record<string, string>) =>
  answer(api.POST("/api/cases/workload/give", { body, headers }));

export const giveBack = (items: Item[], headers: Record<string, string>) =>
  answer(api.POST("/api/cases/workload/give-back", { body: { items }, headers }));

export type Verdicts = Awaited<ReturnType<typeof giveTasks>>["rows"];

/** Where the tasks that were given lie now. */
export const givenIn = (verdicts: Verdicts): Item[] =>
  verdicts.flatMap((one) => (one.ok ? [{ id: one.id, task: one.task }] : []));

export const refusedIn = (verdicts: Verdicts) => verdicts.flatMap((one) => (one.ok ? [] : [one]));

const readPreview = (from: string) =>
  answer(api.GET("/api/cases/hand-over", { params: { query: { from } } }));
export type Preview = Awaited<ReturnType<typeof readPreview>>;
export const previewQuery = (from: string) =>
  queryOptions({ queryKey: ["cases", "hand-over", from], queryFn: () => readPreview(from) });

export interface HandOver {
  readonly from: string;
  readonly to?: string;
  readonly reason: string;
}

/** Hand-overs on record. */
export const handOverKey = ["cases", "hand-overs"];

export const handOver = (body: HandOver, headers: Record<string, string>) =>
  answer(api.POST("/api/cases/hand-over", { body, headers }));
