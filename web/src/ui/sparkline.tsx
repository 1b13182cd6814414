interface Props {
  values: readonly number[];
  width?: number;
  height?: number;
}

const EDGE = 4;

/** A line without axes, beside a number that says the same. */
export function Sparkline({ values, width = 72, height = 24 }: Props) {
  const last = values.length - 1;
  if (last < 1) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (index: number) => (2 + (index / last) * (width - 2 * EDGE + 2)).toFixed(1);
  const y = (value: number) => (height - EDGE - ((value - low) / (high - low || 1)) * (height - 2 * EDGE)).toFixed(1);
  const end = values[last] ?? 0;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden>
      <path
        d={`M${values.map((value, index) => `${x(index)} ${y(value)}`).join('L')}`}
        fill="none"
        stroke="var(--chart-1)"
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x(last)} cy={y(end)} r="2.6" fill="var(--chart-1)" />
    </svg>
  );
}
