// Columns (列): what a page says of each column, and which of them the reader has chosen to see.
import type { ReactNode } from "react";
import { useRemembered } from "../use-remembered.ts";

export interface PageColumn<Row> {
  /** Also the word the server sorts by when `sortable`. */
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Pixels it wants; the table scrolls sideways when the window holds less. */
  readonly width: number;
  /** Money and counts are right-aligned. */
  readonly align?: "right";
  readonly sortable?: boolean;
  /** How the figure is made or what the word means, behind a small mark in the head. */
  readonly help?: string;
  /** Away until the reader asks for it. */
  readonly hidden?: boolean;
  /** Stays: cannot be put away. The first column always stays. */
  readonly always?: boolean;
  /** Its place on a phone's card; the first column is the title, the others are lines. */
  readonly phone?: "title" | "tag" | "line" | "none";
}

export type Density = "roomy" | "dense";

interface Remembered {
  readonly shown?: readonly string[];
  readonly density?: Density;
}

export interface TableChoice<Row> {
  readonly columns: readonly PageColumn<Row>[];
  readonly shown: readonly string[];
  readonly density: Density;
  readonly choose: (shown: readonly string[]) => void;
  readonly setDensity: (density: Density) => void;
  readonly reset: () => void;
}

export const isFixed = <Row>(column: PageColumn<Row>, index: number): boolean =>
  index === 0 || column.always === true;

/** The columns to show and how to change them; the choice is kept in this browser under the table's id. */
export function useColumns<Row>(
  tableId: string,
  all: readonly PageColumn<Row>[],
): TableChoice<Row> {
  const [kept, set] = useRemembered<Remembered>(`niangjia.table.${tableId}`, {});
  const usual = all.filter((column) => !column.hidden).map((column) => column.key);
  const shown = kept.shown ?? usual;
  return {
    columns: all.filter((column, index) => isFixed(column, index) || shown.includes(column.key)),
    shown,
    density: kept.density ?? "roomy",
    choose: (next) => set({ ...kept, shown: next }),
    setDensity: (density) => set({ ...kept, density }),
    reset: () => set({}),
  };
}
