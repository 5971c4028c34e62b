// List page (列表页): what every list stands in: its head, its tabs, the table at the reader's place, and what follows it.
import type { ReactNode } from "react";
import { PageHead, type PageHeadProps } from "./page-head.tsx";
import { isShut } from "./problem.ts";
import { ListTable, type ListTableProps } from "./table/list-table.tsx";

interface ListPageProps<Row> extends PageHeadProps, ListTableProps<Row> {
  /** Tabs or figures, between the head and the table. */
  readonly above?: ReactNode;
  /** What the page's buttons open, or a note under the table. */
  readonly children?: ReactNode;
}

export function ListPage<Row>(props: ListPageProps<Row>) {
  const { title, sentence, action, more, back, tag, above, children, ...table } = props;
  const { data, error } = table.list.query;
  // Who may not see the list finds no button that would be refused as well.
  const doors = isShut(error) && !data ? {} : { action, more };
  return (
    <>
      <PageHead {...{ title, sentence, back, tag, ...doors }} />
      {above}
      <ListTable {...table} />
      {children}
    </>
  );
}
