// Error sentence (出错提示): what happened, why, what to do next and the number to quote, in three sizes.

import { Button } from "antd";
import type { ReactNode } from "react";
import styles from "./error-sentence.module.css";
import { CloseCircleFilled } from "./icons.tsx";
import { TextLink } from "./link.tsx";
import { astray, isAstray, isGone, isShut, sentenceOf } from "./problem.ts";

interface ErrorSentenceProps {
  readonly problem: unknown;
  /** page: in place of a whole page. block: in place of a table or card. line: above a form or beside a button. */
  readonly size?: "page" | "block" | "line";
  readonly onRetry?: (() => unknown) | undefined;
  /** Another way on, for instance back to the list; without it, what is shut or gone leads back to the desk. */
  readonly action?: ReactNode;
}

export function ErrorSentence({ problem, size = "line", onRetry, action }: ErrorSentenceProps) {
  const lost = size === "page" && isAstray(problem);
  const { title, detail, next, requestId } = lost ? astray : sentenceOf(problem);
  const shut = lost || isShut(problem) || isGone(problem);
  const retry = shut ? undefined : onRetry;
  const way = action ?? (shut && size !== "line" ? <TextLink to="/">回到工作台</TextLink> : null);
  return (
    <div className={styles.error} data-size={size} role="alert">
      <CloseCircleFilled className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {detail ? <p>{detail}</p> : null}
        <p className={styles.next}>{next}</p>
        {retry || way ? (
          <div className={styles.ways}>
            {retry ? <Button onClick={() => retry()}>再试一次</Button> : null}
            {way}
          </div>
        ) : null}
        {requestId ? <p className={styles.number}>编号 {requestId}</p> : null}
      </div>
    </div>
  );
}
