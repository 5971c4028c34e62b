// First rows (预览): people as they would be entered, what is wrong said under each, and what was put into standard words.
import { Fragment } from "react";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Preview } from "./imports.ts";
import styles from "./roster.module.css";

type Row = Preview["rows"][number];

export function PreviewRows({ preview }: { readonly preview: Preview }) {
  const { rows } = preview;
  const fields = preview.fields.filter(({ field }) =>
    rows.some(({ values }) => values[field] !== undefined),
  );
  if (rows.length === 0) {
    return <p className={styles.help}>表头下面没有读到人。请核对工作表和表头的行号。</p>;
  }
  return (
    <>
      <Notes rows={rows} />
      <div className={styles.scroll}>
        <table className={styles.grid} data-dense>
          <thead>
            <tr>
              <th scope="col" className={styles.letter}>
                行
              </th>
              {fields.map(({ field, title }) => (
                <th key={field} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Fragment key={row.row}>
                <tr data-faulty={row.faults.length > 0 || undefined}>
                  <td className={styles.letter}>{row.row}</td>
                  {fields.map(({ field }) => (
                    <td key={field} data-wrong={isWrong(row, field) || undefined}>
                      {row.values[field] ?? ""}
                    </td>
                  ))}
                </tr>
                <Remarks row={row} width={fields.length} />
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The same rewording comes in row after row: it is said once. */
function Notes({ rows }: { readonly rows: readonly Row[] }) {
  const notes = [...new Set(rows.flatMap((row) => row.notes))];
  if (notes.length === 0) return null;
  return (
    <details className={styles.notes}>
      <summary>{notes.length} 种写法会换成标准说法，点开看</summary>
      <p>{notes.join("；")}。</p>
    </details>
  );
}

const isWrong = ({ faults }: Row, field: string): boolean =>
  faults.some((fault) => fault.field === field);

function Remarks({ row, width }: { readonly row: Row; readonly width: number }) {
  const { faults } = row;
  if (faults.length === 0) return null;
  return (
    <tr>
      <td />
      <td colSpan={width}>
        <div className={styles.remarkLines}>
          {faults.map(({ title, say }) => (
            <span key={title + say}>
              <StatusTag tone="late" quiet>
                {title}
              </StatusTag>{" "}
              {say}
            </span>
          ))}
        </div>
      </td>
    </tr>
  );
}
