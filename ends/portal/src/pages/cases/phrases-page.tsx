// Phrases one uses (常用意见): one's own by what they are for, added and taken away, beside those of the house.
import { useQuery } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { sentenceOf } from "../../ui/problem.ts";
import { Section } from "../../ui/section.tsx";
import { LinesSkeleton } from "../../ui/skeletons.tsx";
import {
  type NewPhrase,
  type Phrase,
  type PhraseKind,
  phraseLength,
  phrasesQuery,
  usePhraseBook,
} from "./phrase-book.ts";
import styles from "./sharing.module.css";

const kinds: readonly {
  readonly kind: PhraseKind;
  readonly title: string;
  readonly says: string;
}[] = [
  { kind: "agree", title: "同意时用", says: "办理时点一下就填进意见里。" },
  { kind: "return", title: "退回时用", says: "请写清要改什么，对方照着改。" },
  { kind: "reject", title: "不予通过时用", says: "请写清依据和理由，申请人会看到。" },
];

export function Page() {
  const { data, error, refetch } = useQuery(phrasesQuery);
  return (
    <>
      <PageHead
        title="常用意见"
        sentence="办理时常写的话，存在这里就不用每次再打。只有您自己看得到。"
      />
      {error ? <ErrorSentence size="block" problem={error} onRetry={refetch} /> : null}
      {data || error ? null : <LinesSkeleton count={8} />}
      {data
        ? kinds.map(({ kind, title, says }) => (
            <Section key={kind} title={title} sentence={says}>
              <Book kind={kind} phrases={data.filter((phrase) => phrase.kind === kind)} />
            </Section>
          ))
        : null}
    </>
  );
}

interface BookProps {
  readonly kind: PhraseKind;
  readonly phrases: readonly Phrase[];
}

function Book({ kind, phrases }: BookProps) {
  const [typed, setTyped] = useState("");
  const { add, remove } = usePhraseBook(() => setTyped(""));
  const { message } = App.useApp();
  const words = typed.trim();
  const known = phrases.some((phrase) => phrase.words === words);
  const keep = () => words.length >= phraseLength.least && !known && add.mutate({ kind, words });
  const offerUndo = (phrase: NewPhrase) => {
    const key = `removed ${phrase.words}`;
    const bringBack = () => {
      add.mutate(phrase);
      message.destroy(key);
    };
    message.open({
      key,
      type: "success",
      duration: 8,
      content: (
        <>
          已删去
          <Button type="link" size="small" onClick={bringBack}>
            撤销
          </Button>
        </>
      ),
    });
  };
  const takeAway = (phrase: Phrase) => {
    if (phrase.id === null) return;
    remove.mutate(phrase.id, {
      onSuccess: () => offerUndo({ kind: phrase.kind, words: phrase.words }),
      onError: (failure) => message.error(sentenceOf(failure).title),
    });
  };
  return (
    <>
      <ul className={styles.lines}>
        {phrases.map((phrase) => (
          <li key={phrase.id ?? phrase.words}>
            <span>{phrase.words}</span>
            {phrase.id === null ? (
              <small>系统自带</small>
            ) : (
              <Button type="link" size="small" danger onClick={() => takeAway(phrase)}>
                删去
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <Input
          aria-label="新的常用意见"
          placeholder="写一条自己的"
          maxLength={phraseLength.most}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={keep}
        />
        <Button
          loading={add.isPending}
          disabled={words.length < phraseLength.least || known}
          title={known ? "已经有这一条了" : ""}
          onClick={keep}
        >
          添加
        </Button>
      </div>
      {add.error ? <ErrorSentence problem={add.error} /> : null}
    </>
  );
}
