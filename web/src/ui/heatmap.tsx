import { AsTable } from './as-table';
import { ChartFrame } from './chart-frame';
import { addDays, dayAndMonth, daysBetween, dayShort, duration, firstWeekday, weekdayOf, weekdayShort, weekStart } from './format';
import classes from './heatmap.module.css';

interface Props {
  /** Study days; a date that is not among them has no minutes. */
  days: readonly { date: string; minutes: number }[];
  today: string;
  /** The first date to show; nine weeks back unless said. As many of the last weeks are drawn as there is room for. */
  from?: string;
  /** Whether nothing was meant to be done that day; it is drawn as a dash. */
  isRest?: (date: string) => boolean;
  /** 0 is Monday; the reader's own unless said. */
  weekStartsOn?: number;
}

/** From how many minutes each step of ink holds. */
const STEPS = [1, 30, 60, 90] as const;
const CELL = 20;
const PITCH = 25;
const [LEFT, TOP] = [34, 20];
const NINE_WEEKS = 8 * 7;

export const heatStep = (minutes: number): number => STEPS.filter((least) => minutes >= least).length;

/** Study minutes a day, a column a week: five steps of ink, rest days a dash. */
export function Heatmap({ days, today, from = addDays(today, -NINE_WEEKS), isRest = () => false, weekStartsOn = firstWeekday() }: Props) {
  const minutes = new Map(days.map((day) => [day.date, day.minutes]));
  const start = weekStart(from, weekStartsOn);
  const weeks = Array.from({ length: Math.floor(daysBetween(start, today) / 7) + 1 }, (_, week) => addDays(start, 7 * week));
  const studied = days.filter((day) => day.date >= from && day.minutes > 0);
  const sum = studied.reduce((total, day) => total + day.minutes, 0);
  return (
    <ChartFrame
      summary={`Study minutes a day since ${dayAndMonth(from)}: ${duration(sum)} on ${studied.length} days.`}
      height={TOP + 7 * PITCH}
      legend={<Legend />}
      table={<WeeksTable weeks={weeks} minutes={minutes} today={today} />}
    >
      {(width) => (
        <>
          {[0, 2, 4].map((row) => (
            <text key={row} x={LEFT - 8} y={TOP + row * PITCH + 15} textAnchor="end">
              {weekdayShort((weekStartsOn + row) % 7)}
            </text>
          ))}
          {weeks.slice(-Math.max(1, Math.floor((width - LEFT) / PITCH))).map((week, column) => (
            <g key={week}>
              {column % 2 === 0 && (
                <text x={LEFT + column * PITCH} y={13}>
                  {dayShort(week)}
                </text>
              )}
              {Array.from({ length: 7 }, (_, row) => addDays(week, row))
                .filter((date) => date >= from && date <= today)
                .map((date) => (
                  <Day
                    key={date}
                    date={date}
                    minutes={minutes.get(date) ?? 0}
                    rest={isRest(date)}
                    x={LEFT + column * PITCH}
                    y={TOP + daysBetween(week, date) * PITCH}
                  />
                ))}
            </g>
          ))}
        </>
      )}
    </ChartFrame>
  );
}

function Day({ date, minutes, rest, x, y }: { date: string; minutes: number; rest: boolean; x: number; y: number }) {
  if (rest && minutes === 0) return <path className={classes.rest} d={`M${x + 4} ${y + CELL / 2}h12`} />;
  return (
    <rect className={classes.day} data-step={heatStep(minutes)} x={x} y={y} width={CELL} height={CELL} rx="3">
      <title>{`${dayAndMonth(date)}: ${minutes === 0 ? 'nothing' : duration(minutes)}`}</title>
    </rect>
  );
}

/** What the steps of ink mean. */
function Legend() {
  return (
    <div className={classes.legend} aria-hidden>
      <span>None</span>
      <svg viewBox="0 0 90 14" width="90" height="14">
        {[0, 1, 2, 3, 4].map((step) => (
          <rect key={step} className={classes.day} data-step={step} x={step * 18 + 0.5} y="0.5" width="13" height="13" rx="3" />
        ))}
      </svg>
      <span>90 min and more</span>
      <svg viewBox="0 0 18 12" width="18" height="12">
        <path className={classes.rest} d="M4 6h10" />
      </svg>
      <span>Rest</span>
    </div>
  );
}

function WeeksTable({ weeks, minutes, today }: { weeks: readonly string[]; minutes: ReadonlyMap<string, number>; today: string }) {
  const daysOf = (week: string) => Array.from({ length: 7 }, (_, day) => addDays(week, day));
  const head = ['Week of', ...daysOf(weeks[0] ?? today).map((date) => weekdayShort(weekdayOf(date))), 'Sum'];
  const rows = weeks.map((week) => {
    const counts = daysOf(week).map((date) => (date > today ? '' : (minutes.get(date) ?? 0)));
    return [dayShort(week), ...counts, duration(counts.reduce<number>((sum, each) => sum + Number(each), 0))];
  });
  return <AsTable caption="Study minutes by day" head={head} rows={rows} />;
}
