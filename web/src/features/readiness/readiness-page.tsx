import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { Readiness } from '@server/readiness/readiness.contract';
import { BandChip } from '../../ui/band-chip';
import { ButtonLink } from '../../ui/button-link';
import { Chip } from '../../ui/chip';
import { Column, Columns } from '../../ui/columns';
import { Empty } from '../../ui/empty';
import { days, whenOf } from '../../ui/format';
import { ClockIcon } from '../../ui/icons';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Score } from '../../ui/score';
import { Card, Section } from '../../ui/section';
import { SkillBar } from '../../ui/skill-bar';
import { TrendChart } from '../../ui/trend-chart';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { NextActions } from './next-actions';
import { readinessQuery } from './readiness-queries';

/** How ready for the level, with its range, what it is made of, and what moves it. */
export default function ReadinessPage() {
  const enrollments = useQuery(enrollmentsQuery());
  const current = useCurrentEnrollment();
  return (
    <QueryRegion query={enrollments} what="Readiness">
      {() =>
        current ? (
          <>
            <EnrollmentSwitch current={current} />
            <OfEnrollment enrollment={current} />
          </>
        ) : (
          <>
            <PageHead title="Readiness" />
            <Empty title="Nothing to measure yet" action={<ButtonLink to="/levels">Find your level</ButtonLink>}>
              Choose a level and log two study days. Then there is enough to say.
            </Empty>
          </>
        )
      }
    </QueryRegion>
  );
}

function OfEnrollment({ enrollment }: { enrollment: Enrollment }) {
  const query = useQuery({ ...readinessQuery(enrollment.id), refetchInterval: ({ state }) => (state.data?.state === 'computing' ? 1_000 : false) });
  return (
    <QueryRegion query={query} what="Readiness">
      {(readiness) => (
        <>
          <PageHead
            title="Readiness"
            lead={`${enrollment.level.title}, ${readiness.computedAt ? `worked out ${whenOf(readiness.computedAt, enrollment.timeZone)}` : 'being worked out'}`}
            aside={
              enrollment.daysToExam >= 0 && (
                <Chip tone="outline" icon={<ClockIcon size="s" />}>
                  {days(enrollment.daysToExam)} to the exam
                </Chip>
              )
            }
          />
          <Whole readiness={readiness} enrollment={enrollment} />
        </>
      )}
    </QueryRegion>
  );
}

function Whole({ readiness, enrollment }: { readiness: Readiness; enrollment: Enrollment }) {
  const { score, low, high, band, change, wanting, skills, nextActions, history } = readiness;
  const value = score === null || low === null || high === null ? null : { score, low, high };
  const known = history.flatMap((point) =>
    point.score === null || point.low === null || point.high === null ? [] : [{ date: point.date, score: point.score, low: point.low, high: point.high }],
  );
  return (
    <div className="stack" style={{ '--gap': '32px' } as React.CSSProperties}>
      <Card title="What you hold today" aside={<BandChip band={band} />}>
        <Score
          value={value}
          note={change === null ? 'Your first week' : change === 0 ? 'As a week ago' : `${change > 0 ? 'Up' : 'Down'} ${Math.abs(change)} since last week`}
          wanting={
            <>
              <b className="b">
                {wanting ? `${wanting.studyDays === 1 ? 'One more study day' : `${wanting.studyDays} more study days`}.` : 'It comes in a moment.'}
              </b>{' '}
              <span className="soft">Then there is enough to say.</span>
            </>
          }
        />
      </Card>
      <Section title="The way so far">
        {known.length > 1 ? (
          <TrendChart points={known} today={enrollment.today} examOn={enrollment.examOn} />
        ) : (
          <p className="soft">The line begins with your second score.</p>
        )}
      </Section>
      <Columns>
        <Column>
          <Section title={score === null ? 'Skill by skill' : `Why ${score}, skill by skill`}>
            <ul>
              {skills.map((skill) => (
                <SkillBar
                  key={skill.skillId}
                  title={skill.title}
                  value={skill.minutes > 0 ? skill : null}
                  note={noteOf(skill, score !== null)}
                />
              ))}
              {value && <SkillBar total title="Together" value={value} note="Each skill counts by its share of the level" />}
            </ul>
          </Section>
        </Column>
        <Column>
          <NextActions actions={nextActions} title="What moves it" />
          <p className="xs soft">
            This score counts how much of each skill’s expected time you have put in, fading with the time since. Its range allows for our estimates being off
            by a third. It is no promise.
          </p>
        </Column>
      </Columns>
    </div>
  );
}

function noteOf({ points, weightPercent, minutes, recallPercent }: Readiness['skills'][number], hasScore: boolean): string {
  const held = minutes === 0 || recallPercent === null ? 'Nothing logged yet' : `${recallPercent}% recalled`;
  return hasScore ? `${points} of ${Math.round(weightPercent)} points. ${held}` : `${Math.round(weightPercent)}% of the level. ${held}`;
}
