import type { Readiness } from '@server/readiness/readiness.contract';
import { AsTable } from '../../../ui/as-table';
import { ChartDays } from '../../../ui/chart-days';
import { ChartFrame } from '../../../ui/chart-frame';
import { ChartKey } from '../../../ui/chart-key';
import { dayAndMonth, dayShort } from '../../../ui/format';
import { Grid, Line, Range } from '../../../ui/trend-parts';
import { trendScale } from '../../../ui/trend-scale';
import { chanceBrief, onScale } from '../chance-words';
import { chancePoints } from './chance-series';

interface Props {
  history: Readiness['history'];
  chance: NonNullable<Readiness['chance']>;
  today: string;
}

const HEIGHT = 300;

/** How the chance of passing came to where it stands, each day inside its range. */
export function ChanceTrend({ history, chance, today }: Props) {
  const { score, low, high } = onScale(chance);
  const points = chancePoints(history, today, chance);
  const first = points[0];
  const before = first && first.date < today ? ` ${first.score}% (${first.low} to ${first.high}) on ${dayAndMonth(first.date)}.` : '';
  return (
    <ChartFrame
      summary={`Chance of passing: ${chanceBrief(chance)} today.${before}`}
      height={HEIGHT}
      legend={
        <ChartKey
          lines={[
            { name: 'Chance', stroke: 'var(--chart-1)', width: 2.5 },
            { name: 'Eight cases of ten', stroke: 'var(--chart-band-2)', width: 8, bar: true },
          ]}
        />
      }
      table={
        <AsTable
          caption="Chance of passing by day"
          head={['Date', 'Chance', 'Most likely']}
          rows={points.map((point) => [dayShort(point.date), `${point.score}%`, `${point.low} to ${point.high}`])}
        />
      }
    >
      {(width) => {
        const scale = trendScale([{ date: today, score: 0, low: 0, high: 0 }, ...points], today, null, width, HEIGHT);
        const [x, y] = [scale.x(today), scale.y];
        const beside = scale.right - x > 60 || width >= 480;
        return (
          <>
            <Grid scale={scale} unit="%" />
            <Range scale={scale} points={points} />
            <Line scale={scale} points={points} />
            <ChartDays scale={scale} today={today} examOn={null} />
            <rect x={x - 5} y={y(high)} width="10" height={y(low) - y(high)} fill="var(--chart-band)" stroke="var(--chart-1)" />
            <circle cx={x} cy={y(score)} r="5" fill="var(--surface)" stroke="var(--chart-1)" strokeWidth="2.5" />
            {beside ? (
              <text x={x + 14} y={y(score) + 4} className="strong">
                {score}%
                <tspan x={x + 14} dy="15">
                  {low} to {high} likely
                </tspan>
              </text>
            ) : (
              // In the corner that the line leaves free.
              <text x={x - 10} y={y(low) + 30 < scale.bottom ? scale.bottom - 10 : y(100) + 18} textAnchor="end" className="strong">
                {score}% <tspan>likely {`${low} to ${high}`}</tspan>
              </text>
            )}
          </>
        );
      }}
    </ChartFrame>
  );
}
