// Chart (图表): a drawing that comes lazily, and the same figures as a table for those who cannot see it or want them.

import { Button, Skeleton } from "antd";
import { lazy, Suspense, useState } from "react";
import { tokens } from "../../../../tokens.ts";
import { BarChartOutlined, TableOutlined } from "../icons.tsx";
import { countWords } from "../words.ts";
import styles from "./chart.module.css";
import type { ChartProps } from "./figures.ts";
import { spanOf } from "./span.ts";

const Canvas = lazy(() => import("./canvas.tsx"));

export function Chart(props: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  const { title, unit, series, height = 280 } = props;
  const span = spanOf(props);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.head}>
        <span>
          {title}
          {unit ? <small className={styles.unit}>单位：{unit}</small> : null}
          {span && !asTable ? (
            <small className={styles.unit}>纵轴从 {countWords(span.from)} 起，不从 0 起</small>
          ) : null}
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
      {series.length > 1 ? <Legend series={series} /> : null}
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

/** Which colour is which; the drawing itself is silent. */
function Legend({ series }: Pick<ChartProps, "series">) {
  return (
    <ul className={styles.legend}>
      {series.map(({ title }, index) => (
        <li key={title}>
          <span
            className={styles.swatch}
            style={{ background: tokens.chart[index % tokens.chart.length] }}
          />
          {title}
        </li>
      ))}
    </ul>
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
