import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { RecordedOutcome } from '@server/enrollments/life/life.contract';
import { notSaved } from '../../api/refusal';
import { Choice } from '../../ui/choice';
import { addDays, dateInFull, days, daysBetween } from '../../ui/format';
import { QueryRegion } from '../../ui/query-region';
import { Card } from '../../ui/section';
import { DateField } from './day-off-form';
import { CertificateEnd, nextExamSpan, resultWords, SaveResult, ScoreField } from './exam-outcome';
import { useRecordOutcome } from './enrollment-queries';
import { outcomesQuery, useCompleteOutcome, useRecertify, useSetRetake, useUndoOutcome } from './life-queries';
import { told, toldOrFault } from './told';
import classes from './availability.module.css';

/** What comes after an exam: its result, a retake, the certificate and its end. */
export function AfterExam({ enrollment }: { enrollment: Enrollment }) {
  switch (enrollment.state) {
    case 'exam-taken':
      return <AwaitedResult enrollment={enrollment} />;
    case 'failed':
      return <Retake enrollment={enrollment} />;
    case 'passed':
    case 'expired':
      return <Certificate enrollment={enrollment} />;
    default:
      return null;
  }
}

function AwaitedResult({ enrollment }: { enrollment: Enrollment }) {
  const query = useQuery(outcomesQuery(enrollment.id));
  return (
    <Card title="How did the exam go?" lead={`${enrollment.level.title}. Say so once you know; nothing is asked of you until then.`}>
      <QueryRegion query={query} what="The exam">
        {({ items }) => {
          const awaited = items.find(({ result }) => result === null);
          return awaited && <ResultForm enrollment={enrollment} outcome={awaited} />;
        }}
      </QueryRegion>
    </Card>
  );
}

function ResultForm({ enrollment: { id, level }, outcome }: { enrollment: Enrollment; outcome: RecordedOutcome }) {
  const [result, setResult] = useState<'passed' | 'failed' | null>(null);
  const [scorePercent, setScore] = useState<number | null>(null);
  const [validUntil, setValidUntil] = useState<string | null>(null);
  const complete = useCompleteOutcome(id);
  const undo = useUndoOutcome(id);
  const record = useRecordOutcome(id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (result === null) return;
    const wait = () => undo().then(() => record.mutateAsync({ takenOn: outcome.takenOn, result: null }));
    told(
      complete.mutateAsync({ outcomeId: outcome.id, result, scorePercent, ...(result === 'passed' && { validUntil }) }),
      resultWords(result, level.title),
      wait,
    );
  };
  return (
    <form className="stack" style={{ '--gap': '12px' } as React.CSSProperties} onSubmit={submit} aria-label="The result">
      <p className="sm soft">Taken on {dateInFull(outcome.takenOn)}</p>
      <Choice
        label="How it went"
        value={result}
        onChange={setResult}
        options={[
          { value: 'passed', label: 'I passed' },
          { value: 'failed', label: 'Not this time' },
        ]}
      />
      <div className={classes.fields}>
        {result !== null && <ScoreField value={scorePercent} onChange={setScore} />}
        {result === 'passed' && <CertificateEnd value={validUntil} min={outcome.takenOn} onChange={setValidUntil} />}
      </div>
      <div className="row wrap">
        <SaveResult error={complete.error} isPending={complete.isPending} isChosen={result !== null} />
        <CorrectResult enrollmentId={id} words="I haven’t taken the exam" />
      </div>
    </form>
  );
}

function Retake({ enrollment }: { enrollment: Enrollment }) {
  const set = useSetRetake(enrollment.id);
  return (
    <Card title="Set a retake" lead="What you logged counts. The plan begins with what needs it most.">
      <NextExam today={enrollment.today} ahead={30} act="Plan the retake" change={set} said="The plan leads to the retake" />
      <CorrectResult enrollmentId={enrollment.id} words="Correct the result" />
    </Card>
  );
}

function Certificate({ enrollment: { id, level, state, certificateUntil, today } }: { enrollment: Enrollment }) {
  const again = useRecertify(id);
  const left = certificateUntil ? daysBetween(today, certificateUntil) : null;
  const lead =
    certificateUntil === null || left === null
      ? 'The program does not say when it ends.'
      : state === 'expired'
        ? `It was valid until ${dateInFull(certificateUntil)}.`
        : `Valid until ${dateInFull(certificateUntil)}, ${days(left)} from now.`;
  return (
    <Card title={`Your ${level.title} certificate`} lead={lead}>
      <NextExam today={today} ahead={60} act="Prepare again" change={again} said={`You prepare for ${level.title} again`} />
      {state === 'passed' && <CorrectResult enrollmentId={id} words="Correct the result" />}
    </Card>
  );
}

/** Removes the result that was recorded last, so that the right one can be recorded. */
function CorrectResult({ enrollmentId, words }: { enrollmentId: string; words: string }) {
  const undo = useUndoOutcome(enrollmentId);
  return (
    <Button variant="subtle" style={{ justifySelf: 'start' }} onClick={() => toldOrFault(undo(), 'Exam result removed. You can record it again in Settings')}>
      {words}
    </Button>
  );
}

interface NextExamProps {
  today: string;
  /** Days from now that the date stands on first. */
  ahead: number;
  act: string;
  said: string;
  change: ReturnType<typeof useSetRetake>;
}

function NextExam({ today, ahead, act, said, change }: NextExamProps) {
  const [examOn, setExamOn] = useState(addDays(today, ahead));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    told(change.mutateAsync(examOn), said);
  };
  return (
    <form className="row wrap" style={{ alignItems: 'end' }} onSubmit={submit} aria-label={act}>
      <DateField label="Exam date" value={examOn} {...nextExamSpan(today)} onChange={setExamOn} />
      <Button type="submit" variant="default" loading={change.isPending}>
        {act}
      </Button>
      {change.error && (
        <p className="sm risk" role="alert">
          {notSaved(change.error)}
        </p>
      )}
    </form>
  );
}
