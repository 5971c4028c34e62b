// Dark trend (走势图): the year of one figure on the wall's ground; the drawing comes lazily.
import { lazy, Suspense } from "react";
import styles from "./cockpit.module.css";
import type { DarkTrendProps } from "./figures.ts";

const Canvas = lazy(() => import("./dark-canvas.tsx"));

export function DarkTrend(props: DarkTrendProps) {
  const waiting = <span className={styles.drawing} />;
  if (props.points.length === 0) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Canvas {...props} />
    </Suspense>
  );
}
