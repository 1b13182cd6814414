import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { notSaved } from '../../api/refusal';
import { Card } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { useRecordOutcome } from './enrollment-queries';

/** Says how an exam went: asked for on Today once its day has come, and at any time in Settings. */
export function ExamOutcome({ enrollment: { id, level, examOn, today, startedOn } }: { enrollment: Enrollment }) {
  const [takenOn, setTakenOn] = useState(examOn <= today ? examOn : today);
  const record = useRecordOutcome(id);
  const say = (result: 'passed' | 'failed', words: string) => record.mutate({ takenOn, result, scorePercent: null }, { onSuccess: () => toast(words) });
  return (
    <Card title="How did the exam go?" lead={`${level.title}. What you logged stays either way.`}>
      <div className="row wrap" style={{ alignItems: 'end' }}>
        <TextInput
          type="date"
          label="Taken on"
          value={takenOn}
          min={startedOn}
          max={today}
          onChange={({ currentTarget }) => setTakenOn(currentTarget.value || takenOn)}
        />
        <Button loading={record.isPending} onClick={() => say('passed', `${level.title} is passed`)}>
          I passed
        </Button>
        <Button variant="default" loading={record.isPending} onClick={() => say('failed', 'Noted. Choose the next date, and the plan follows')}>
          Not this time
        </Button>
      </div>
      {record.error && (
        <p className="sm risk" role="alert">
          {notSaved(record.error)}
        </p>
      )}
    </Card>
  );
}
