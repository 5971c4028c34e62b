// Empty (空白页): a sentence that says why nothing is here, and a way on.
import type { ReactNode } from "react";
import styles from "./empty.module.css";

interface EmptyProps {
  readonly sentence: ReactNode;
  /** What the reader may do or know about it. */
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
}

export function Empty({ sentence, hint, action }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 96 64" width="96" height="64" aria-hidden focusable="false">
        <path d="M8 60h80" className={styles.ground} />
        <path d="M24 60V32L48 12l24 20v28" className={styles.house} />
        <path d="M41 60V46a7 7 0 0 1 14 0v14" className={styles.house} />
        <path d="M78 60V48m-4-2a4 6 0 1 1 8 0 4 6 0 0 1-8 0Z" className={styles.ground} />
      </svg>
      <p className={styles.sentence}>{sentence}</p>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
