// Head cell (表头): a column's title and, where a figure needs it, how it is made.
import { QuestionCircleOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import type { PageColumn } from "./columns.ts";
import styles from "./page-table.module.css";

export function HeadCell<Row>({ column }: { readonly column: PageColumn<Row> }) {
  if (!column.help) return <>{column.title}</>;
  return (
    <span className={styles.headHelp}>
      {column.title}
      <Tooltip title={column.help}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the tooltip opens on focus, for those without a mouse */}
        <span tabIndex={0} role="note" aria-label={column.help} className={styles.help}>
          <QuestionCircleOutlined aria-hidden />
        </span>
      </Tooltip>
    </span>
  );
}
