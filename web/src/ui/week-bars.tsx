import { AsTable } from './as-table';
import { ChartFrame } from './chart-frame';
import { ChartKey } from './chart-key';
import { dayAndMonth, dayShort, duration } from './format';

export interface WeekOfStudy {
  /** The week's first date. */
  from: string;
  minutes: number;
  plannedMinutes?: number | undefined;
}

interface Props {
  weeks: readonly WeekOfStudy[];
  height?: number;
}

const [LEFT, TOP, FOOT] = [34, 12, 24];
const LEAST_PITCH = 24;
const WIDEST_BAR = 34;

/** Hours a week against plan: a bar for what was studied, a line for what was planned. */
export function WeekBars({ weeks, height = 195 }: Props) {
  const most = Math.max(60, ...weeks.flatMap(({ minutes, plannedMinutes = 0 }) => [minutes, plannedMinutes]));
  const step = [30, 60, 120, 240, 300, 600].find((each) => most / each <= 4) ?? 1_200;
  const top = Math.ceil(most / step) * step;
  const bottom = height - FOOT;
  const y = (minutes: number) => bottom - (minutes / top) * (bottom - TOP);
  return (
    <ChartFrame summary={summaryOf(weeks)} height={height} legend={<Legend />} table={<WeekTable weeks={weeks} />}>
      {(width) => {
        const shown = weeks.slice(-Math.max(1, Math.floor((width - LEFT) / LEAST_PITCH)));
        const pitch = (width - LEFT) / Math.max(shown.length, 1);
        const bar = Math.min(WIDEST_BAR, pitch * 0.74);
        const every = Math.max(1, Math.ceil(58 / pitch));
        return (
          <>
            {Array.from({ length: top / step + 1 }, (_, tick) => tick * step).map((minutes) => (
              <g key={minutes}>
                <path d={`M${LEFT} ${y(minutes)}H${width}`} stroke="var(--chart-grid)" />
                <text x={LEFT - 8} y={y(minutes) + 4} textAnchor="end">
                  {minutes / 60} h
                </text>
              </g>
            ))}
            {shown.map(({ from, minutes, plannedMinutes }, index) => {
              const middle = LEFT + (index + 0.5) * pitch;
              return (
                <g key={from}>
                  <rect x={middle - bar / 2} y={y(minutes)} width={bar} height={bottom - y(minutes)} fill="var(--chart-1)">
                    <title>{`Week of ${dayAndMonth(from)}: ${duration(minutes)}${plannedMinutes === undefined ? '' : ` of ${duration(plannedMinutes)}`}`}</title>
                  </rect>
                  {plannedMinutes !== undefined && <path d={`M${middle - bar / 2 - 3} ${y(plannedMinutes)}h${bar + 6}`} stroke="var(--text)" strokeWidth="2" />}
                  {(shown.length - 1 - index) % every === 0 && (
                    <text x={middle} y={bottom + 18} textAnchor="middle">
                      {dayShort(from)}
                    </text>
                  )}
                </g>
              );
            })}
          </>
        );
      }}
    </ChartFrame>
  );
}

const Legend = () => (
  <ChartKey
    lines={[
      { name: 'Studied', stroke: 'var(--chart-1)', width: 8, bar: true },
      { name: 'Planned', stroke: 'var(--text)', width: 2 },
    ]}
  />
);

function summaryOf(weeks: readonly WeekOfStudy[]): string {
  const last = weeks.at(-1);
  if (!last) return 'No weeks yet.';
  const planned = last.plannedMinutes === undefined ? '' : ` of ${duration(last.plannedMinutes)} planned`;
  return `Hours a week over ${weeks.length} weeks. In the week of ${dayAndMonth(last.from)}: ${duration(last.minutes)}${planned}.`;
}

function WeekTable({ weeks }: { weeks: readonly WeekOfStudy[] }) {
  const rows = weeks.map(({ from, minutes, plannedMinutes }) => [
    dayShort(from),
    duration(minutes),
    plannedMinutes === undefined ? '' : duration(plannedMinutes),
  ]);
  return <AsTable caption="Hours by week" head={['Week of', 'Studied', 'Planned']} rows={rows} />;
}
