import type { Readiness } from '@server/readiness/readiness.contract';
import { AsTable } from '../../../ui/as-table';
import { ChartDays } from '../../../ui/chart-days';
import { ChartFrame } from '../../../ui/chart-frame';
import { dayAndMonth, dayShort } from '../../../ui/format';
import { Grid, Line } from '../../../ui/trend-parts';
import { trendScale, type KnownPoint } from '../../../ui/trend-scale';
import { chanceBrief, onScale, percentOf, rangeWords } from '../chance-words';

interface Props {
  history: Readiness['history'];
  chance: NonNullable<Readiness['chance']>;
  today: string;
}

const HEIGHT = 300;

/** How the chance of passing came to where it stands. Of the days before today only the middle is kept; today's stands with its range. */
export function ChanceTrend({ history, chance, today }: Props) {
  const { score, low, high } = onScale(chance);
  const points = chancePoints(history, today, score);
  const first = points[0];
  const before = first && first.date < today ? ` ${first.score}% on ${dayAndMonth(first.date)}.` : '';
  return (
    <ChartFrame
      summary={`Chance of passing: ${chanceBrief(chance)} today.${before}`}
      height={HEIGHT}
      legend={<p className="sm soft">Of the days before today only the middle is drawn; each had a range of its own.</p>}
      table={
        <AsTable
          caption="Chance of passing by day"
          head={['Date', 'Chance', 'Most likely']}
          rows={points.map((point) => [dayShort(point.date), `${point.score}%`, point.date === today ? rangeWords(chance) : ''])}
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
            <Line scale={scale} points={points} />
            <ChartDays scale={scale} today={today} examOn={null} />
            <rect x={x - 5} y={y(high)} width="10" height={y(low) - y(high)} fill="var(--chart-band)" stroke="var(--chart-1)" />
            <circle cx={x} cy={y(score)} r="5" fill="var(--surface)" stroke="var(--chart-1)" strokeWidth="2.5" />
            <text x={beside ? x + 14 : x - 14} y={y(score) + 4} textAnchor={beside ? 'start' : 'end'} className="strong">
              {score}%
              <tspan x={beside ? x + 14 : x - 14} dy="15">
                {low} to {high} likely
              </tspan>
            </text>
          </>
        );
      }}
    </ChartFrame>
  );
}

/** Days on which there was a chance, with today's last. */
export function chancePoints(history: Readiness['history'], today: string, score: number): KnownPoint[] {
  const past = history.flatMap(({ date, probability }) => (probability === null || date >= today ? [] : [pointOf(date, percentOf(probability))]));
  return [...past, pointOf(today, score)];
}

const pointOf = (date: string, score: number): KnownPoint => ({ date, score, low: score, high: score });
