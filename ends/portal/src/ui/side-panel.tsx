// Side panel (侧边面板): one row in full, beside its list, with ways to the row before and after.

import { Button, Drawer, Tooltip } from "antd";
import { type ReactNode, useRef } from "react";
import { ErrorSentence } from "./error-sentence.tsx";
import { DownOutlined, UpOutlined } from "./icons.tsx";
import styles from "./side-panel.module.css";
import { LinesSkeleton } from "./skeletons.tsx";
import { useNarrow } from "./use-media.ts";

/** The ways from an open row. */
export interface PanelWays {
  readonly onClose: () => void;
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
}

export interface SidePanelProps extends PanelWays {
  readonly open: boolean;
  readonly title: ReactNode;
  /** A status or a short line under the title. */
  readonly subtitle?: ReactNode;
  /** Still coming: lines are drawn instead of the content. */
  readonly loading?: boolean;
  readonly problem?: unknown;
  readonly onRetry?: (() => unknown) | undefined;
  /** Buttons at the foot; at most one primary. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The list stays alive behind it: another row can be clicked without closing first. */
export function SidePanel(now: SidePanelProps) {
  const { open, onClose } = now;
  const props = useHeld(now, open);
  const { title, subtitle, actions } = props;
  const narrow = useNarrow();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      mask={false}
      destroyOnHidden
      size={narrow ? "100%" : props.wide ? 720 : 560}
      title={
        <div>
          <h2 className={styles.title}>{title}</h2>
          {subtitle ? <div className={styles.subtitle}>{subtitle}</div> : null}
        </div>
      }
      closable={{ placement: "end", "aria-label": "关闭面板" }}
      extra={<Neighbours {...props} />}
      classNames={{ wrapper: styles.panel ?? "" }}
      {...(actions ? { footer: <div className={styles.actions}>{actions}</div> } : {})}
    >
      <Body {...props} />
    </Drawer>
  );
}

/** While the panel slides away it keeps what it showed. */
function useHeld<Props>(now: Props, live: boolean): Props {
  const held = useRef(now);
  if (live) held.current = now;
  return held.current;
}

function Body({ problem, onRetry, loading, children }: SidePanelProps) {
  if (problem) return <ErrorSentence size="block" problem={problem} onRetry={onRetry} />;
  return loading ? <LinesSkeleton count={10} /> : children;
}

function Neighbours({ onPrevious, onNext }: SidePanelProps) {
  if (!onPrevious && !onNext) return null;
  return (
    <>
      <Tooltip title="上一条">
        <Button
          type="text"
          aria-label="上一条"
          icon={<UpOutlined />}
          disabled={!onPrevious}
          onClick={onPrevious}
        />
      </Tooltip>
      <Tooltip title="下一条">
        <Button
          type="text"
          aria-label="下一条"
          icon={<DownOutlined />}
          disabled={!onNext}
          onClick={onNext}
        />
      </Tooltip>
    </>
  );
}
