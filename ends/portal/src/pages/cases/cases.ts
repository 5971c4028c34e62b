// Cases (办件): what the pages ask of the server, its types, and the look of each status.
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";
import type { StageState } from "../../ui/stage-words.ts";
import type { Tone } from "../../ui/status-tag.tsx";

const readCase = (id: string) => answer(api.GET("/api/cases/{id}", { params: { path: { id } } }));

export type Case = Awaited<ReturnType<typeof readCase>>;
export type CaseStatus = Case["status"];
export type CaseDoor = Case["can"][number];
export type CommandKind = CaseDoor["command"];
export type ActionKind = Case["history"][number]["kind"];

export const caseKey = (id: string) => ["cases", id];

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: caseKey(id), queryFn: () => readCase(id) });

export const statusTones: Record<CaseStatus, Tone> = {
  draft: "wait",
  running: "doing",
  returned: "warn",
  approved: "done",
  rejected: "late",
  withdrawn: "off",
};

/** How an action looks in the history. */
export const actionStates: Record<ActionKind, StageState> = {
  submit: "done",
  agree: "done",
  resubmit: "done",
  pass: "done",
  urge: "done",
  remind: "done",
  escalate: "done",
  fulfil: "done",
  raise: "done",
  elapse: "done",
  claim: "done",
  "put-back": "back",
  transfer: "done",
  delegate: "done",
  "add-sign": "done",
  "remove-sign": "back",
  "take-back": "back",
  extend: "done",
  ask: "done",
  answer: "done",
  copy: "done",
  read: "done",
  abstain: "done",
  object: "no",
  "sub-ended": "done",
  "hand-over": "done",
  migrate: "done",
  recount: "done",
  return: "back",
  withdraw: "back",
  reject: "no",
};
