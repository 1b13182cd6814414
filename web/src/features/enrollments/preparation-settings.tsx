import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { addDays, dayInFull } from '../../ui/format';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { useWanted } from '../../ui/use-wanted';
import { useChangeAvailability, useChangeExamDate, useTakeWithdrawalBack, useWithdraw } from './enrollment-queries';
import { PaceSettings } from './pace-settings';
import { WeekPicker } from './week-picker';

/** Exam date, usual week and pace of the level being prepared for; the plan follows at once. */
export function PreparationSettings({ enrollment }: { enrollment: Enrollment }) {
  const [availability, setAvailability] = useState(enrollment.availability);
  const change = useChangeAvailability(enrollment.id);
  const withdraw = useWithdraw(enrollment.id);
  const takeBack = useTakeWithdrawalBack(enrollment.id);
  const stop = () =>
    withdraw.mutate(undefined, {
      onSuccess: () => toast(`You no longer prepare for ${enrollment.level.title}. What you logged stays`, () => takeBack.mutate(undefined)),
    });
  const fault = change.error ?? withdraw.error;
  const place = useWanted<HTMLDivElement>('preparation', 'section');
  if (!isPrepared(enrollment)) return null;
  return (
    <Section title={`Preparing for ${enrollment.level.title}`} lead="Each change updates your plan. Logged study stays.">
      <div className="stack" id="preparation" ref={place}>
        {enrollment.state !== 'failed' && <ExamDate key={enrollment.examOn} enrollment={enrollment} />}
        <WeekPicker value={availability} onChange={setAvailability} />
        <div>
          <Button variant="default" loading={change.isPending} onClick={() => change.mutate(availability, saved)}>
            Save this week
          </Button>
        </div>
        <PaceSettings enrollment={enrollment} />
        <div>
          <Button variant="subtle" color="rose" loading={withdraw.isPending} onClick={stop}>
            Stop preparing for this level
          </Button>
        </div>
        {fault && <Fault error={fault} />}
      </div>
    </Section>
  );
}

/** Whether something is prepared for, so that exam date and days off matter. */
export const isPrepared = ({ state }: Enrollment): boolean => ['active', 'paused', 'requested', 'failed'].includes(state);

const saved = { onSuccess: () => toast('Saved. The plan follows') };

const Fault = ({ error }: { error: Error }) => (
  <p className="sm risk" role="alert">
    {error.message}
  </p>
);

/** A date that is chosen, or none yet: then one is proposed from what is to be learnt and the days there are. */
function ExamDate({ enrollment: { id, examOn: current, examDateIsProposed, today } }: { enrollment: Enrollment }) {
  const [examOn, setExamOn] = useState(current);
  const move = useChangeExamDate(id);
  const open = (isOpen: boolean) => move.mutate(isOpen ? null : current, saved);
  return (
    <div className="stack" style={{ '--gap': '8px' } as React.CSSProperties}>
      <div className="row wrap" style={{ alignItems: 'end' }}>
        <TextInput
          type="date"
          label={examDateIsProposed ? 'Exam date, proposed' : 'Exam date'}
          value={examOn}
          min={addDays(today, 1)}
          onChange={({ currentTarget }) => setExamOn(currentTarget.value || examOn)}
        />
        <Button variant="default" disabled={examOn === current && !examDateIsProposed} loading={move.isPending} onClick={() => move.mutate(examOn, saved)}>
          {examDateIsProposed ? 'Choose this date' : 'Move the exam'}
        </Button>
      </div>
      <Checkbox
        label="I have no exam date yet"
        description={examDateIsProposed ? `Until you choose one, the plan leads to ${dayInFull(current)}` : undefined}
        checked={examDateIsProposed}
        onChange={({ currentTarget }) => open(currentTarget.checked)}
      />
      {move.error && <Fault error={move.error} />}
    </div>
  );
}
