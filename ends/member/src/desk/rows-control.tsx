// A table in a form (名单) on a phone: a card for each row, with one's own fields in it.
import type { ReactNode } from "react";
import { Button } from "../ui/kit.tsx";
import { Part } from "../ui/part.tsx";
import type { ControlProps } from "./control-props.ts";
import { cellPath, type Facts, rowsIn } from "./form.ts";

const usualAtMost = 50;

interface RowsControlProps extends ControlProps {
  /** Draws a cell. */
  readonly cell: (props: ControlProps) => ReactNode;
}

export function RowsControl({ cell: Cell, field, value, faults, ...on }: RowsControlProps) {
  const { onValue, onLeave } = on;
  const rows = rowsIn(value);
  const { columns = [], name, maxCount = usualAtMost } = field;
  const change = (at: number, cells: Facts) =>
    onValue(rows.map((row, index) => (index === at ? { ...row, ...cells } : row)));
  return (
    <>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone
        <Part key={index} as="section" className="row" label={`第 ${index + 1} 行`}>
          <Part className="fact-head">
            <Part as="b">第 {index + 1} 行</Part>
            <Button
              kind="plain"
              onPress={() => onValue(rows.filter((_row, other) => other !== index))}
            >
              去掉
            </Button>
          </Part>
          {columns.map((column) => {
            const path = cellPath(name, index, column.name);
            return (
              <Cell
                key={column.name}
                field={{ ...column, name: path }}
                value={row[column.name]}
                fault={faults?.get(path)}
                onValue={(cell) => change(index, { [column.name]: cell })}
                onLeave={onLeave}
              />
            );
          })}
        </Part>
      ))}
      {rows.length < maxCount ? (
        <Button onPress={() => onValue([...rows, {}])}>
          {rows.length === 0 ? "添加一行" : "再添加一行"}
        </Button>
      ) : null}
    </>
  );
}
