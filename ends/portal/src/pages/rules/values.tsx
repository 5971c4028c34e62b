// What a federation set (设定记录): each value with its paper, who proposed it, who agreed; and the other pair of eyes.
import { Button } from "antd";
import { useConfirm } from "../../ui/confirm.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { StatusTag, type Tone } from "../../ui/status-tag.tsx";
import { dayWords, momentWords } from "../../ui/words.ts";
import styles from "./rules.module.css";
import { type Rule, type SetValue, useDecide } from "./rules.ts";

const tones: Record<SetValue["state"], Tone> = { proposed: "wait", agreed: "done", refused: "off" };

export function Values({ rule: { title, values } }: { readonly rule: Rule }) {
  if (values.length === 0) return null;
  return (
    <ul className={styles.values} aria-label={`${title}的设定记录`}>
      {values.map((value) => (
        <Line key={value.number} title={title} value={value} />
      ))}
    </ul>
  );
}

function Line({ title, value }: { readonly title: string; readonly value: SetValue }) {
  const { number, words, fromDay, source, state, stateTitle, current, proposed, decided } = value;
  const decide = useDecide(number);
  const confirm = useConfirm();
  const agree = () =>
    confirm({
      title: `核准 ${words}？`,
      effects: [
        `${title}，${dayWords(fromDay)}起按 ${words}。`,
        `依据${source}，请先对照文件核实。`,
        "生效以后不能改，只能再设新的。",
      ],
      verb: "核准",
      run: () => decide.mutateAsync(true),
    });
  return (
    <li>
      <p>
        <b>{words}</b>{" "}
        <StatusTag tone={tones[state]} quiet>
          {current ? "正在使用" : stateTitle}
        </StatusTag>
      </p>
      <p className={styles.when}>
        {dayWords(fromDay)} 起，依据{source}。{proposed.who} 于 {momentWords(proposed.at)} 提出
        {decided ? `；${decided.who} 于 ${momentWords(decided.at)} ${stateTitle}` : ""}。
      </p>
      {value.mayDecide ? (
        <p className={styles.decide}>
          <Button type="primary" size="small" onClick={agree}>
            核准
          </Button>
          <Button size="small" loading={decide.isPending} onClick={() => decide.mutate(false)}>
            不同意
          </Button>
        </p>
      ) : null}
      {decide.error ? <ErrorSentence problem={decide.error} /> : null}
    </li>
  );
}
