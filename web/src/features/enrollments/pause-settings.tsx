import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { PauseInput } from '@server/enrollments/life/life.contract';
import { notSaved } from '../../api/refusal';
import { addDays } from '../../ui/format';
import { Section } from '../../ui/section';
import { textLimit } from '../../ui/text-limit';
import { useEndPause, usePause } from './life-queries';
import { Paused } from './paused';
import { told } from './told';

/** Pauses the preparation, until a day or until one goes on; its days count as a break. */
export function PauseSettings({ enrollment }: { enrollment: Enrollment }) {
  if (enrollment.state !== 'active' && enrollment.state !== 'paused') return null;
  return (
    <Section title="Pause" lead="No plan, no reminders and no broken streak until you resume.">
      {enrollment.state === 'paused' ? <Paused enrollment={enrollment} /> : <PauseForm enrollment={enrollment} />}
    </Section>
  );
}

function PauseForm({ enrollment: { id, today } }: { enrollment: Enrollment }) {
  const [untilOn, setUntilOn] = useState('');
  const [reason, setReason] = useState('');
  const pause = usePause(id);
  const end = useEndPause(id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    told(pause.mutateAsync({ untilOn: untilOn || null, reason }), 'Paused', () => end.mutateAsync(undefined));
  };
  return (
    <form className="stack" style={{ '--gap': '12px', maxWidth: 452 } as React.CSSProperties} onSubmit={submit} aria-label="Pause">
      <TextInput
        type="date"
        label="Resume on"
        description="Leave empty to resume yourself"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        min={addDays(today, 1)}
        max={addDays(today, 365)}
        value={untilOn}
        onChange={({ currentTarget }) => setUntilOn(currentTarget.value)}
      />
      <TextInput
        label="Reason"
        placeholder="Only for you"
        {...textLimit(PauseInput.shape.reason, reason)}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {pause.error && (
        <p className="sm risk" role="alert">
          {notSaved(pause.error)}
        </p>
      )}
      <div>
        <Button type="submit" variant="default" loading={pause.isPending}>
          Pause
        </Button>
      </div>
    </form>
  );
}
