// What was given (调整结果): how many went to whom, why some did not, and the way to take it back.
import { App, Button } from "antd";
import { useCommand } from "../../session.ts";
import { sentenceOf } from "../../ui/problem.ts";
import { StatusTag } from "../../ui/status-tag.tsx";
import { countWords } from "../../ui/words.ts";
import styles from "./sharing.module.css";
import { giveBack, givenIn, refusedIn, type Verdicts } from "./sharing.ts";

export interface Given {
  readonly verdicts: Verdicts;
  /** Titles of the cases, by id. */
  readonly titles: ReadonlyMap<string, string>;
  /** Name and post. */
  readonly to: string;
}

interface GivenNoteProps {
  readonly given: Given;
  readonly onDone: () => void;
}

export function GivenNote({ given: { verdicts, titles, to }, onDone }: GivenNoteProps) {
  const { message, modal } = App.useApp();
  const items = givenIn(verdicts);
  const refused = refusedIn(verdicts);
  const back = useCommand(giveBack, {
    refresh: [["cases"], ["desk"]],
    onDone: ({ given, rows }) => {
      const left = refusedIn(rows);
      onDone();
      if (left.length === 0) message.success(`已撤回 ${countWords(given)} 件`);
      else {
        modal.warning({
          title: `撤回了 ${countWords(given)} 件，${countWords(left.length)} 件没有撤回`,
          content: <Refused refused={left} titles={titles} />,
          okText: "知道了",
        });
      }
    },
  });
  const takeBack = () =>
    back.mutate(items, { onError: (failure) => message.error(sentenceOf(failure).title) });
  return (
    <section className={styles.done} role="status">
      <header>
        {items.length > 0 ? (
          <StatusTag tone="done">
            已把 {countWords(items.length)} 件交给 {to}
          </StatusTag>
        ) : (
          <StatusTag tone="late">没有交出去</StatusTag>
        )}
        <span>
          {items.length > 0 ? (
            <Button loading={back.isPending} onClick={takeBack}>
              撤回这 {countWords(items.length)} 件
            </Button>
          ) : null}
          <Button type="link" onClick={onDone}>
            知道了
          </Button>
        </span>
      </header>
      <Refused refused={refused} titles={titles} />
    </section>
  );
}

interface RefusedProps {
  readonly refused: ReturnType<typeof refusedIn>;
  readonly titles: Given["titles"];
}

function Refused({ refused, titles }: RefusedProps) {
  if (refused.length === 0) return null;
  return (
    <ul>
      {refused.map(({ id, say, next }) => (
        <li key={id}>
          {titles.get(id)}：{say}
          {next}
        </li>
      ))}
    </ul>
  );
}
