// Toolbar (表格工具栏): how many there are, what can be done with those chosen, and how the table looks.

import { Button, Checkbox, Popover, Segmented, Tooltip } from "antd";
import type { ReactNode } from "react";
import { ReloadOutlined, SettingOutlined } from "../icons.tsx";
import { useNarrow } from "../use-media.ts";
import { countWords } from "../words.ts";
import { type Density, isFixed, type PageColumn, type TableChoice } from "./columns.ts";
import styles from "./page-table.module.css";

interface ToolbarProps<Row> {
  readonly all: readonly PageColumn<Row>[];
  readonly choice: TableChoice<Row>;
  readonly total: number | undefined;
  readonly capped: boolean;
  /** What one row is: `名会员`, `个工会`. */
  readonly unit: string;
  readonly busy: boolean;
  /** Nothing came; the table itself says why. */
  readonly failed: boolean;
  readonly onRefresh: () => unknown;
  readonly tools?: ReactNode;
}

export function Toolbar<Row>(props: ToolbarProps<Row>) {
  const { total, capped, unit, busy, failed, onRefresh, tools } = props;
  const narrow = useNarrow();
  return (
    <div className={styles.toolbar}>
      <p aria-live="polite" className={styles.total}>
        {total === undefined ? (
          failed && !busy ? (
            "没有取到数据"
          ) : (
            "正在加载"
          )
        ) : (
          <>
            {capped ? "超过" : "共"} <strong>{countWords(total)}</strong> {unit}
          </>
        )}
      </p>
      <div className={styles.tools}>
        {tools}
        <Tooltip title="刷新">
          <Button
            type="text"
            aria-label="刷新列表"
            icon={<ReloadOutlined spin={busy} />}
            onClick={() => onRefresh()}
          />
        </Tooltip>
        {narrow ? null : <Settings {...props} />}
      </div>
    </div>
  );
}

function Settings<Row>({ all, choice }: ToolbarProps<Row>) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={<SettingsBox all={all} choice={choice} />}
    >
      <Button type="text" aria-label="选择显示的列和行距" icon={<SettingOutlined />} />
    </Popover>
  );
}

function SettingsBox<Row>({ all, choice }: Pick<ToolbarProps<Row>, "all" | "choice">) {
  const options = all.map((column, index) => {
    const fixed = isFixed(column, index);
    return { label: column.title, value: column.key, disabled: fixed };
  });
  const fixedKeys = all.filter(isFixed).map((column) => column.key);
  return (
    <div className={styles.settings}>
      <p className={styles.settingsTitle}>行距</p>
      <Segmented<Density>
        block
        value={choice.density}
        onChange={choice.setDensity}
        options={[
          { label: "宽松", value: "roomy" },
          { label: "紧凑", value: "dense" },
        ]}
      />
      <p className={styles.settingsTitle}>
        显示的列
        <button type="button" className="nj-word" onClick={choice.reset}>
          恢复默认
        </button>
      </p>
      <Checkbox.Group
        className={styles.settingsList}
        options={options}
        value={[...new Set([...fixedKeys, ...choice.shown])]}
        onChange={(keys) => choice.choose(keys)}
      />
    </div>
  );
}

interface BatchBarProps {
  readonly count: number;
  readonly unit: string;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

export function BatchBar({ count, unit, onClear, children }: BatchBarProps) {
  return (
    <div className={`${styles.toolbar} ${styles.batch}`}>
      <p aria-live="polite">
        已选 <strong>{countWords(count)}</strong> {unit}
        <button type="button" className={`nj-word ${styles.clear}`} onClick={onClear}>
          取消选择
        </button>
      </p>
      <div className={styles.tools}>{children}</div>
    </div>
  );
}
