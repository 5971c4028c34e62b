// Phrases (常用意见): a few of the house and one's own; a press puts one into the box.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { CloseOutlined } from "../../ui/icons.tsx";
import styles from "./cases.module.css";
import type { CommandKind } from "./cases.ts";
import { type PhraseKind, phraseLength, phrasesQuery, usePhraseBook } from "./phrase-book.ts";

const withPhrases: readonly string[] = [
  "agree",
  "return",
  "reject",
] satisfies readonly PhraseKind[];

interface PhrasesProps {
  readonly kind: CommandKind;
  readonly value: string;
  readonly onPick: (words: string) => void;
}

export function Phrases({ kind, ...rest }: PhrasesProps) {
  return withPhrases.includes(kind) ? <PhrasesFor kind={kind as PhraseKind} {...rest} /> : null;
}

function PhrasesFor({ kind, value, onPick }: PhrasesProps & { readonly kind: PhraseKind }) {
  const { data = [] } = useQuery(phrasesQuery);
  const { add, remove } = usePhraseBook();
  const phrases = data.filter((phrase) => phrase.kind === kind);
  const said = value.trim();
  const keeps = said.length >= phraseLength.least && said.length <= phraseLength.most;
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
        <button type="button" className="nj-word" onClick={() => add.mutate({ kind, words: said })}>
          存为常用意见
        </button>
      ) : null}
      {add.error || remove.error ? <ErrorSentence problem={add.error ?? remove.error} /> : null}
    </div>
  );
}
