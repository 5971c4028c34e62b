// Phrases (常用意见): a few of the house and one's own; a press puts one into the box.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { answer, api } from "../../client.ts";
import { useCommand } from "../../session.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { CloseOutlined } from "../../ui/icons.tsx";
import styles from "./cases.module.css";
import type { CommandKind } from "./cases.ts";

const phrasesKey = ["cases", "phrases"];

const phrasesQuery = queryOptions({
  queryKey: phrasesKey,
  queryFn: async () => (await answer(api.GET("/api/cases/phrases"))).rows,
  staleTime: 300_000,
});

type Kind = "agree" | "return" | "reject";
const withPhrases: readonly string[] = ["agree", "return", "reject"] satisfies readonly Kind[];
const longest = 200;
const shortest = 2;

interface PhrasesProps {
  readonly kind: CommandKind;
  readonly value: string;
  readonly onPick: (words: string) => void;
}

export function Phrases({ kind, ...rest }: PhrasesProps) {
  return withPhrases.includes(kind) ? <PhrasesFor kind={kind as Kind} {...rest} /> : null;
}

function PhrasesFor({ kind, value, onPick }: PhrasesProps & { readonly kind: Kind }) {
  const { data = [] } = useQuery(phrasesQuery);
  const add = useCommand(
    (words: string, headers) =>
      answer(api.POST("/api/cases/phrases", { body: { kind, words }, headers })),
    { refresh: [phrasesKey] },
  );
  const remove = useCommand(
    (id: string, headers) =>
      answer(api.POST("/api/cases/phrases/{id}/remove", { params: { path: { id } }, headers })),
    { refresh: [phrasesKey] },
  );
  const phrases = data.filter((phrase) => phrase.kind === kind);
  const said = value.trim();
  const keeps = said.length >= shortest && said.length <= longest;
  const isNew = keeps && !phrases.some(({ words }) => words === said);
  return (
    <div>
      <ul className={styles.phrases} aria-label="常用语">
        {phrases.map(({ id, words }) => (
          <li key={id ?? words}>
            <button type="button" className={styles.phrase} onClick={() => onPick(words)}>
              {words}
            </button>
            {id ? (
              <Button
                type="text"
                size="small"
                aria-label={`删去“${words}”`}
                icon={<CloseOutlined />}
                onClick={() => remove.mutate(id)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {isNew ? (
        <button type="button" className="nj-word" onClick={() => add.mutate(said)}>
          存为常用意见
        </button>
      ) : null}
      {add.error || remove.error ? <ErrorSentence problem={add.error ?? remove.error} /> : null}
    </div>
  );
}
