// A table in a form (名单): rows added, taken away or pasted out of Excel; each row a card where it is narrow.
import { Button, Form, type FormListFieldData } from "antd";
import type { ClipboardEvent, CSSProperties } from "react";
import { CloseOutlined, PlusOutlined } from "../icons.tsx";
import { controls } from "./controls.tsx";
import type { FieldDescription, KnownKind } from "./description.ts";
import { isTable, type Row, rowsFrom } from "./pasted.ts";
import styles from "./rows-field.module.css";
import { rulesOf } from "./rules.ts";

interface RowsFieldProps {
  readonly field: FieldDescription;
}

export function RowsField({ field }: RowsFieldProps) {
  const form = Form.useFormInstance();
  const { columns = [], name, title, minCount = 0, maxCount = 50, required } = field;
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData("text/plain");
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-column]");
    if (!cell || !isTable(text)) return;
    event.preventDefault();
    const from = Number(cell.dataset.column);
    const at = Number(cell.dataset.row);
    const pasted = rowsFrom(text, columns, from);
    const rows: Row[] = [...((form.getFieldValue(name) as Row[] | undefined) ?? [])];
    for (const [index, row] of pasted.entries()) rows[at + index] = { ...rows[at + index], ...row };
    form.setFieldValue(name, rows.slice(0, maxCount));
  };
  return (
    <Form.List name={name} rules={[bounds(field)]}>
      {(rows, { add, remove }, { errors }) => (
        <section className={styles.field} aria-label={title} onPaste={paste}>
          <p className={styles.title} data-table={name}>
            {title}
            {required ? null : <em className={styles.optional}>（选填）</em>}
            <span className={styles.count}>
              {rows.length} 行{minCount > 1 ? `，至少 ${minCount} 行` : ""}
            </span>
          </p>
          {rows.length > 0 ? (
            <div className={styles.rows} style={{ "--tracks": tracksOf(columns) } as CSSProperties}>
              <div className={styles.head} aria-hidden>
                {columns.map((column) => (
                  <span key={column.name}>
                    {column.title}
                    {column.required ? null : <em>（选填）</em>}
                  </span>
                ))}
                <span />
              </div>
              {rows.map((row) => (
                <TableRow key={row.key} row={row} columns={columns} onRemove={remove} />
              ))}
            </div>
          ) : null}
          <div className={styles.foot}>
            <Button
              icon={<PlusOutlined />}
              disabled={rows.length >= maxCount}
              onClick={() => add({})}
            >
              添加一行
            </Button>
            <span className={styles.help}>
              {field.help ?? "可以从 Excel 里复制几行，点住第一格粘贴。"}
            </span>
          </div>
          <Form.ErrorList errors={errors} />
        </section>
      )}
    </Form.List>
  );
}

/** Choices and figures need less room than words. */
const tracksOf = (columns: readonly FieldDescription[]): string =>
  `${columns.map(({ kind }) => `minmax(${kind === "long-text" ? 180 : 112}px, 1fr)`).join(" ")} 32px`;

interface TableRowProps {
  readonly row: FormListFieldData;
  readonly columns: readonly FieldDescription[];
  readonly onRemove: (index: number) => void;
}

function TableRow({ row, columns, onRemove }: TableRowProps) {
  const place = row.name + 1;
  return (
    <div className={styles.row}>
      <p className={styles.place}>第 {place} 行</p>
      {columns.map((column, index) => (
        <div key={column.name} className={styles.cell} data-row={row.name} data-column={index}>
          <Cell row={row} column={column} />
        </div>
      ))}
      <Button
        type="text"
        className={styles.remove ?? ""}
        aria-label={`去掉第 ${place} 行`}
        icon={<CloseOutlined />}
        onClick={() => onRemove(row.name)}
      />
    </div>
  );
}

function Cell({
  row,
  column,
}: {
  readonly row: FormListFieldData;
  readonly column: FieldDescription;
}) {
  const Draw = controls[column.kind as KnownKind];
  return (
    <Form.Item
      name={[row.name, column.name]}
      label={`第 ${row.name + 1} 行${column.title}`}
      required={column.required ?? false}
      rules={rulesOf(column)}
      validateFirst
    >
      <Draw field={{ ...column, folded: true }} />
    </Form.Item>
  );
}

function bounds({ title, required, minCount = 0, maxCount }: FieldDescription) {
  return {
    validator: (_rule: unknown, rows: readonly unknown[] = []) => {
      if (rows.length === 0) return required ? Promise.reject(`请填写${title}`) : Promise.resolve();
      if (rows.length < minCount) return Promise.reject(`${title}至少填 ${minCount} 行`);
      if (maxCount && rows.length > maxCount)
        return Promise.reject(`${title}最多填 ${maxCount} 行`);
      return Promise.resolve();
    },
  };
}
