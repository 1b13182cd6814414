import { Alert, Button, Checkbox, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Availability } from '@server/enrollments/enrollments.contract';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import { addDays, dayAndMonth, dayInFull, daysBetween } from '../../ui/format';
import { CheckIcon } from '../../ui/icons';
import { Logo } from '../../ui/logo';
import { QueryRegion } from '../../ui/query-region';
import { levelQuery } from '../curriculum/curriculum-queries';
import { useSetReminderRule } from '../reminders/reminder-queries';
import { BeforeEnrolling } from './before-enrolling';
import { rememberEnrollment } from './current-enrollment';
import { useEnroll } from './enrollment-queries';
import { FitPlate } from './fit-plate';
import { proposedExamOn, timeFit } from './time-fit';
import { WeekPicker } from './week-picker';
import classes from './enroll-page.module.css';

const USUAL_WEEK: Availability = { monday: 45, tuesday: 60, wednesday: 45, thursday: 45, friday: 0, saturday: 90, sunday: 0 };
const USUAL_DAYS = 30;
const STEPS = ['date', 'week', 'reminder'] as const;
type Step = (typeof STEPS)[number];

/** From a level to a plan in three short questions: when is the exam, when is there time, when to be reminded. */
export default function EnrollPage() {
  const { levelId } = useParams({ strict: false });
  const query = useQuery(levelQuery(levelId ?? ''));
  return (
    <main className={classes.page} id="main" tabIndex={-1}>
      <header className={classes.top}>
        <span className={classes.mark}>
          <Logo />
        </span>
        Daymark
        <Link to="/levels">Finish later</Link>
      </header>
      <QueryRegion query={query} what="The level">
        {(level) => <BeforeEnrolling level={level}>{(today) => <Questions level={level} today={today} />}</BeforeEnrolling>}
      </QueryRegion>
    </main>
  );
}

function Questions({ level, today }: { level: LevelPage; today: string }) {
  const [step, setStep] = useState<Step>('date');
  const [chosenOn, setExamOn] = useState(addDays(today, USUAL_DAYS));
  const [isOpen, setOpen] = useState(false);
  const [availability, setAvailability] = useState(USUAL_WEEK);
  const [reminder, setReminder] = useState({ localTime: '18:00', enabled: true });
  const [attempt] = useState(() => uuidv7());
  const navigate = useNavigate();
  const enroll = useEnroll();
  const remind = useSetReminderRule();
  const examOn = isOpen ? proposedExamOn(level, availability, today) : chosenOn;
  const fit = timeFit(level, availability, today, examOn);

  const start = async () => {
    const enrollment = await enroll.mutateAsync({
      headers: { 'idempotency-key': attempt },
      body: { levelId: level.id, examOn: isOpen ? null : examOn, availability },
    });
    await remind.mutateAsync(reminder);
    rememberEnrollment(enrollment.id);
    await navigate({ to: '/today' });
  };
  const isLast = step === 'reminder';
  const act = () => (isLast ? void start().catch(() => undefined) : setStep(STEPS[STEPS.indexOf(step) + 1] ?? step));
  const fault = enroll.error ?? remind.error;

  return (
    <div className={classes.grid}>
      <div>
        <Steps level={level.title} step={step} examOn={examOn} today={today} onGo={setStep} />
        {step === 'date' && <ExamDate value={examOn} onChange={setExamOn} isOpen={isOpen} onOpen={setOpen} today={today} level={level} />}
        {step === 'week' && (
          <>
            <h1>When can you study?</h1>
            <p className={`soft read ${classes.lead}`}>Be honest rather than brave. Little and often wins, and days off are part of the plan.</p>
            <WeekPicker value={availability} onChange={setAvailability} />
            <p className={`sm soft ${classes.foot}`}>You can change all of this any time.</p>
          </>
        )}
        {isLast && (
          <>
            <h1>Shall we remind you?</h1>
            <p className={`soft read ${classes.lead}`}>One mail on a planned day, at this time, if nothing is logged by then. Never more than one.</p>
            <div className={classes.fields}>
              <Switch
                label="Remind me by mail"
                checked={reminder.enabled}
                onChange={({ currentTarget: { checked } }) => setReminder((rule) => ({ ...rule, enabled: checked }))}
              />
              <TextInput
                type="time"
                label="At"
                required
                disabled={!reminder.enabled}
                value={reminder.localTime}
                onChange={({ currentTarget: { value } }) => setReminder((rule) => ({ ...rule, localTime: value || rule.localTime }))}
              />
            </div>
          </>
        )}
        {fault && (
          <Alert color="rose" role="alert" mt="md">
            {fault.message}
          </Alert>
        )}
        {step !== 'date' && (
          <Button variant="subtle" mt="md" onClick={() => setStep(STEPS[STEPS.indexOf(step) - 1] ?? step)}>
            Back
          </Button>
        )}
      </div>
      <FitPlate fit={fit} availability={availability} action={isLast ? 'Make my plan' : 'Go on'} onAct={act} isPending={enroll.isPending || remind.isPending} />
    </div>
  );
}

interface DateProps {
  value: string;
  onChange: (date: string) => void;
  /** No date yet: the value is what is proposed. */
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  today: string;
  level: LevelPage;
}

function ExamDate({ value, onChange, isOpen, onOpen, today, level }: DateProps) {
  const isPossible = value > today && value <= addDays(today, 5 * 365);
  const words = isPossible ? `${dayInFull(value)}, ${daysBetween(today, value)} days away` : undefined;
  return (
    <>
      <h1>When is the exam?</h1>
      <p className={`soft read ${classes.lead}`}>
        {level.typicalDays
          ? `Most people take ${level.typicalDays.min} to ${level.typicalDays.max} days for ${level.title}.`
          : `A month is a good start for ${level.title}.`}{' '}
        You can move it later; the plan follows.
      </p>
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={isOpen ? 'Exam date, proposed' : 'Exam date'}
          disabled={isOpen}
          required
          min={addDays(today, 1)}
          value={value}
          description={words}
          error={isPossible ? undefined : 'Choose a date from tomorrow to five years ahead'}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={({ currentTarget }) => onChange(currentTarget.value || value)}
        />
        <Checkbox
          label="I have no date yet"
          description="We propose a comfortable one from your week. Choose yours at any time"
          checked={isOpen}
          onChange={({ currentTarget }) => onOpen(currentTarget.checked)}
        />
      </div>
    </>
  );
}

interface StepsProps {
  level: string;
  step: Step;
  examOn: string;
  today: string;
  onGo: (step: Step) => void;
}

/** Where one is: what is answered can be gone back to. */
function Steps({ level, step, examOn, today, onGo }: StepsProps) {
  const at = STEPS.indexOf(step);
  const names: Record<Step, string> = { date: at > 0 ? dayAndMonth(examOn, today) : 'Exam date', week: 'Your week', reminder: 'Reminder' };
  return (
    <ol className={classes.steps} aria-label="Steps">
      <li>
        <CheckIcon size="s" />
        {level}
      </li>
      {STEPS.map((each, index) => (
        <li key={each} {...(each === step && { 'aria-current': 'step' as const })}>
          {index < at ? (
            <>
              <CheckIcon size="s" />
              <button type="button" onClick={() => onGo(each)}>
                {names[each]}
              </button>
            </>
          ) : (
            names[each]
          )}
        </li>
      ))}
    </ol>
  );
}
