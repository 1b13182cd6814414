import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { addDays } from '../../ui/format';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { useChangeAvailability, useChangeExamDate, useTakeWithdrawalBack, useWithdraw } from './enrollment-queries';
import { WeekPicker } from './week-picker';

/** Exam date and usual week of the level being prepared for; the plan follows at once. */
export function PreparationSettings({ enrollment }: { enrollment: Enrollment }) {
  const [examOn, setExamOn] = useState(enrollment.examOn);
  const [availability, setAvailability] = useState(enrollment.availability);
  const move = useChangeExamDate(enrollment.id);
  const change = useChangeAvailability(enrollment.id);
  const withdraw = useWithdraw(enrollment.id);
  const takeBack = useTakeWithdrawalBack(enrollment.id);
  const stop = () =>
    withdraw.mutate(undefined, {
      onSuccess: () => toast(`You no longer prepare for ${enrollment.level.title}. What you logged stays`, () => takeBack.mutate(undefined)),
    });
  const isClosed = !['active', 'paused', 'requested', 'failed'].includes(enrollment.state);
  const fault = move.error ?? change.error ?? withdraw.error;
  const said = { onSuccess: () => toast('Saved. The plan follows') };
  if (isClosed) return null;
  return (
    <Section title={`Preparing for ${enrollment.level.title}`} lead="The plan follows each change; what is logged stays.">
      <div className="stack" id="preparation">
        <div className="row wrap" style={{ alignItems: 'end' }}>
          <TextInput
            type="date"
            label="Exam date"
            value={examOn}
            min={addDays(enrollment.today, 1)}
            onChange={({ currentTarget }) => setExamOn(currentTarget.value || examOn)}
          />
          <Button variant="default" disabled={examOn === enrollment.examOn} loading={move.isPending} onClick={() => move.mutate(examOn, said)}>
            Move the exam
          </Button>
        </div>
        <WeekPicker value={availability} onChange={setAvailability} />
        <div>
          <Button variant="default" loading={change.isPending} onClick={() => change.mutate(availability, said)}>
            Save this week
          </Button>{' '}
          <Button variant="subtle" color="rose" loading={withdraw.isPending} onClick={stop}>
            Stop preparing for this level
          </Button>
        </div>
        {fault && (
          <p className="sm risk" role="alert">
            {fault.message}
          </p>
        )}
      </div>
    </Section>
  );
}
