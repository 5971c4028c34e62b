// Timeline (办事进度): who has it, since when, until when; what was done above, what comes below, arms inside their fork.

import type { ReactNode } from "react";
import { Moment } from "./day.tsx";
import { CheckOutlined, CloseOutlined, RollbackOutlined } from "./icons.tsx";
import styles from "./timeline.module.css";
import { dayWords } from "./words.ts";

/** `done now ahead skipped` come from the case engine; `back` and `no` are for a history of actions. */
export type StageState = "done" | "now" | "ahead" | "skipped" | "back" | "no";

/** Fits a stage of the case engine as it is. Instants are ISO text. */
export interface TimelineStage {
  readonly id: string;
  readonly state: StageState;
  /** `提交申请`, `街道工会审核`. */
  readonly title: string;
  /** Who did it or has it: `星沙街道总工会 · 李*华`. */
  readonly who?: ReactNode;
  readonly since?: string | Date | null;
  readonly until?: string | Date | null;
  /** The day it falls due. */
  readonly due?: string | null;
  /** What was said. */
  readonly note?: string | undefined;
  /** A `Clock`, for the stage that someone has now. */
  readonly clock?: ReactNode;
  /** The ways of a fork; of one that is not taken only its name is told. */
  readonly arms?: readonly TimelineArm[] | undefined;
}

interface TimelineArm {
  readonly title: string;
  readonly taken: boolean;
  readonly stages: readonly TimelineStage[];
}

const marks: Record<StageState, ReactNode> = {
  done: <CheckOutlined />,
  now: <span className={styles.dot} />,
  ahead: null,
  skipped: null,
  back: <RollbackOutlined />,
  no: <CloseOutlined />,
};

export const spokenStates: Record<StageState, string> = {
  done: "已完成",
  now: "正在办理",
  ahead: "尚未开始",
  skipped: "不再经过",
  back: "已退回",
  no: "未通过",
};

interface TimelineProps {
  readonly stages: readonly TimelineStage[];
  readonly title?: string;
}

export function Timeline({ stages, title = "办事进度" }: TimelineProps) {
  return (
    <ol className={styles.timeline} aria-label={title}>
      {stages.map((stage) => (
        <Stage key={stage.id} {...stage} />
      ))}
    </ol>
  );
}

function Stage({ state, title, who, note, clock, arms, ...times }: TimelineStage) {
  return (
    <li className={styles.stage} data-state={state}>
      <span className={styles.mark} aria-hidden>
        {marks[state]}
      </span>
      <div className={styles.body}>
        <p className={styles.line}>
          <b className={styles.title}>{title}</b>
          <span className="nj-listen">，{spokenStates[state]}</span>
          {state === "skipped" ? <span className={styles.at}>不再经过</span> : null}
          {clock}
          <When state={state} {...times} />
        </p>
        {who ? <p className={styles.who}>{who}</p> : null}
        {note ? <p className={styles.note}>{note}</p> : null}
        {arms ? <Arms arms={arms} /> : null}
      </div>
    </li>
  );
}

function Arms({ arms }: { readonly arms: readonly TimelineArm[] }) {
  return (
    <ul className={styles.arms}>
      {arms.map(({ title, taken, stages }) => (
        <li key={title} className={styles.arm} data-taken={taken}>
          <p className={styles.armTitle}>
            {title}
            {taken ? null : <span className={styles.at}>不经过</span>}
          </p>
          {taken && stages.length > 0 ? <Timeline stages={stages} title={title} /> : null}
        </li>
      ))}
    </ul>
  );
}

type WhenProps = Pick<TimelineStage, "state" | "since" | "until" | "due">;

/** A finished stage tells when it ended; the one in hand, since when and until when. */
function When({ state, since, until, due }: WhenProps) {
  const at = until ?? since;
  if (!at) return null;
  return (
    <span className={styles.at}>
      <Moment value={at} />
      {state === "now" ? " 起" : null}
      {state === "now" && due ? `，到 ${dayWords(due)}` : null}
    </span>
  );
}
