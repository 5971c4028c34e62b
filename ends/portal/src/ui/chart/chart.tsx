// Chart (图表): a drawing that comes lazily, and the same figures as a table for those who cannot see it or want them.
import { BarChartOutlined, TableOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { lazy, Suspense, useState } from "react";
import { countWords } from "../words.ts";
import styles from "./chart.module.css";

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

const Canvas = lazy(() => import("./canvas.tsx"));

export function Chart(props: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  const { title, unit, height = 280 } = props;
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.head}>
        <span>
          {title}
          {unit ? <small className={styles.unit}>单位：{unit}</small> : null}
        </span>
        <Button
          size="small"
          type="text"
          icon={asTable ? <BarChartOutlined /> : <TableOutlined />}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? "看图" : "看表格"}
        </Button>
      </figcaption>
      {asTable ? (
        <FigureTable {...props} />
      ) : (
        <Suspense fallback={<Skeleton.Node active style={{ width: "100%", height }} />}>
          <Canvas {...props} height={height} />
        </Suspense>
      )}
    </figure>
  );
}

function FigureTable({ title, axis, names, series, onPick }: ChartProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{axis}</th>
            {series.map((one) => (
              <th scope="col" key={one.title}>
                {one.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, index) => (
            <tr key={name}>
              <th scope="row">
                {onPick ? (
                  <button type="button" className="nj-word" onClick={() => onPick(index)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
              {series.map((one) => (
                <td key={one.title}>{figureWords(one.values[index])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const figureWords = (value: number | null | undefined): string =>
  value === null || value === undefined ? "—" : countWords(value);
