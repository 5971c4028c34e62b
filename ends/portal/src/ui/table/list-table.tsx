// List table (列表): a table at the reader's place, with its filters, the same rows as Excel, and the open row's panel.
import { Button } from "antd";
import type { ReactNode } from "react";
import type { FilterField } from "../filter/fields.ts";
import { FilterBar } from "../filter/filter-bar.tsx";
import { DownloadOutlined } from "../icons.tsx";
import { type List, type ListState, openRowOf } from "../list.ts";
import type { PanelWays } from "../side-panel.tsx";
import { PageTable } from "./page-table.tsx";
import type { PageTableProps } from "./props.ts";

/** The open row. One that is not on this page has a key and nothing else. */
interface Opened<Row> {
  readonly key: string | undefined;
  readonly row: Row | undefined;
  readonly ways: PanelWays;
}

type TableWords<Row> = Omit<
  PageTableProps<Row>,
  "state" | "onState" | "query" | "filters" | "openKey"
>;

export interface ListTableProps<Row> extends TableWords<Row> {
  readonly list: List<Row>;
  readonly fields?: readonly FilterField[];
  /** Takes the new filters in hand before the list goes there. */
  readonly onFilters?: (filters: Record<string, string>) => unknown;
  /** Where the browser fetches the same rows as Excel. */
  readonly file?: ((state: ListState) => string) | undefined;
  /** Draws the side panel of the open row; with it a click on a row opens it. */
  readonly panel?: (opened: Opened<Row>) => ReactNode;
}

export function ListTable<Row>(props: ListTableProps<Row>) {
  const { list, fields, onFilters, file, panel, ...table } = props;
  const { place, query } = list;
  const { keyOf, tools, onOpen } = table;
  const takeFilters = onFilters ?? ((filters) => place.go({ filters }));
  const { row, ...ways } = openRowOf(query.data?.rows, keyOf, place);
  const onClose = () => place.open(undefined);
  return (
    <>
      <PageTable
        {...table}
        state={place.state}
        onState={place.go}
        query={query}
        filters={
          fields ? (
            <FilterBar fields={fields} filters={place.state.filters} onFilters={takeFilters} />
          ) : undefined
        }
        tools={
          file ? (
            <>
              {tools}
              <Export address={file(place.state)} empty={query.data?.total === 0} />
            </>
          ) : (
            tools
          )
        }
        onOpen={onOpen ?? (panel && ((opened: Row) => place.open(keyOf(opened))))}
        openKey={panel && place.openKey}
      />
      {panel?.({ key: place.openKey, row, ways: { ...ways, onClose } })}
    </>
  );
}

function Export({ address, empty }: { readonly address: string; readonly empty: boolean }) {
  return (
    <Button icon={<DownloadOutlined />} href={address} disabled={empty} download>
      导出
    </Button>
  );
}
