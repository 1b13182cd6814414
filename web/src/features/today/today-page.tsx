import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { Today } from '@server/today/today.contract';
import { ButtonLink } from '../../ui/button-link';
import { Chip } from '../../ui/chip';
import { Column, Columns } from '../../ui/columns';
import { Empty } from '../../ui/empty';
import { days, dayInFull, duration } from '../../ui/format';
import { CheckIcon, WarningIcon } from '../../ui/icons';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Card, Section } from '../../ui/section';
import { Week } from '../../ui/week';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { ForgottenDay } from '../progress/forgotten/forgotten-day';
import { useOutbox } from '../progress/outbox/outbox';
import { WaitingStudy } from '../progress/outbox/waiting-study';
import { todayWithWaiting } from '../progress/outbox/with-waiting';
import { NextActions } from '../readiness/next-actions';
import { ConfirmAddress } from '../users/confirm-address';
import { Consistency } from './consistency';
import { isToDecide, KeepOrMove } from './keep-or-move';
import { AfterExam, ExamOutcome, Paused, PlanAnnouncement, ReleaseNews } from './notices';
import { NowPlate } from './now-plate';
import { ReadinessCard, SkillsBelow } from './readiness-card';
import { TodaysPlan } from './todays-plan';
import { useToday } from './today-queries';
import { useOfflinePages } from './use-offline-pages';
import classes from './today-page.module.css';

/** The learner's first page: what to do now, how ready they are, and how the week stands. */
export default function TodayPage() {
  const enrollments = useQuery(enrollmentsQuery());
  const current = useCurrentEnrollment();
  return (
    <QueryRegion query={enrollments} what="Today">
      {() => (current ? <OfEnrollment key={current.id} enrollment={current} /> : <NothingYet />)}
    </QueryRegion>
  );
}

function NothingYet() {
  return (
    <>
      <PageHead title="Today" />
      <div className={classes.outcome}>
        <ConfirmAddress />
      </div>
      <Empty title="No plan yet" action={<ButtonLink to="/levels">Find your level</ButtonLink>}>
        Choose a level, an exam date and your usual week. The plan takes a minute.
      </Empty>
    </>
  );
}

function OfEnrollment({ enrollment }: { enrollment: Enrollment }) {
  const today = useToday(enrollment.id);
  const outbox = useOutbox();
  useOfflinePages(enrollment.id, today.isSuccess);
  return (
    <QueryRegion query={{ ...today, data: today.data && todayWithWaiting(today.data, outbox) }} what="Today">
      {(page) => (
        <>
          <PageHead name="Today" title={dayInFull(page.date)} lead={<Countdown page={page} />} aside={<OnTrack page={page} />} />
          <EnrollmentSwitch current={enrollment} />
          <div className={classes.outcome}>
            <ConfirmAddress />
          </div>
          {page.hasReleaseNews && (
            <div className={classes.outcome}>
              <ReleaseNews enrollmentId={enrollment.id} level={page.level.title} />
            </div>
          )}
          {enrollment.state === 'paused' && (
            <div className={classes.outcome}>
              <Card title="Paused" lead="Nothing is planned until you go on. What you log counts all the same.">
                <Paused enrollment={enrollment} />
              </Card>
            </div>
          )}
          {(enrollment.state === 'exam-taken' || enrollment.state === 'failed') && (
            <div className={classes.outcome}>
              <AfterExam enrollment={enrollment} />
            </div>
          )}
          {page.state === 'active' && page.daysToExam <= 0 && !enrollment.examDateIsProposed && (
            <div className={classes.outcome}>
              <ExamOutcome enrollment={enrollment} />
            </div>
          )}
          {page.plan.openProposalId && (
            <div className={classes.outcome}>
              <PlanAnnouncement enrollmentId={enrollment.id} proposalId={page.plan.openProposalId} />
            </div>
          )}
          {isToDecide(page) && (
            <div className={classes.outcome}>
              <KeepOrMove page={page} />
            </div>
          )}
          <div className={classes.outcome}>
            <WaitingStudy enrollmentId={enrollment.id} />
          </div>
          <ForgottenDay page={page} onLogged={today.awaitReadiness} />
          <div className={classes.top}>
            <ReadinessCard page={page} isWaiting={today.isWaiting} />
            <NowPlate page={page} onLogged={today.awaitReadiness} />
          </div>
          <Columns>
            <Column>
              <Section title="This week" aside={<WeekSum page={page} />}>
                <Week days={page.week} today={page.date} label="This week" />
              </Section>
              <TodaysPlan page={page} onLogged={today.awaitReadiness} />
            </Column>
            <Column>
              <NextActions actions={page.nextActions} title="Best for your time" levelId={page.level.id} most={3} />
              <SkillsBelow page={page} />
              <Consistency page={page} />
            </Column>
          </Columns>
        </>
      )}
    </QueryRegion>
  );
}

function Countdown({ page }: { page: Today }) {
  const level = page.level.title;
  if (page.state === 'passed') return <>You passed {level}</>;
  if (page.daysToExam > 0)
    return (
      <>
        <b className="b signal">{days(page.daysToExam)}</b> to your {level} exam
      </>
    );
  return page.daysToExam === 0 ? (
    <b className="b signal">Your {level} exam is today</b>
  ) : (
    <>
      Your {level} exam was {days(-page.daysToExam)} ago
    </>
  );
}

function OnTrack({ page: { plan, state, daysToExam } }: { page: Today }) {
  if (state !== 'active' || daysToExam <= 0) return null;
  const { feasible, neededMinutes, availableMinutes } = plan;
  if (feasible)
    return (
      <Chip tone="ready" icon={<CheckIcon size="s" />}>
        On track, {duration(availableMinutes - neededMinutes)} to spare
      </Chip>
    );
  return (
    <Chip tone="near" icon={<WarningIcon size="s" />}>
      {duration(neededMinutes)} needed, {duration(availableMinutes)} available
    </Chip>
  );
}

function WeekSum({ page: { week } }: { page: Today }) {
  const sum = (key: 'loggedMinutes' | 'plannedMinutes') => week.reduce((total, day) => total + day[key], 0);
  return (
    <span className="sm soft num">
      {duration(sum('loggedMinutes'))} of {duration(sum('plannedMinutes'))} planned
    </span>
  );
}
