// History of a local flow (改动记录): who proposed what from which day, who agreed; and the other pair of eyes.
import { Button } from "antd";
import { useConfirm } from "../../ui/confirm.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import { Section } from "../../ui/section.tsx";
import { StatusTag, type Tone } from "../../ui/status-tag.tsx";
import { dayWords, momentWords } from "../../ui/words.ts";
import styles from "./flows.module.css";
import { useDecide, type Variant } from "./flows.ts";

const tones: Record<Variant["state"], Tone> = { proposed: "wait", agreed: "done", refused: "off" };

export function Variants({ variants }: { readonly variants: readonly Variant[] }) {
  return (
    <Section title="改动记录">
      {variants.length === 0 ? (
        <Empty sentence="还没有改动，现在按统一流程办理。" />
      ) : (
        <ul className={styles.history}>
          {variants.map((variant) => (
            <Line key={variant.number} variant={variant} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Line({ variant }: { readonly variant: Variant }) {
  const { number, state, stateTitle, fromDay, changes, proposed, decided } = variant;
  const decide = useDecide(number);
  const confirm = useConfirm();
  const agree = () =>
    confirm({
      title: `核准第 ${number} 号改动？`,
      effects: [...changes, `${dayWords(fromDay)}起新提交的办件这样办，在办的不变。`],
      verb: "核准",
      run: () => decide.mutateAsync(true),
    });
  return (
    <li>
      <p>
        <b>{changes.join("；")}</b>{" "}
        <StatusTag tone={tones[state]} quiet>
          {variant.current ? "正在使用" : stateTitle}
        </StatusTag>
        {variant.past ? <StatusTag tone="off">统一流程已更新，不再适用</StatusTag> : null}
      </p>
      <p className={styles.when}>
        {dayWords(fromDay)} 起。{proposed.who} 于 {momentWords(proposed.at)} 提出
        {decided ? `；${decided.who} 于 ${momentWords(decided.at)} ${stateTitle}` : ""}。
      </p>
      {variant.mayDecide ? (
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
