import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { notSaved } from '../../api/refusal';
import { Choice } from '../../ui/choice';
import { addDays, dateInFull } from '../../ui/format';
import { Card } from '../../ui/section';
import { DateField } from './day-off-form';
import { useRecordOutcome } from './enrollment-queries';
import { useUndoOutcome } from './life-queries';
import { told } from './told';
import classes from './availability.module.css';

export type Result = 'passed' | 'failed' | 'awaited';
const RESULTS: readonly { value: Result; label: string }[] = [
  { value: 'passed', label: 'I passed' },
  { value: 'failed', label: 'Not this time' },
  { value: 'awaited', label: 'No result yet' },
];

/** Says how an exam went: asked for on Today once its day has come, and at any time in Settings. */
export function ExamOutcome({ enrollment: { id, level, examOn, today, startedOn } }: { enrollment: Enrollment }) {
  const [takenOn, setTakenOn] = useState(examOn <= today ? examOn : today);
  const [result, setResult] = useState<Result | null>(null);
  const isBefore = today < examOn;
  const [isOpen, setOpen] = useState(!isBefore);
  const [scorePercent, setScore] = useState<number | null>(null);
  const [validUntil, setValidUntil] = useState<string | null>(null);
  const record = useRecordOutcome(id);
  const undo = useUndoOutcome(id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (result === null) return;
    const known = result === 'awaited' ? { result: null } : { result, scorePercent, ...(result === 'passed' && { validUntil }) };
    told(record.mutateAsync({ takenOn, ...known }), resultWords(result, level.title), undo);
  };
  if (!isOpen)
    return (
      <Card title="Already taken the exam?" lead={`It is planned for ${dateInFull(examOn)}. Record a result only if you took it earlier.`}>
        <Button variant="default" onClick={() => setOpen(true)}>
          Record an exam result
        </Button>
      </Card>
    );
  return (
    <Card title="How did the exam go?" lead={`${level.title}. What you logged stays either way.`}>
      <form className="stack" style={{ '--gap': '12px' } as React.CSSProperties} onSubmit={submit} aria-label="How did the exam go?">
        <Choice label="How it went" value={result} onChange={setResult} options={RESULTS} />
        <div className={classes.fields}>
          <DateField label="Taken on" value={takenOn} min={startedOn} max={today} onChange={setTakenOn} />
          {(result === 'passed' || result === 'failed') && <ScoreField value={scorePercent} onChange={setScore} />}
          {result === 'passed' && <CertificateEnd value={validUntil} min={takenOn} onChange={setValidUntil} />}
        </div>
        <SaveResult error={record.error} isPending={record.isPending} isChosen={result !== null} isQuiet={isBefore} />
      </form>
    </Card>
  );
}

export const resultWords = (result: Result, level: string): string =>
  ({ passed: `${level} is passed`, failed: 'Noted. Choose the date of the retake, and the plan follows', awaited: 'Noted. Say how it went once you know' })[
    result
  ];

export const ScoreField = ({ value, onChange }: { value: number | null; onChange: (score: number | null) => void }) => (
  <NumberInput
    label="Score, if you know it"
    suffix="%"
    min={0}
    max={100}
    value={value ?? ''}
    onChange={(score) => onChange(score === '' ? null : Number(score))}
  />
);

/** Left empty it is what the program promises. */
export const CertificateEnd = ({ value, min, onChange }: { value: string | null; min: string; onChange: (date: string | null) => void }) => (
  <TextInput
    type="date"
    label="Valid until, if it says so"
    min={min}
    value={value ?? ''}
    onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
  />
);

interface SaveProps {
  error: Error | null;
  isPending: boolean;
  /** Nothing is chosen for anybody: a result cannot be saved by a single click. */
  isChosen: boolean;
  /** Before the exam date this is not what the page is about. */
  isQuiet?: boolean;
}

export const SaveResult = ({ error, isPending, isChosen, isQuiet = false }: SaveProps) => (
  <>
    {error && (
      <p className="sm risk" role="alert">
        {notSaved(error)}
      </p>
    )}
    <div>
      <Button type="submit" loading={isPending} disabled={!isChosen} variant={isQuiet ? 'default' : 'filled'}>
        Save
      </Button>
    </div>
  </>
);

/** The first day that a next exam may lie on, and the last. */
export const nextExamSpan = (today: string) => ({ min: addDays(today, 1), max: addDays(today, 5 * 365) });
