// Four eyes (双人核准): a change in a list of changes: what, in which state, from when, who proposed and who decided; and
// the buttons of whoever may decide.
import { Button } from "antd";
import type { ReactNode } from "react";
import { useConfirm } from "./confirm.tsx";
import { ErrorSentence } from "./error-sentence.tsx";
import styles from "./four-eyes.module.css";
import { StatusTag, type Tone } from "./status-tag.tsx";
import { momentWords } from "./words.ts";

interface Deed {
  readonly who: string;
  readonly at: string;
}

interface Change {
  readonly state: "proposed" | "agreed" | "refused";
  readonly stateTitle: string;
  readonly current: boolean;
  readonly proposed: Deed;
  readonly decided: Deed | null;
  readonly mayDecide: boolean;
}

const tones: Record<Change["state"], Tone> = { proposed: "wait", agreed: "done", refused: "off" };

interface FourEyesProps {
  readonly change: Change;
  /** In words, such as `3 个工作日`. */
  readonly what: string;
  /** Beside its state. */
  readonly aside?: ReactNode;
  /** From when it holds, and by what. */
  readonly from: string;
  /** What agreeing brings about, asked before it does. */
  readonly asks: { readonly title: string; readonly effects: readonly string[] };
  readonly decide: {
    readonly isPending: boolean;
    readonly error: unknown;
    readonly mutate: (agrees: boolean) => void;
    readonly mutateAsync: (agrees: boolean) => Promise<unknown>;
  };
}

export function FourEyes({ change, what, aside, from, asks, decide }: FourEyesProps) {
  const { state, stateTitle, current, proposed, decided, mayDecide } = change;
  const confirm = useConfirm();
  const agree = () => confirm({ ...asks, verb: "核准", run: () => decide.mutateAsync(true) });
  return (
    <li>
      <p className={styles.what}>
        <b>{what}</b>
        <StatusTag tone={tones[state]} quiet>
          {current ? "正在使用" : stateTitle}
        </StatusTag>
        {aside}
      </p>
      <p className={styles.when}>
        {from}。{proposed.who}于 {momentWords(proposed.at)} 提出
        {decided ? `；${decided.who}于 ${momentWords(decided.at)} ${stateTitle}` : ""}。
      </p>
      {mayDecide ? (
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
