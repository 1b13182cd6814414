import { useQuery } from '@tanstack/react-query';
import { WEEKDAYS, type Enrollment } from '@server/enrollments/enrollments.contract';
import { addDays, weekdayOf, weekStart } from '../../ui/format';
import { Heatmap } from '../../ui/heatmap';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { WeekBars } from '../../ui/week-bars';
import { planQuery } from '../plans/plan-queries';
import { EffortChart } from './charts/effort-chart';
import { plannedWeeks } from './charts/planned-weeks';
import { SkillShares } from './charts/skill-shares';
import { effortQuery, skillTimesQuery, studyWeeksQuery } from './history-queries';
import classes from './progress-page.module.css';
import { studyDaysQuery } from './progress-queries';

/** Fewer weeks than these look like nothing yet; more than a year is another chart. */
const [LEAST_WEEKS, MOST_WEEKS] = [12, 53];

/** So many weeks of days have room in half a page. */
const HALF_WEEKS = 18;

interface Props {
  enrollment: Enrollment;
}

/** What study came to, as charts, each with its table; for the learner, and for a mentor who may read them. */
export function StudyCharts({ enrollment }: Props) {
  const isLong = addDays(enrollment.startedOn, 7 * HALF_WEEKS) < enrollment.today;
  return (
    <div className={classes.charts}>
      <Section title="Study days" lead="How long, day by day." className={isLong ? classes.wide! : ''}>
        <Days enrollment={enrollment} />
      </Section>
      <Section title="Minutes a week" lead="Against what the plan had for the week.">
        <Weeks enrollment={enrollment} />
      </Section>
      <Section title="Time by skill" lead="The closer bar and line, the more even the preparation.">
        <Skills enrollment={enrollment} />
      </Section>
      <Section title="The way to the exam" lead="Expected is the level’s effort, spread over the time there is." className={isLong ? classes.wide! : ''}>
        <EffortInAll enrollment={enrollment} />
      </Section>
    </div>
  );
}

function Days({ enrollment: { id, today, startedOn, availability } }: Props) {
  const query = useQuery(studyDaysQuery(id));
  const restDays = new Set(WEEKDAYS.flatMap((day, index) => (availability[day] === 0 ? [index] : [])));
  return (
    <QueryRegion query={query} what="Study days">
      {({ items }) => (
        <Heatmap
          days={items}
          today={today}
          from={firstShown(today, [startedOn, ...items.map(({ date }) => date)])}
          isRest={(date) => restDays.has(weekdayOf(date))}
        />
      )}
    </QueryRegion>
  );
}

function Weeks({ enrollment: { id, today, startedOn } }: Props) {
  const query = useQuery(studyWeeksQuery(id, firstShown(today, [startedOn])));
  const { data: plan } = useQuery(planQuery(id));
  return (
    <QueryRegion query={query} what="Minutes a week">
      {({ items }) => <WeekBars weeks={plannedWeeks(items, plan?.items ?? null)} height={230} />}
    </QueryRegion>
  );
}

function Skills({ enrollment: { id } }: Props) {
  const query = useQuery(skillTimesQuery(id));
  return (
    <QueryRegion
      query={query}
      what="Time by skill"
      isEmpty={({ items }) => items.length === 0}
      empty={<p className="soft">The skills of this level are not published yet.</p>}
    >
      {(times) => <SkillShares times={times} />}
    </QueryRegion>
  );
}

function EffortInAll({ enrollment: { id, today, startedOn } }: Props) {
  const query = useQuery(effortQuery(id, startedOn));
  const { data: days } = useQuery(studyDaysQuery(id));
  const { data: plan } = useQuery(planQuery(id));
  const ahead = (plan?.items ?? [])
    .filter(({ date, state }) => date >= today && state === 'open')
    .map(({ date, minutes, loggedMinutes }) => ({ date, minutes: Math.max(0, minutes - loggedMinutes) }));
  return (
    <QueryRegion query={query} what="The way to the exam">
      {({ totals, expected: { items, ...level } }) => (
        <EffortChart effort={{ ...level, today, totals, totalMinutes: days?.totalMinutes ?? 0, expected: items, ahead }} />
      )}
    </QueryRegion>
  );
}

/** Since the first of what there is to show; a year back at most, twelve weeks at least. */
function firstShown(today: string, dates: readonly string[]): string {
  const monday = weekStart(today);
  const [least, most] = [LEAST_WEEKS, MOST_WEEKS].map((weeks) => addDays(monday, -7 * (weeks - 1))) as [string, string];
  const first = dates.reduce((one, other) => (other < one ? other : one), least);
  return first < most ? most : first;
}
