// Cards (卡片列表): the same rows on a phone, one card each: title, status, a few lines.
import { Checkbox } from "antd";
import type { ReactNode } from "react";
import styles from "./cards.module.css";
import type { PageColumn } from "./columns.ts";
import table from "./page-table.module.css";

interface CardsProps<Row> {
  readonly columns: readonly PageColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly openKey?: string | undefined;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly chosen?: readonly string[] | undefined;
  readonly onChoose?: ((row: Row, chosen: boolean) => void) | undefined;
}

function place<Row>(columns: readonly PageColumn<Row>[], where: PageColumn<Row>["phone"]) {
  return columns.filter(
    (column, index) => (column.phone ?? (index === 0 ? "title" : "line")) === where,
  );
}

export function Cards<Row>(props: CardsProps<Row>) {
  return (
    <ul className={styles.cards}>
      {props.rows.map((row) => (
        <CardOfRow key={props.keyOf(row)} row={row} {...props} />
      ))}
    </ul>
  );
}

/** The cards' shapes while they are coming. */
export function ComingCards() {
  return (
    <ul className={styles.cards}>
      {[0, 1, 2, 3].map((card) => (
        <li key={card} className={styles.card}>
          <div className={styles.coming}>
            <span className={table.bone} style={{ width: "30%", height: 18 }} />
            <span className={table.bone} />
            <span className={table.bone} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function CardOfRow<Row>({ row, columns, ...props }: CardsProps<Row> & { readonly row: Row }) {
  const key = props.keyOf(row);
  const title = place(columns, "title").map((column) => <b key={column.key}>{column.cell(row)}</b>);
  return (
    <li className={styles.card} data-open={props.openKey === key || undefined}>
      <div className={styles.cardHead}>
        {props.onChoose ? (
          <Checkbox
            aria-label="选择这一条"
            checked={props.chosen?.includes(key) ?? false}
            onChange={(event) => props.onChoose?.(row, event.target.checked)}
          />
        ) : null}
        <div className={styles.cardWords}>
          <Opener onOpen={props.onOpen && (() => props.onOpen?.(row))}>{title}</Opener>
          <span className={styles.cardTags}>
            {place(columns, "tag").map((column) => (
              <span key={column.key}>{column.cell(row)}</span>
            ))}
          </span>
        </div>
      </div>
      <dl className={styles.cardLines}>
        {place(columns, "line").map((column) => (
          <div key={column.key}>
            <dt>{column.title}</dt>
            <dd>{column.cell(row)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

interface OpenerProps {
  readonly onOpen?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** The keyboard's way into a row: its title is a button. */
export function Opener({ onOpen, children }: OpenerProps) {
  if (!onOpen) return <span className={styles.opener}>{children}</span>;
  return (
    <button type="button" className={`nj-word ${styles.opener}`} onClick={onOpen}>
      {children}
    </button>
  );
}
