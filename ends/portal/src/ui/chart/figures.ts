// Figures (图表数据): what a chart shows, whatever draws it.
interface Series {
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
  /**
   * Where a line's axis begins: at zero, as counts do, or `near` the values, for rates that hardly
   * move. The chart then says so.
   */
  readonly scale?: "zero" | "near";
  /** No value can be higher: 100 for rates. */
  readonly atMost?: number;
  readonly height?: number;
  /** Called with the place of the clicked name: the way down to its rows. */
  readonly onPick?: ((index: number) => void) | undefined;
}

/** The values of all lines, without the gaps. */
export const valuesOf = ({ series }: Pick<ChartProps, "series">): number[] =>
  series.flatMap(({ values }) => values.flatMap((value) => value ?? []));
