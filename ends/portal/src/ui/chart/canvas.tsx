// Canvas (画布): the part that draws with echarts; loaded only where a chart stands.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { ChartProps } from "./figures.ts";
import { optionOf } from "./option.ts";

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

export default function Canvas(props: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    if (!box.current) return;
    const drawn = init(box.current, undefined, { renderer: "svg" });
    chart.current = drawn;
    const resize = new ResizeObserver(() => drawn.resize());
    resize.observe(box.current);
    return () => {
      resize.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    const drawn = chart.current;
    drawn?.setOption(optionOf(props), { notMerge: true });
    const pick = ({ dataIndex }: { dataIndex: number }) => props.onPick?.(dataIndex);
    drawn?.on("click", pick as never);
    return () => {
      if (drawn?.isDisposed() === false) drawn.off("click", pick);
    };
  }, [props]);
  return <div ref={box} role="img" aria-label={props.title} style={{ height: props.height }} />;
}
