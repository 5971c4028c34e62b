// Stat (指标): a number someone answers for, its change, its trend, and the way down to its rows.

import type { ReactNode } from "react";
import { HelpMark } from "./help-mark.tsx";
import { ArrowDownOutlined, ArrowUpOutlined } from "./icons.tsx";
import { TextLink } from "./link.tsx";
import { Spark } from "./spark.tsx";
import styles from "./stat.module.css";
import { countWords } from "./words.ts";

export interface StatProps {
  readonly title: string;
  readonly value: number | string;
  readonly unit?: string;
  /** The list of the very rows behind the number. */
  readonly to?: string | undefined;
  /** How it is counted. */
  readonly help?: string;
  /** Change since, with the words of what it is compared with: `{ by: 312, than: "比上月" }`. */
  readonly change?:
    | { readonly by: number; readonly than: string; readonly unit?: string }
    | undefined;
  readonly trend?: readonly number[] | undefined;
  /** Overdue or under its limit: the number is shown as late, with its word. */
  readonly late?: string | undefined;
  readonly foot?: ReactNode;
}

export function Stat(props: StatProps) {
  const { title, value, unit, to, help, change, trend, late, foot } = props;
  const figure = (
    <>
      {typeof value === "number" ? countWords(value) : value}
      {unit ? <small className={styles.unit}>{unit}</small> : null}
    </>
  );
  return (
    <div className={styles.stat} data-late={late ? true : undefined}>
      <p className={styles.title}>
        {title}
        {help ? <HelpMark>{help}</HelpMark> : null}
      </p>
      <div className={styles.line}>
        <p className={styles.value}>
          {to ? (
            <TextLink to={to} className={styles.link}>
              <span className="nj-listen">{title}</span>
              {figure}
              <span className="nj-listen">，查看明细</span>
            </TextLink>
          ) : (
            figure
          )}
        </p>
        {trend ? (
          <span className={styles.spark}>
            <Spark values={trend} />
          </span>
        ) : null}
      </div>
      <p className={styles.foot}>
        {late ? <span className={styles.late}>{late}</span> : null}
        {change ? <Change {...change} /> : null}
        {foot}
      </p>
    </div>
  );
}

function Change({ by, than, unit = "" }: NonNullable<StatProps["change"]>) {
  if (by === 0) return <span>{than}持平</span>;
  return (
    <span>
      {than}{" "}
      {by > 0 ? <ArrowUpOutlined aria-label="增加" /> : <ArrowDownOutlined aria-label="减少" />}
      {countWords(Math.abs(by))}
      {unit}
    </span>
  );
}

/** Stats side by side, as many to a line as there is room for. */
export function Stats({ children }: { readonly children: ReactNode }) {
  return <div className={styles.stats}>{children}</div>;
}
