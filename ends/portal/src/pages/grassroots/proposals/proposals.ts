// Proposals (提案与厂务公开) as the pages ask for them.
import { queryOptions } from "@tanstack/react-query";
import type { paths as Paths } from "../../../api.d.ts";
import { answer, api } from "../../../client.ts";
import { queryOf } from "../../../list-state.ts";
import { withSearch } from "../../../paths.ts";
import { useCommand } from "../../../session.ts";
import type { ListState } from "../../../ui/list.ts";
import type { Tone } from "../../../ui/status-tag.tsx";

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
type Done = () => unknown;

const refresh = [["proposals"]];

export const readProposals = (state: ListState) =>
  answer(
    api.GET("/api/proposals/proposals", {
      params: { query: queryOf(state) as QueryAt<"/api/proposals/proposals"> },
    }),
  );
export type Proposal = Awaited<ReturnType<typeof readProposals>>["rows"][number];

/** Where the browser fetches the list that is shown. */
export const proposalsFile = ({ filters }: ListState): string =>
  withSearch("/api/proposals/proposals-file", filters);

export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: ["proposals", "proposal", id],
    queryFn: () => answer(api.GET("/api/proposals/proposals/{id}", { params: { path: { id } } })),
  });
export type WholeProposal = Awaited<
  ReturnType<NonNullable<ReturnType<typeof proposalQuery>["queryFn"]>>
>;

const waiting: readonly Proposal["state"][] = ["seconding", "filing", "rating", "returned"];
const ended: readonly Proposal["state"][] = ["merged", "refused", "withdrawn"];

export function stateTone({ state, late }: Pick<Proposal, "state" | "late">): Tone {
  if (late) return "late";
  if (state === "closed") return "done";
  if (ended.includes(state)) return "off";
  return waiting.includes(state) ? "wait" : "doing";
}

const wordsOf = ({ page, size, filters }: ListState) => queryOf({ page, size, filters });

export const readCampaigns = (state: ListState) =>
  answer(
    api.GET("/api/proposals/campaigns", {
      params: { query: wordsOf(state) as QueryAt<"/api/proposals/campaigns"> },
    }),
  );
export type Campaign = Awaited<ReturnType<typeof readCampaigns>>["rows"][number];

export type NewCampaign = BodyAt<"/api/proposals/campaigns">;
export const useOpenCampaign = (onDone: Done) =>
  useCommand(
    (body: NewCampaign, headers) => answer(api.POST("/api/proposals/campaigns", { body, headers })),
    { refresh, onDone },
  );

export const useCloseCampaign = () =>
  useCommand(
    (id: string, headers) =>
      answer(
        api.POST("/api/proposals/campaigns/{id}/close", { params: { path: { id } }, headers }),
      ),
    { refresh },
  );

export const readSelections = (state: ListState) =>
  answer(
    api.GET("/api/proposals/selections", {
      params: { query: wordsOf(state) as QueryAt<"/api/proposals/selections"> },
    }),
  );
export type Selection = Awaited<ReturnType<typeof readSelections>>["rows"][number];

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
export type WholeSelection = Awaited<
  ReturnType<NonNullable<ReturnType<typeof selectionQuery>["queryFn"]>>
>;

export type NewSelection = BodyAt<"/api/proposals/selections">;
export const useOpenSelection = (onDone: (made: { readonly id: string }) => unknown) =>
  useCommand(
    (body: NewSelection, headers) =>
      answer(api.POST("/api/proposals/selections", { body, headers })),
    { refresh, onDone },
  );

export const readDisclosures = (state: ListState) =>
  answer(
    api.GET("/api/proposals/disclosures", {
      params: { query: wordsOf(state) as QueryAt<"/api/proposals/disclosures"> },
    }),
  );
export type Disclosure = Awaited<ReturnType<typeof readDisclosures>>["rows"][number];

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
  useCommand(
    (body: NewDisclosure, headers) =>
      answer(api.POST("/api/proposals/disclosures", { body, headers })),
    { refresh, onDone },
  );

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

export const readQuestions = (state: ListState) =>
  answer(
    api.GET("/api/proposals/questions", {
      params: { query: wordsOf(state) as QueryAt<"/api/proposals/questions"> },
    }),
  );
export type Question = Awaited<ReturnType<typeof readQuestions>>["rows"][number];
