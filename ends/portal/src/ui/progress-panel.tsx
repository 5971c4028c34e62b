// Progress panel (进度): long work with its rate and time left, which can be stopped and tells what came of it.
import { Button, Progress } from "antd";
import type { ReactNode } from "react";
import { TextLink } from "./link.tsx";
import styles from "./progress-panel.module.css";
import { StatusTag, type Tone } from "./status-tag.tsx";
import { countWords, remainingWords } from "./words.ts";

export type WorkState = "waiting" | "running" | "stopping" | "done" | "stopped" | "failed";

interface Count {
  readonly title: string;
  readonly value: number;
  readonly tone?: Tone;
  /** Where the rows behind the number are. */
  readonly to?: string;
}

export interface ProgressPanelProps {
  /** `正在导入 长沙县星沙街道职工名册.xlsx`. */
  readonly title: string;
  readonly state: WorkState;
  readonly done: number;
  /** Missing while it is not known. */
  readonly total?: number | undefined;
  /** What is counted: `行`. */
  readonly unit: string;
  readonly perSecond?: number | undefined;
  readonly secondsLeft?: number | undefined;
  /** What came of it so far: `新增 1,204`, `有误 14`. */
  readonly counts?: readonly Count[];
  readonly onCancel?: (() => void) | undefined;
  /** What is true while it runs: may one leave the page? */
  readonly note?: ReactNode;
  /** Ways on when it has ended. */
  readonly actions?: ReactNode;
}

const words: Record<WorkState, { tone: Tone; title: string }> = {
  waiting: { tone: "wait", title: "排队中" },
  running: { tone: "doing", title: "进行中" },
  stopping: { tone: "doing", title: "正在停止" },
  done: { tone: "done", title: "已完成" },
  stopped: { tone: "off", title: "已停止" },
  failed: { tone: "late", title: "没有完成" },
};

const bar = { done: "success", failed: "exception" } as Record<WorkState, "success" | "exception">;

export function ProgressPanel(props: ProgressPanelProps) {
  const { state, done, total, unit } = props;
  const percent = total ? Math.floor((done / total) * 100) : 0;
  const { tone, title } = words[state];
  return (
    <section className={styles.panel} aria-label={props.title}>
      <header className={styles.head}>
        <h3 className={styles.title}>{props.title}</h3>
        <StatusTag tone={tone}>{title}</StatusTag>
      </header>
      <Progress
        percent={state === "done" ? 100 : percent}
        status={bar[state] ?? "normal"}
        showInfo={false}
        aria-label={props.title}
      />
      <p className={styles.line} aria-live="polite">
        <span>
          {countWords(done)}
          {total === undefined ? null : ` / ${countWords(total)}`} {unit}
          {total ? `，${percent}%` : null}
        </span>
        {state === "running" ? <Pace {...props} /> : null}
      </p>
      {props.counts ? <Counts counts={props.counts} /> : null}
      {props.note ? <p className={styles.note}>{props.note}</p> : null}
      {props.onCancel || props.actions ? (
        <div className={styles.actions}>
          {props.actions}
          {props.onCancel && (state === "running" || state === "waiting") ? (
            <Button onClick={props.onCancel}>停止</Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function Pace({ perSecond, secondsLeft, unit }: ProgressPanelProps) {
  return (
    <span className={styles.pace}>
      {perSecond ? (
        <span>
          每秒 {countWords(Math.round(perSecond))} {unit}
        </span>
      ) : null}
      {secondsLeft === undefined ? null : <span>还需{remainingWords(secondsLeft)}</span>}
    </span>
  );
}

function Counts({ counts }: Required<Pick<ProgressPanelProps, "counts">>) {
  return (
    <dl className={styles.counts}>
      {counts.map(({ title, value, tone, to }) => (
        <div key={title} data-tone={value > 0 ? tone : undefined}>
          <dt>{title}</dt>
          <dd>
            {to ? (
              <TextLink to={to} aria-label={`${title} ${countWords(value)}，打开看`}>
                {countWords(value)}
              </TextLink>
            ) : (
              countWords(value)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
