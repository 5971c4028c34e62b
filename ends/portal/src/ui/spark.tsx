// Spark (走势线): a number's way through time in the height of a line of text.
interface SparkProps {
  readonly values: readonly number[];
  readonly width?: number;
  readonly height?: number;
}

const edge = 3;

/** Points of the line in the box, lowest value at the foot; a flat series runs in the middle. */
function sparkPoints(values: readonly number[], width: number, height: number): [number, number][] {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const step = (width - edge * 2) / Math.max(1, values.length - 1);
  return values.map((value, index) => {
    const share = span === 0 ? 0.5 : (value - low) / span;
    return [edge + index * step, height - edge - share * (height - edge * 2)];
  });
}

export function Spark({ values, width = 96, height = 28 }: SparkProps) {
  if (values.length < 2) return null;
  const points = sparkPoints(values, width, height);
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  const [endX, endY] = points[points.length - 1] ?? [0, 0];
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
      focusable="false"
    >
      <polyline
        points={line}
        fill="none"
        stroke="var(--nj-hint)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={endX} cy={endY} r="2.5" fill="var(--nj-link)" />
    </svg>
  );
}
