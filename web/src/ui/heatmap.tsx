import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { AsTable } from './as-table';
import { ChartFrame } from './chart-frame';
import { heatColumns, type HeatColumns } from './heat-columns';
import { ChevronLeftIcon, ChevronRightIcon } from './icons';
import { addDays, dayAndMonth, daysBetween, dayShort, duration, firstWeekday, weekdayOf, weekdayShort, weekStart } from './format';
import classes from './heatmap.module.css';

interface Props {
  /** Study days; a date that is not among them has no minutes. */
  days: readonly { date: string; minutes: number }[];
  today: string;
  /** The first date to show; nine weeks back unless said. As many weeks are drawn as there is room for, the last ones first. */
  from?: string;
  /** Whether nothing was meant to be done that day; it is drawn as a dash. */
  isRest?: (date: string) => boolean;
}

/** From how many minutes each step of ink holds. */
const STEPS = [1, 30, 60, 90] as const;
const [LEFT, TOP] = [34, 20];
const NINE_WEEKS = 8 * 7;

export const heatStep = (minutes: number): number => STEPS.filter((least) => minutes >= least).length;

/** Study minutes a day, a column a week: five steps of ink, rest days a dash. */
export function Heatmap({ days, today, from = addDays(today, -NINE_WEEKS), isRest = () => false }: Props) {
  const weekStartsOn = firstWeekday();
  const [back, setBack] = useState(0);
  const minutes = new Map(days.map((day) => [day.date, day.minutes]));
  const start = weekStart(from, weekStartsOn);
  const weeks = Array.from({ length: Math.floor(daysBetween(start, today) / 7) + 1 }, (_, week) => addDays(start, 7 * week));
  const studied = days.filter((day) => day.date >= from && day.minutes > 0);
  const sum = studied.reduce((total, day) => total + day.minutes, 0);
  const columns = (width: number) => heatColumns(weeks.length, width - LEFT, back);
  return (
    <ChartFrame
      summary={`Study minutes a day since ${dayAndMonth(from)}: ${duration(sum)} on ${studied.length} days.`}
      height={(width) => TOP + 7 * columns(width).pitch}
      legend={(width) => (
        <div className={classes.foot}>
          <Legend />
          <Weeks columns={columns(width)} total={weeks.length} onMove={setBack} />
        </div>
      )}
      table={<WeeksTable weeks={weeks} minutes={minutes} today={today} />}
    >
      {(width) => {
        const { pitch, first, end } = columns(width);
        const every = Math.ceil(44 / pitch);
        return (
          <>
            {[0, 2, 4].map((row) => (
              <text key={row} x={LEFT - 8} y={TOP + row * pitch + pitch / 2 + 2} textAnchor="end">
                {weekdayShort((weekStartsOn + row) % 7)}
              </text>
            ))}
            {weeks.slice(first, end).map((week, column) => (
              <g key={week}>
                {column % every === 0 && (
                  <text x={LEFT + column * pitch} y={13}>
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
                      x={LEFT + column * pitch}
                      y={TOP + daysBetween(week, date) * pitch}
                      size={Math.round(pitch * 0.8)}
                    />
                  ))}
              </g>
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

interface DayProps {
  date: string;
  minutes: number;
  rest: boolean;
  x: number;
  y: number;
  size: number;
}

function Day({ date, minutes, rest, x, y, size }: DayProps) {
  if (rest && minutes === 0) return <path className={classes.rest} d={`M${x + size * 0.2} ${y + size / 2}h${size * 0.6}`} />;
  return (
    <rect className={classes.day} data-step={heatStep(minutes)} x={x} y={y} width={size} height={size} rx="3">
      <title>{`${dayAndMonth(date)}: ${minutes === 0 ? 'nothing' : duration(minutes)}`}</title>
    </rect>
  );
}

/** The way to the weeks that there is no room for; nothing where all are drawn. */
function Weeks({ columns: { first, end }, total, onMove }: { columns: HeatColumns; total: number; onMove: (back: number) => void }) {
  if (end - first >= total) return null;
  const back = total - end;
  return (
    <span className="row">
      <ActionIcon aria-label="Earlier weeks" disabled={first === 0} onClick={() => onMove(back + end - first)}>
        <ChevronLeftIcon />
      </ActionIcon>
      <ActionIcon aria-label="Later weeks" disabled={back === 0} onClick={() => onMove(Math.max(0, back - (end - first)))}>
        <ChevronRightIcon />
      </ActionIcon>
    </span>
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
