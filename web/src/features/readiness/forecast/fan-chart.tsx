import type { Forecast } from '@server/readiness/forecast/forecast.contract';
import { AsTable } from '../../../ui/as-table';
import { ChartDays } from '../../../ui/chart-days';
import { ChartFrame } from '../../../ui/chart-frame';
import { ChartKey } from '../../../ui/chart-key';
import { dayAndMonth, dayShort } from '../../../ui/format';
import { along, Grid, Line, Range, ReadyLine } from '../../../ui/trend-parts';
import { trendScale, type KnownPoint, type TrendScale } from '../../../ui/trend-scale';
import { apart, fanRows, fanSeries, lineName, type FanSeries, type Way } from './fan-series';

interface Props {
  /** The way so far, oldest first. */
  known: readonly KnownPoint[];
  forecast: Forecast;
  /** Whose range is drawn; the other one is a line. */
  way: Way;
}

const HEIGHT = 300;
const NARROW = 480;

/** The way so far, and from today a fan to the exam: the middle, and within it eight cases of ten. */
export function FanChart({ known, forecast, way }: Props) {
  const { today, examOn, readyFrom } = forecast;
  return (
    <ChartFrame
      summary={summaryOf(forecast, way)}
      height={HEIGHT}
      legend={(width) => <Legend way={way} {...fanSeries(known, forecast, way, true)} hasEnds={width > 0 && width < NARROW} />}
      table={<FanTable known={known} forecast={forecast} />}
    >
      {(width) => {
        const series = fanSeries(known, forecast, way, width < NARROW);
        const scale = trendScale([...series.past, ...series.ahead, ...series.other], today, examOn, width, HEIGHT, true);
        return (
          <>
            <Grid scale={scale} />
            <Range scale={scale} points={series.past} />
            <path d={areaOf(scale, series.ahead)} fill="var(--chart-band)" />
            <ReadyLine scale={scale} readyFrom={readyFrom} />
            <Line scale={scale} points={series.past} />
            <path
              d={`M${along(scale, series.other, 'score').join('L')}`}
              fill="none"
              stroke="var(--text-2)"
              strokeWidth="2"
              strokeDasharray="1.5 4.5"
              strokeLinecap="round"
            />
            <path d={`M${along(scale, series.ahead, 'score').join('L')}`} fill="none" stroke="var(--chart-1)" strokeWidth="2.5" strokeDasharray="7 5" />
            <ChartDays scale={scale} today={today} examOn={examOn} />
            <Now scale={scale} series={series} />
            {width >= NARROW && <AtExam scale={scale} series={series} way={way} />}
          </>
        );
      }}
    </ChartFrame>
  );
}

const areaOf = (scale: TrendScale, points: readonly KnownPoint[]) =>
  points.length < 2 ? '' : `M${[...along(scale, points, 'high'), ...along(scale, points, 'low').reverse()].join('L')}z`;

function Now({ scale: { x, y }, series: { past } }: { scale: TrendScale; series: FanSeries }) {
  const now = past.at(-1);
  return now && <circle cx={x(now.date)} cy={y(now.score)} r="5" fill="var(--surface)" stroke="var(--chart-1)" strokeWidth="2.5" />;
}

const NAMES: Record<Way, string> = { plan: 'on plan', pace: 'at this pace' };
const OTHER: Record<Way, Way> = { plan: 'pace', pace: 'plan' };
/** Two lines of words, and one. */
const WORDS = 36;

/** Where both lead, in words beside the exam. */
function AtExam({ scale: { x, y }, series: { ahead, other }, way }: { scale: TrendScale; series: FanSeries; way: Way }) {
  const [end, otherEnd] = [ahead.at(-1), other.at(-1)];
  if (!end) return null;
  const [level, otherLevel] = otherEnd ? apart(y(end.score), y(otherEnd.score) + (otherEnd.score > end.score ? -1 : 1), WORDS) : [y(end.score), 0];
  const at = x(end.date) + 10;
  return (
    <>
      <text x={at} y={level} className="strong">
        {end.score} {NAMES[way]}
        <tspan x={at} dy="15">
          {end.low} to {end.high} likely
        </tspan>
      </text>
      {otherEnd && (
        <text x={at} y={otherLevel + 4}>
          {otherEnd.score} {NAMES[OTHER[way]]}
        </text>
      )}
    </>
  );
}

const TITLES: Record<Way, string> = { plan: 'On plan', pace: 'At this pace' };

/** @param hasEnds whether it says where both lead, for the drawing has no room for it */
const Legend = ({ way, ahead, other, hasEnds }: { way: Way; hasEnds: boolean } & Pick<FanSeries, 'ahead' | 'other'>) => (
  <ChartKey
    lines={[
      { name: lineName(TITLES[way], hasEnds ? ahead.at(-1) : undefined), stroke: 'var(--chart-1)', width: 2.5, dash: '7 5' },
      ...(other.length > 0
        ? [{ name: lineName(TITLES[OTHER[way]], hasEnds ? other.at(-1) : undefined), stroke: 'var(--text-2)', width: 2, dash: '1.5 4.5' }]
        : []),
      { name: 'Eight cases of ten', stroke: 'var(--chart-band)', width: 8, bar: true },
    ]}
  />
);

function summaryOf({ plan, pace, examOn, readyFrom }: Forecast, way: Way): string {
  const said = (name: string, { p10, p50, p90 }: Forecast['pace']['atExam']) => `${name} ${p50}, eight cases of ten from ${p10} to ${p90}`;
  const ways = [...(plan ? [said('on plan', plan.atExam)] : []), said('at this pace', pace.atExam)];
  return `Readiness likely on the exam date, ${dayAndMonth(examOn)}: ${(way === 'pace' ? ways.reverse() : ways).join('; ')}. Ready from ${readyFrom}.`;
}

function FanTable({ known, forecast }: Pick<Props, 'known' | 'forecast'>) {
  const cells = (point: KnownPoint | undefined) => (point ? [point.score, `${point.low} to ${point.high}`] : ['', '']);
  const rows = fanRows(known, forecast).map(({ date, name, plan, pace }) => [
    `${dayShort(date)}${name === null ? '' : name === 'exam' ? ', exam' : ', today'}`,
    ...(forecast.plan ? cells(plan) : []),
    ...cells(pace),
  ]);
  const head = ['Date', ...(forecast.plan ? ['On plan', 'Eight of ten, on plan'] : []), 'At this pace', 'Eight of ten, at this pace'];
  return <AsTable caption="Readiness likely by day" head={head} rows={rows} />;
}
