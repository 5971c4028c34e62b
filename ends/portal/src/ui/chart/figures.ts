// Figures (图表数据): what a chart shows, whatever draws it.
export interface Series {
  readonly title: string;
  readonly values: readonly (number | null)[];
}

export interface ChartProps {
  readonly title: string;
  /** line: through time. bar: side by side. rank: lying bars, the first on top. */
  readonly kind: "line" | "bar" | "rank";
  /** Names along the axis: months, counties. */
  readonly names: readonly string[];
  /** Name of the axis, heading the table's first column: `月份`. */
  readonly axis: string;
  readonly series: readonly Series[];
  readonly unit?: string;
  readonly height?: number;
  /** Called with the place of the clicked name: the way down to its rows. */
  readonly onPick?: ((index: number) => void) | undefined;
}
