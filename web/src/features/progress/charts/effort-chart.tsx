import { AsTable } from '../../../ui/as-table';
import { ChartDays } from '../../../ui/chart-days';
import { ChartFrame } from '../../../ui/chart-frame';
import { ChartKey } from '../../../ui/chart-key';
import { dayAndMonth, daysBetween, dayShort, duration } from '../../../ui/format';
import { effortSeries, effortWeeks, hourTicks, sumOn, type Effort, type EffortSeries, type Sum } from './effort-series';

const [LEFT, RIGHT, TOP, FOOT] = [40, 16, 26, 26];
const HEIGHT = 260;

interface Scale {
  x: (date: string) => number;
  y: (minutes: number) => number;
  left: number;
  right: number;
  bottom: number;
  first: string;
  last: string;
  ticks: number[];
}

/** All that was studied against what was expected by then, and how the plan goes on to the exam. */
export function EffortChart({ effort }: { effort: Effort }) {
  const series = effortSeries(effort);
  const { examOn, today } = effort;
  return (
    <ChartFrame
      summary={summaryOf(series, effort)}
      height={HEIGHT}
      legend={<Legend hasPlan={series.planned.length > 1} />}
      table={<EffortTable series={series} today={today} />}
    >
      {(width) => {
        const scale = scaleOf(series, width);
        return (
          <>
            {scale.ticks.map((minutes) => (
              <g key={minutes}>
                <path d={`M${scale.left} ${scale.y(minutes)}H${scale.right}`} stroke="var(--chart-grid)" />
                <text x={scale.left - 8} y={scale.y(minutes) + 4} textAnchor="end">
                  {minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`}
                </text>
              </g>
            ))}
            <path d={along(scale, series.expected)} fill="none" stroke="var(--text-2)" strokeWidth="1.5" strokeDasharray="1.5 4" strokeLinecap="round" />
            <path d={along(scale, series.planned)} fill="none" stroke="var(--chart-1)" strokeWidth="2" strokeDasharray="6 5" />
            <path d={along(scale, series.studied)} fill="none" stroke="var(--chart-1)" strokeWidth="2.5" strokeLinejoin="round" />
            <ChartDays scale={scale} today={today} examOn={examOn} />
            <Now scale={scale} series={series} today={today} />
          </>
        );
      }}
    </ChartFrame>
  );
}

function scaleOf({ first, last, most }: EffortSeries, width: number): Scale {
  const ticks = hourTicks(most);
  const [right, bottom, top] = [width - RIGHT, HEIGHT - FOOT, ticks.at(-1) ?? 60];
  const days = Math.max(1, daysBetween(first, last));
  return {
    x: (date) => LEFT + (daysBetween(first, date) / days) * (right - LEFT),
    y: (minutes) => bottom - (minutes / top) * (bottom - TOP),
    ...{ left: LEFT, right, bottom, first, last, ticks },
  };
}

const along = ({ x, y }: Scale, line: readonly Sum[]) => `M${line.map(({ date, minutes }) => `${x(date).toFixed(1)} ${y(minutes).toFixed(1)}`).join('L')}`;

/** Where one stands, in words at the side of the point that has room. */
function Now({ scale: { x, y, right }, series, today }: { scale: Scale; series: EffortSeries; today: string }) {
  const minutes = sumOn(series.studied, today) ?? 0;
  const [at, level] = [x(today), y(minutes)];
  const isRight = right - at > 110;
  const expected = sumOn(series.expected, today) ?? 0;
  // Above the line the plan climbs; below it is free, unless the point lies on the ground.
  const [dx, below] = [isRight ? 12 : -12, y(0) - level > 34];
  return (
    <>
      <circle cx={at} cy={level} r="5" fill="var(--surface)" stroke="var(--chart-1)" strokeWidth="2.5" />
      <text x={at + dx} y={below ? level + 16 : level - 22} textAnchor={isRight ? 'start' : 'end'} className="strong">
        {duration(minutes)}
        <tspan x={at + dx} dy="15">
          {duration(expected)} expected
        </tspan>
      </text>
    </>
  );
}

const Legend = ({ hasPlan }: { hasPlan: boolean }) => (
  <ChartKey
    lines={[
      { name: 'Studied', stroke: 'var(--chart-1)', width: 2.5 },
      ...(hasPlan ? [{ name: 'Planned ahead', stroke: 'var(--chart-1)', width: 2, dash: '6 5' }] : []),
      { name: 'Expected', stroke: 'var(--text-2)', width: 1.5, dash: '1.5 4' },
    ]}
  />
);

function summaryOf(series: EffortSeries, { today, examOn, effortMinutes }: Effort): string {
  const [studied, expected] = [sumOn(series.studied, today) ?? 0, sumOn(series.expected, today) ?? 0];
  const end = `${duration(effortMinutes)} by the exam on ${dayAndMonth(examOn)}`;
  return `${duration(studied)} studied in all by ${dayAndMonth(today)}, where ${duration(expected)} were expected; ${end}.`;
}

function EffortTable({ series, today }: { series: EffortSeries; today: string }) {
  const said = (minutes: number | undefined) => (minutes === undefined ? '' : duration(minutes));
  const rows = effortWeeks(series, today).map(({ monday, studied, planned, expected }) => [dayShort(monday), said(studied), said(planned), duration(expected)]);
  return <AsTable caption="Study in all by the end of each week" head={['Week of', 'Studied', 'Planned', 'Expected']} rows={rows} />;
}
