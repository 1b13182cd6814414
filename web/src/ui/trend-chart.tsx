import { AsTable } from './as-table';
import { ChartDays } from './chart-days';
import { ChartFrame } from './chart-frame';
import { dayAndMonth, dayShort } from './format';
import { Grid, Line, Range, ReadyLine } from './trend-parts';
import { isKnown, trendScale, type KnownPoint, type TrendPoint, type TrendScale } from './trend-scale';

interface Props {
  /** One point a day, oldest first; a point without a score is a day on which it was too early to say. */
  points: readonly TrendPoint[];
  today: string;
  examOn?: string | null;
  readyFrom?: number;
  height?: number;
}

/** Readiness over time inside its likely range, with the line where ready begins and the day of the exam. */
export function TrendChart({ points, today, examOn = null, readyFrom = 75, height = 280 }: Props) {
  const known = points.filter(isKnown);
  return (
    <ChartFrame summary={summaryOf(known, examOn, readyFrom)} height={height} table={<TrendTable points={known} />}>
      {(width) => {
        const scale = trendScale(known, today, examOn, width, height);
        return (
          <>
            <Grid scale={scale} />
            <Range scale={scale} points={known} />
            <ReadyLine scale={scale} readyFrom={readyFrom} />
            <Line scale={scale} points={known} />
            <ChartDays scale={scale} today={today} examOn={examOn} />
            <LastPoint scale={scale} point={known.at(-1)} narrow={width < 480} />
          </>
        );
      }}
    </ChartFrame>
  );
}

function summaryOf(points: readonly KnownPoint[], examOn: string | null, readyFrom: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return 'Too early for a line.';
  const way = last.score > first.score ? 'rose' : last.score < first.score ? 'fell' : 'stayed';
  const exam = examOn ? ` The exam is on ${dayAndMonth(examOn)}.` : '';
  return `Readiness ${way} from ${first.score} on ${dayAndMonth(first.date)} to ${last.score} on ${dayAndMonth(last.date)}, most likely ${last.low} to ${last.high}. Ready from ${readyFrom}.${exam}`;
}

/** Where one stands, in words: beside the point where there is room, else in the corner that the line leaves free. */
function LastPoint({ scale: { x, y, right, bottom }, point, narrow }: { scale: TrendScale; point: KnownPoint | undefined; narrow: boolean }) {
  if (!point) return null;
  const { score, low, high } = point;
  const [at, level] = [x(point.date), y(score)];
  const beside = right - at > 92 || (!narrow && right - at < 2);
  const corner = y(low) + 30 < bottom ? bottom - 10 : y(100) + 18;
  return (
    <>
      <path d={`M${at} ${y(low)}V${y(high)}`} stroke="var(--chart-1)" strokeWidth="1.5" />
      <circle cx={at} cy={level} r="5" fill="var(--surface)" stroke="var(--chart-1)" strokeWidth="2.5" />
      {beside ? (
        <text x={at + 12} y={level + 4} className="strong">
          {score}
          <tspan x={at + 12} dy="15">
            {low} to {high} likely
          </tspan>
        </text>
      ) : (
        <text x={at - 8} y={corner} textAnchor="end" className="strong">
          {score} <tspan>likely {`${low} to ${high}`}</tspan>
        </text>
      )}
    </>
  );
}

function TrendTable({ points }: { points: readonly KnownPoint[] }) {
  return (
    <AsTable
      caption="Readiness by day"
      head={['Date', 'Readiness', 'Most likely']}
      rows={points.map(({ date, score, low, high }) => [dayShort(date), score, `${low} to ${high}`])}
    />
  );
}
