import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { notSaved } from '../../api/refusal';
import { useChangePace } from './enrollment-queries';
import { isSamePace } from './pace-choices';
import { PaceFields } from './pace-fields';
import { told } from './told';

/** The pace of the level being prepared for; the plan follows. */
export function PaceSettings({ enrollment: { id, pace: stands } }: { enrollment: Pick<Enrollment, 'id' | 'pace'> }) {
  const [pace, setPace] = useState(stands);
  const change = useChangePace(id);
  const save = () => told(change.mutateAsync(pace), 'Saved. The plan follows', () => change.mutateAsync(stands).then(() => setPace(stands)));
  return (
    <div className="stack" style={{ '--gap': '8px' } as React.CSSProperties}>
      <h3>Your pace</h3>
      <p className="sm soft">However much time a day has, the plan fills no more of it than this. What you pin by hand may.</p>
      <PaceFields value={pace} onChange={setPace} />
      <div>
        <Button variant="default" disabled={isSamePace(pace, stands)} loading={change.isPending} onClick={save}>
          Save this pace
        </Button>
      </div>
      {change.error && (
        <p className="sm risk" role="alert">
          {notSaved(change.error)}
        </p>
      )}
    </div>
  );
}
