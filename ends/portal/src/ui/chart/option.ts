// Chart option (图表配置): our few kinds of chart in the words of echarts, all in one quiet look.
import type { EChartsCoreOption } from "echarts/core";
import { tokens } from "../../../../tokens.ts";
import { countWords } from "../words.ts";
import type { ChartProps } from "./figures.ts";
import { spanOf } from "./span.ts";

const { color, chart, font } = tokens;

const words = { color: color.secondary, fontFamily: font.family, fontSize: 12 };

export function optionOf(props: ChartProps): EChartsCoreOption {
  const { kind, names, series, onPick } = props;
  const rank = kind === "rank";
  const span = spanOf(props);
  const nameAxis = {
    type: "category",
    data: names,
    inverse: rank,
    axisTick: { show: false },
    axisLine: { show: !rank, lineStyle: { color: color.line } },
    axisLabel: { ...words, ...(rank ? { width: 112, overflow: "truncate" } : {}) },
    boundaryGap: kind !== "line",
  };
  const valueAxis = {
    type: "value",
    show: !rank,
    splitNumber: 4,
    ...(span ? { min: span.from, max: span.to, interval: span.step } : {}),
    axisLabel: { ...words, formatter: shortFigure },
    splitLine: { lineStyle: { color: color.lineSoft } },
  };
  return {
    color: [...chart],
    textStyle: { fontFamily: font.family },
    animationDuration: 200,
    grid: { left: 8, right: rank ? 64 : 16, top: 12, bottom: 4, outerBoundsMode: "same" },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: kind === "line" ? "line" : "shadow" },
      valueFormatter: (value: unknown) => (typeof value === "number" ? countWords(value) : "—"),
      textStyle: { color: color.ink, fontFamily: font.family, fontSize: 13 },
    },
    xAxis: rank ? valueAxis : nameAxis,
    yAxis: rank ? nameAxis : valueAxis,
    series: series.map((one) => ({
      name: one.title,
      data: one.values,
      cursor: onPick ? "pointer" : "default",
      ...(kind === "line" ? line : bar(rank)),
    })),
  };
}

const line = { type: "line", symbolSize: 6, showSymbol: false, lineStyle: { width: 2 } };

const bar = (rank: boolean) => ({
  type: "bar",
  barMaxWidth: rank ? 14 : 28,
  itemStyle: { borderRadius: rank ? [0, 3, 3, 0] : [3, 3, 0, 0] },
  label: rank
    ? {
        show: true,
        position: "right",
        ...words,
        formatter: ({ value }: { value: number }) => countWords(value),
      }
    : { show: false },
});

/** `1200000` → `120万`: an axis needs sizes, not figures. */
function shortFigure(value: number): string {
  return value >= 10_000 ? `${Number((value / 10_000).toFixed(1))}万` : countWords(value);
}
