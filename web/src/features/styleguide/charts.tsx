import { addDays, weekdayOf } from '../../ui/format';
import { Heatmap } from '../../ui/heatmap';
import { TrendChart } from '../../ui/trend-chart';
import { WeekBars } from '../../ui/week-bars';
import { Specimen } from './specimen';
import classes from './styleguide.module.css';

const TODAY = '2026-10-20';
const SCORES = [24, 26, 30, 31, 35, 38, 37, 42, 45, 46, 51, 52, 50, 55, 59, 58, 60, 63, 63, 64];
const POINTS = SCORES.map((score, index) => ({
  date: addDays('2026-09-01', Math.round(index * 2.58)),
  score,
  low: score - 12 + Math.round(index / 4),
  high: score + 10 - Math.round(index / 5),
}));
const EFFORT = [0, 45, 0, 50, 0, 20, 0, 45, 0, 70, 0, 0, 75, 0, 45, 40, 0, 20, 0, 80, 0, 0, 45, 75, 50, 0, 95, 0];
const STUDIED = Array.from({ length: 57 }, (_, index) => ({ date: addDays('2026-08-24', index), minutes: EFFORT[index % EFFORT.length] ?? 0 }));
const WEEKS = [150, 225, 240, 255, 210, 165, 240, 255, 60].map((minutes, index) => ({
  from: addDays('2026-08-24', 7 * index),
  minutes,
  plannedMinutes: [225, 225, 240, 240, 240, 240, 255, 255, 285][index],
}));

/** Direct labels, few lines, a table behind each. */
export function Charts() {
  return (
    <Specimen title="Charts" lead="Direct labels, few lines, a table behind each.">
      <TrendChart points={POINTS} today={TODAY} examOn="2026-11-14" />
      <TrendChart points={POINTS} today={TODAY} height={200} />
      <div className={classes.two}>
        <Heatmap days={STUDIED} today={TODAY} isRest={(date) => weekdayOf(date) === 4 || weekdayOf(date) === 6} />
        <WeekBars weeks={WEEKS} />
      </div>
    </Specimen>
  );
}
