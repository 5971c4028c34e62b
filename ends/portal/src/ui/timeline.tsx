// Timeline (办事进度): who has it, since when, until when; what was done above, what comes below, arms inside their fork.

import type { ReactNode } from "react";
import { Moment } from "./day.tsx";
import {
  CheckOutlined,
  CloseOutlined,
  HourglassOutlined,
  NotificationOutlined,
  RollbackOutlined,
} from "./icons.tsx";
import { type StageKind, type StageState, stateWords, whoWords } from "./stage-words.ts";
import styles from "./timeline.module.css";
import { dayWords } from "./words.ts";

/** Fits a stage of the case engine as it is. Instants are ISO text. */
export interface TimelineStage {
  readonly id: string;
  readonly kind?: StageKind;
  readonly state: StageState;
  /** `提交申请`, `街道工会审核`. */
  readonly title: string;
  /** Who did it or has it: `星沙街道总工会 · 李*华`. */
  readonly who?: ReactNode;
  readonly since?: string | Date | null;
  readonly until?: string | Date | null;
  /** The day it falls due. */
  readonly due?: string | null;
  /** How long it may take once it is reached, and the document that says so. */
  readonly term?: { readonly words: string; readonly basis: string } | undefined;
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
  /** Nobody can say yet: it depends on what is still to be filled in. */
  readonly open?: boolean | undefined;
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

/** A step that nobody works on bears its own mark until it is over. */
const kindMarks: Partial<Record<StageKind, ReactNode>> = {
  wait: <HourglassOutlined />,
  notice: <NotificationOutlined />,
};

const markOf = (state: StageState, kind: StageKind | undefined): ReactNode =>
  ((state === "now" || state === "ahead") && kind && kindMarks[kind]) || marks[state];

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

function Stage({ state, kind, title, who, term, note, clock, arms, ...times }: TimelineStage) {
  return (
    <li className={styles.stage} data-state={state}>
      <span className={styles.mark} aria-hidden>
        {markOf(state, kind)}
      </span>
      <div className={styles.body}>
        <p className={styles.line}>
          <b className={styles.title}>{title}</b>
          <span className="nj-listen">，{stateWords(state, kind)}</span>
          {state === "skipped" ? <span className={styles.at}>不再经过</span> : null}
          {clock}
          <When state={state} {...times} />
        </p>
        {who ? (
          <p className={styles.who}>{typeof who === "string" ? whoWords(who, kind) : who}</p>
        ) : null}
        {term ? (
          <p className={styles.term}>
            {kind === "end" ? "全程" : "期限"} {term.words}
            {term.basis ? `，${term.basis}` : null}
          </p>
        ) : null}
        {note ? <p className={styles.note}>{note}</p> : null}
        {arms ? <Arms arms={arms} /> : null}
      </div>
    </li>
  );
}

function Arms({ arms }: { readonly arms: readonly TimelineArm[] }) {
  return (
    <ul className={styles.arms}>
      {arms.map(({ title, taken, open = false, stages }) => (
        <li key={title} className={styles.arm} data-taken={taken}>
          <p className={styles.armTitle}>
            {title}
            {taken ? null : (
              <span className={styles.at}>{open ? "待定，看办理时填写的内容" : "不经过"}</span>
            )}
          </p>
          {(taken || open) && stages.length > 0 ? <Timeline stages={stages} title={title} /> : null}
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
