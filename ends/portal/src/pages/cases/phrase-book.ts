// The phrase book (常用意见): a few phrases of the house and one's own, and how they are kept.
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../client.ts";
import { useCommand, usePost } from "../../session.ts";

const phrasesKey = ["cases", "phrases"];

const readPhrases = async () => (await answer(api.GET("/api/cases/phrases"))).rows;

export type Phrase = Awaited<ReturnType<typeof readPhrases>>[number];
export type PhraseKind = Phrase["kind"];
export type NewPhrase = Omit<Phrase, "id">;

export const phrasesQuery = queryOptions({
  queryKey: phrasesKey,
  queryFn: readPhrases,
  staleTime: 300_000,
});

/** What may be kept, in characters. */
export const phraseLength = { least: 2, most: 200 } as const;

export function usePhraseBook(onKept?: () => void) {
  const add = usePost("/api/cases/phrases", { refresh: [phrasesKey], onDone: () => onKept?.() });
  const remove = useCommand(
    (id: string, headers) =>
      answer(api.POST("/api/cases/phrases/{id}/remove", { params: { path: { id } }, headers })),
    { refresh: [phrasesKey] },
  );
  return { add, remove };
}
