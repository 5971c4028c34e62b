// Grid (表格): Ant Design's table under our columns, with a fixed head, skeleton rows and a way into each row.
import { Table } from "antd";
import type { ColumnType, SorterResult } from "antd/es/table/interface";
import type { MouseEvent, ReactNode } from "react";
import { sortingOf } from "../list.ts";
import { Opener } from "./cards.tsx";
import type { PageColumn, TableChoice } from "./columns.ts";
import { HeadCell, HeadChoice } from "./head-cell.tsx";
import styles from "./page-table.module.css";
import type { Chosen, PageTableProps } from "./props.ts";

/** Height of the shell's top bar, under which the table's head stops. */
const topBarHeight = 56;
const skeletonRows = 8;
const choiceWidth = 44;

interface GridProps<Row> {
  readonly table: PageTableProps<Row>;
  readonly choice: TableChoice<Row>;
  readonly chosen: Chosen<Row>;
  readonly empty: ReactNode;
}

/** A row as Ant Design holds it; `row` is missing while it is still coming. */
interface Held<Row> {
  readonly key: string;
  readonly row?: Row;
}

export function Grid<Row>({ table, choice, chosen, empty }: GridProps<Row>) {
  const { data, isFetching } = table.query;
  const held: Held<Row>[] = data
    ? data.rows.map((row) => ({ key: table.keyOf(row), row }))
    : Array.from({ length: skeletonRows }, (_, index) => ({ key: `coming-${index}` }));
  const width = choice.columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <Table<Held<Row>>
      className={isFetching && data ? styles.refreshing : ""}
      rowKey="key"
      size={choice.density === "roomy" ? "medium" : "small"}
      columns={choice.columns.map((column, index) => antColumn(column, index, table))}
      dataSource={held}
      pagination={false}
      sticky={{ offsetHeader: topBarHeight }}
      tableLayout="fixed"
      scroll={{ x: width + (table.batch ? choiceWidth : 0) }}
      locale={{
        emptyText: empty,
        triggerAsc: "点击升序",
        triggerDesc: "点击降序",
        cancelSort: "取消排序",
      }}
      showSorterTooltip={false}
      onChange={(_page, _filters, sorter) => table.onState({ sort: sortOf(sorter), page: 1 })}
      onRow={(line) => rowProps(line, table)}
      {...(table.batch ? { rowSelection: selection(chosen, data === undefined) } : {})}
    />
  );
}

function antColumn<Row>(column: PageColumn<Row>, index: number, table: PageTableProps<Row>) {
  const sorting = sortingOf(table.state.sort);
  const order = sorting?.descending ? "descend" : "ascend";
  const draw = ({ row }: Held<Row>): ReactNode => {
    if (row === undefined) return <span className={styles.bone} />;
    if (index > 0 || !table.onOpen) return column.cell(row);
    return <Opener onOpen={() => table.onOpen?.(row)}>{column.cell(row)}</Opener>;
  };
  return {
    key: column.key,
    title: <HeadCell column={column} />,
    width: column.width,
    align: column.align ?? "left",
    sorter: column.sortable === true,
    sortOrder: sorting?.key === column.key ? order : null,
    ellipsis: true,
    render: (_value, line) => draw(line),
  } satisfies ColumnType<Held<Row>>;
}

function sortOf<Row>(sorter: SorterResult<Row> | SorterResult<Row>[]): string | undefined {
  const one = Array.isArray(sorter) ? sorter[0] : sorter;
  if (!one?.order) return undefined;
  return `${one.order === "descend" ? "-" : ""}${String(one.columnKey)}`;
}

/** The whole row opens by mouse, except where something in it acts by itself or text is being marked. */
function rowProps<Row>({ row, key }: Held<Row>, table: PageTableProps<Row>) {
  const { onOpen } = table;
  if (!onOpen || row === undefined) return {};
  return {
    className: key === table.openKey ? `${styles.row} ${styles.open}` : styles.row,
    onClick: (event: MouseEvent) => {
      const acts = (event.target as Element).closest("a, button, input, label, [role=note]");
      if (!acts && !window.getSelection()?.toString()) onOpen(row);
    },
  };
}

function selection<Row>(chosen: Chosen<Row>, disabled: boolean) {
  return {
    columnWidth: choiceWidth,
    columnTitle: (all: ReactNode) => <HeadChoice>{all}</HeadChoice>,
    getTitleCheckboxProps: () => ({ "aria-label": "选择本页全部", disabled }),
    selectedRowKeys: [...chosen.keys],
    preserveSelectedRowKeys: true,
    onChange: (_keys: unknown, lines: Held<Row>[]) =>
      chosen.set(lines.flatMap((line) => (line?.row === undefined ? [] : [line.row]))),
    getCheckboxProps: () => ({ "aria-label": "选择这一行", disabled }),
  };
}
