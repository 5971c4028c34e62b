// Dark canvas (大屏画布): draws a line through months with echarts in the wall's colours; nothing spins.
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { tokens } from "../../../../tokens.ts";
import { countWords } from "../../ui/words.ts";
import styles from "./cockpit.module.css";
import type { DarkTrendProps, Point } from "./figures.ts";

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const ground = { words: "#A9B4C2", rule: "#27364A", line: "#6FA8FF" };
const words = { color: ground.words, fontFamily: tokens.font.family, fontSize: 12 };

/** `1200000` → `120万`: an axis needs sizes, not figures. */
const shortFigure = (value: number): string =>
  value >= 10_000 ? `${Number((value / 10_000).toFixed(1))}万` : countWords(value);

function optionOf(points: readonly Point[]): EChartsCoreOption {
  return {
    animation: false,
    grid: { left: 8, right: 20, top: 16, bottom: 4, outerBoundsMode: "same" },
    tooltip: {
      trigger: "axis",
      valueFormatter: (value: unknown) => countWords(Number(value)),
      textStyle: { fontFamily: tokens.font.family, fontSize: 13 },
    },
    xAxis: {
      type: "category",
      data: points.map(({ day }) => day.slice(0, 7)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ground.rule } },
      axisLabel: words,
      boundaryGap: false,
    },
    yAxis: {
      type: "value",
      minInterval: 1,
      splitNumber: 4,
      axisLabel: { ...words, formatter: shortFigure },
      splitLine: { lineStyle: { color: ground.rule } },
    },
    series: [
      {
        name: "会员",
        type: "line",
        data: points.map(({ amount }) => amount),
        symbolSize: 6,
        lineStyle: { width: 2, color: ground.line },
        itemStyle: { color: ground.line },
        areaStyle: { color: "rgba(111, 168, 255, 0.12)" },
      },
    ],
  };
}

export default function DarkCanvas({ points, unit }: DarkTrendProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    const drawn = init(box.current, undefined, { renderer: "svg" });
    drawn.setOption(optionOf(points));
    const resize = new ResizeObserver(() => drawn.resize());
    resize.observe(box.current);
    return () => {
      resize.disconnect();
      drawn.dispose();
    };
  }, [points]);
  const [first, last] = [points[0], points.at(-1)];
  const says = `${first?.day} 为 ${first?.amount} ${unit}，${last?.day} 为 ${last?.amount} ${unit}`;
  return <div ref={box} className={styles.drawing} role="img" aria-label={says} />;
}
