// Status (状态): a word, an icon and a colour together, because colour alone tells nothing to many readers.

import type { ReactNode } from "react";
import {
  CheckCircleFilled,
  ClockCircleFilled,
  ExclamationCircleFilled,
  MinusCircleFilled,
  SyncOutlined,
  WarningFilled,
} from "./icons.tsx";
import styles from "./status-tag.module.css";

/** doing: with someone now. wait: with nobody yet. off: ended without effect. */
export type Tone = "done" | "doing" | "wait" | "warn" | "late" | "off";

const icons: Record<Tone, ReactNode> = {
  done: <CheckCircleFilled />,
  doing: <SyncOutlined />,
  wait: <ClockCircleFilled />,
  warn: <ExclamationCircleFilled />,
  late: <WarningFilled />,
  off: <MinusCircleFilled />,
};

interface StatusTagProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Without its tinted ground, for dense tables. */
  readonly quiet?: boolean;
  readonly title?: string;
}

export function StatusTag({ tone, children, quiet, title }: StatusTagProps) {
  const look = quiet ? `${styles.tag} ${styles.quiet}` : styles.tag;
  return (
    <span className={look} data-tone={tone} title={title}>
      <span className={styles.icon} aria-hidden>
        {icons[tone]}
      </span>
      {children}
    </span>
  );
}

/** Several of one thing side by side; those that do not fit go to the next line. */
export function StatusTags({ children }: { readonly children: ReactNode }) {
  return <span className={styles.tags}>{children}</span>;
}
