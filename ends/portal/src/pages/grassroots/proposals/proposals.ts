// Proposals (提案与厂务公开) as the pages ask for them.
import { queryOptions } from "@tanstack/react-query";
import { type AnswerAt, answer, api, type BodyAt, type RowAt } from "../../../client.ts";
import { listAt } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { useCommand, usePost } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";
import type { Tone } from "../../../ui/status-tag.tsx";

type Done = () => unknown;

const refresh = [["proposals"]];

export const readProposals = listAt("/api/proposals/proposals");
export type Proposal = RowAt<"/api/proposals/proposals">;

/** Where the browser fetches the list that is shown, in its order. */
const fileAt =
  (path: string) =>
  ({ sort, filters }: ListState): string =>
    withSearch(path, { ...filters, sort });

export const proposalsFile = fileAt("/api/proposals/proposals-file");
export const selectionsFile = fileAt("/api/proposals/selections-file");
export const disclosuresFile = fileAt("/api/proposals/disclosures-file");
export const questionsFile = fileAt("/api/proposals/questions-file");

export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: ["proposals", "proposal", id],
    queryFn: () => answer(api.GET("/api/proposals/proposals/{id}", { params: { path: { id } } })),
  });
export type WholeProposal = AnswerAt<"/api/proposals/proposals/{id}">;

const waiting: readonly Proposal["state"][] = ["seconding", "filing", "rating", "returned"];
const ended: readonly Proposal["state"][] = ["merged", "refused", "withdrawn"];

export function stateTone({ state, late }: Pick<Proposal, "state" | "late">): Tone {
  if (late) return "late";
  if (state === "closed") return "done";
  if (ended.includes(state)) return "off";
  return waiting.includes(state) ? "wait" : "doing";
}

export const readCampaigns = listAt("/api/proposals/campaigns");
export type Campaign = RowAt<"/api/proposals/campaigns">;

export type NewCampaign = BodyAt<"/api/proposals/campaigns">;
export const useOpenCampaign = (onDone: Done) =>
  usePost("/api/proposals/campaigns", { refresh, onDone });

export const useCloseCampaign = () =>
  useCommand(
    (id: string, headers) =>
      answer(
        api.POST("/api/proposals/campaigns/{id}/close", { params: { path: { id } }, headers }),
      ),
    { refresh },
  );

export const readSelections = listAt("/api/proposals/selections");
export type Selection = RowAt<"/api/proposals/selections">;

export const selectionTones: Record<Selection["state"], Tone> = {
  voting: "doing",
  counting: "wait",
  counted: "done",
};

export const selectionQuery = (id: string) =>
  queryOptions({
    queryKey: ["proposals", "selection", id],
    queryFn: () => answer(api.GET("/api/proposals/selections/{id}", { params: { path: { id } } })),
  });
export type WholeSelection = AnswerAt<"/api/proposals/selections/{id}">;

export type NewSelection = BodyAt<"/api/proposals/selections">;
export const useOpenSelection = (onDone: (made: { readonly id: string }) => unknown) =>
  usePost("/api/proposals/selections", { refresh, onDone });

export const readDisclosures = listAt("/api/proposals/disclosures");
export type Disclosure = RowAt<"/api/proposals/disclosures">;

export const disclosureTones: Record<Disclosure["state"], Tone> = {
  early: "wait",
  open: "done",
  withdrawn: "off",
};

export const disclosureQuery = (id: string) =>
  queryOptions({
    queryKey: ["proposals", "disclosure", id],
    queryFn: () => answer(api.GET("/api/proposals/disclosures/{id}", { params: { path: { id } } })),
  });

export type NewDisclosure = BodyAt<"/api/proposals/disclosures">;
export const useDisclose = (onDone: Done) =>
  usePost("/api/proposals/disclosures", { refresh, onDone });

export const useWithdraw = (id: string) =>
  useCommand(
    (why: string, headers) =>
      answer(
        api.POST("/api/proposals/disclosures/{id}/withdraw", {
          ...{ params: { path: { id } }, body: { why }, headers },
        }),
      ),
    { refresh },
  );

/** Where the browser fetches what is attached to an item. */
export const disclosedFile = (id: string, file: string): string =>
  `/api/proposals/disclosures/${encodeURIComponent(id)}/files/${encodeURIComponent(file)}`;

export const readQuestions = listAt("/api/proposals/questions");
export type Question = RowAt<"/api/proposals/questions">;
