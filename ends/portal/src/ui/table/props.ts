// Table props (列表参数): what a page says to its table, and what is chosen in it.
import type { ReactNode } from "react";
import type { ListQuery, ListState } from "../list.ts";
import type { PageColumn } from "./columns.ts";

export interface PageTableProps<Row> {
  /** Under this id the choice of columns and density is remembered: `roster.members`. */
  readonly id: string;
  /** What the table holds, for those who listen: `会员名册`. */
  readonly label: string;
  /** What one row is, said after a number: `名会员`. */
  readonly unit: string;
  /** Keep it outside the component (or memoised): a new array resets nothing but costs a render. */
  readonly columns: readonly PageColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly state: ListState;
  readonly onState: (changes: Partial<ListState>) => void;
  readonly query: ListQuery<Row>;
  /** A `FilterBar`. */
  readonly filters?: ReactNode;
  /** Buttons at the table's right: export, print. Never primary. */
  readonly tools?: ReactNode;
  /** Opens the row's side panel. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** The row whose panel is open. */
  readonly openKey?: string | undefined;
  /** With it rows can be chosen; it draws the buttons that act on the chosen. */
  readonly batch?: ((rows: readonly Row[], clear: () => void) => ReactNode) | undefined;
  /** What stands there when nothing is on file yet; with filters set, the table says that itself. */
  readonly empty: { sentence: string; hint?: ReactNode; action?: ReactNode };
}

export interface Chosen<Row> {
  readonly rows: readonly Row[];
  readonly keys: readonly string[];
  readonly set: (rows: readonly Row[]) => void;
  readonly choose: (row: Row, chosen: boolean) => void;
  readonly clear: () => void;
}
