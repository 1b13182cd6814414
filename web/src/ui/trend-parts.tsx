/** The parts that drawings of a score over time share. */
import type { KnownPoint, TrendScale } from './trend-scale';

/** Lines across, with their scores. */
export function Grid({ scale: { left, right, y, least }, unit = '' }: { scale: TrendScale; unit?: string }) {
  return [0, 25, 50, 100]
    .filter((score) => score >= least)
    .map((score) => (
      <g key={score}>
        <path d={`M${left} ${y(score)}H${right}`} stroke="var(--chart-grid)" />
        <text x={left - 8} y={y(score) + 4} textAnchor="end">
          {score}
          {unit}
        </text>
      </g>
    ));
}

/** From where the level counts as ready. */
export function ReadyLine({ scale: { left, right, y }, readyFrom }: { scale: TrendScale; readyFrom: number }) {
  return (
    <>
      <path d={`M${left} ${y(readyFrom)}H${right}`} stroke="var(--ready-line)" strokeWidth="1.5" />
      <text className="goal" x={left + 2} y={y(readyFrom) - 6}>
        Ready from {readyFrom}
      </text>
    </>
  );
}

interface Drawn {
  scale: TrendScale;
  points: readonly KnownPoint[];
}

export const along = ({ x, y }: TrendScale, points: readonly KnownPoint[], key: 'score' | 'low' | 'high') =>
  points.map((point) => `${x(point.date).toFixed(1)} ${y(point[key]).toFixed(1)}`);

/** What was most likely. */
export function Range({ scale, points }: Drawn) {
  if (points.length < 2) return null;
  return <path d={`M${[...along(scale, points, 'high'), ...along(scale, points, 'low').reverse()].join('L')}z`} fill="var(--chart-band-2)" />;
}

/** What was worked out, day by day. */
export function Line({ scale, points }: Drawn) {
  if (points.length < 2) return null;
  return (
    <path
      d={`M${along(scale, points, 'score').join('L')}`}
      fill="none"
      stroke="var(--chart-1)"
      strokeWidth="2.5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  );
}
