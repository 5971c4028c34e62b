// Step shell (分步办理): where one is in a long form or wizard, with what is done and what comes.
import { Steps } from "antd";
import type { ReactNode } from "react";
import { useNarrow } from "../use-media.ts";
import styles from "./form.module.css";
import { type Saved, SavedState } from "./saved-state.tsx";

interface Step {
  readonly title: string;
  /** What came of it, once done: `1,986 行可导入`. */
  readonly result?: string | undefined;
}

interface StepShellProps {
  readonly steps: readonly Step[];
  readonly current: number;
  /** Going back to a step already done; without it steps are only shown. */
  readonly onGo?: ((step: number) => void) | undefined;
  readonly saved?: Saved | undefined;
  readonly children: ReactNode;
}

export function StepShell({ steps, current, onGo, saved, children }: StepShellProps) {
  const narrow = useNarrow();
  const items = steps.map((step, index) => ({
    title: step.title,
    content: step.result,
    disabled: index > current,
  }));
  return (
    <div>
      <div className={styles.stepsHead}>
        {narrow ? (
          <p>
            第 {current + 1} 步，共 {steps.length} 步：<b>{steps[current]?.title}</b>
          </p>
        ) : (
          <Steps
            size="small"
            current={current}
            items={items}
            {...(onGo ? { onChange: (step: number) => step < current && onGo(step) } : {})}
          />
        )}
        {saved ? <SavedState saved={saved} /> : null}
      </div>
      <div>{children}</div>
    </div>
  );
}
