// Head cell (表头): a column's title and, where a figure needs it, how it is made.
import MeasuringContext from "antd/es/table/TableMeasureRowContext";
import { type ReactNode, useContext } from "react";
import { HelpMark } from "../help-mark.tsx";
import type { PageColumn } from "./columns.ts";
import styles from "./page-table.module.css";

/*
 * Ant Design draws each head a second time, hidden, to measure it; nothing there may take the keyboard.
 */

export function HeadCell<Row>({ column }: { readonly column: PageColumn<Row> }) {
  const measuring = useContext(MeasuringContext);
  if (!column.help || measuring) return <>{column.title}</>;
  return (
    <span className={styles.headHelp}>
      {column.title}
      <HelpMark>{column.help}</HelpMark>
    </span>
  );
}

/** The box that chooses the whole page. */
export function HeadChoice({ children }: { readonly children: ReactNode }) {
  return useContext(MeasuringContext) ? null : children;
}
