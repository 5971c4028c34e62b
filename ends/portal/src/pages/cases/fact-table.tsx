// A table among the facts (名单): its rows in words; a masked cell opens with a purpose, one by one.
import { Masked } from "../../ui/masked.tsx";
import styles from "./cases.module.css";
import type { Case } from "./cases.ts";

type Table = NonNullable<Case["facts"][number]["lines"][number]["table"]>;

interface FactTableProps {
  readonly name: string;
  readonly table: Table;
  /** Opens a cell by its path, `committee.0.phone`; absent for those who may not look. */
  readonly onReveal: ((path: string, purpose: string) => Promise<string>) | undefined;
}

export function FactTable({ name, table: { columns, rows }, onReveal }: FactTableProps) {
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">序号</th>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of what was filed do not change
            <tr key={row}>
              <td>{row + 1}</td>
              {columns.map((column, index) => {
                const text = cells[index] ?? "";
                const hidden = column.masked && text !== "" && onReveal;
                return (
                  <td key={column.name}>
                    {hidden ? (
                      <Masked
                        masked={text}
                        title={`第 ${row + 1} 行${column.title}`}
                        onReveal={(purpose) => onReveal(`${name}.${row}.${column.name}`, purpose)}
                      />
                    ) : (
                      text || "—"
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
