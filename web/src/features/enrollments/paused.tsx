import { Button } from '@mantine/core';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { notSaved } from '../../api/refusal';
import { dateInFull } from '../../ui/format';
import { PauseIcon } from '../../ui/icons';
import { useEndPause, usePause } from './life-queries';
import { told } from './told';

/** Since when and until when the enrollment is paused, and a button to resume. Also on Today. */
export function Paused({ enrollment: { id, pause, level } }: { enrollment: Enrollment }) {
  const end = useEndPause(id);
  const again = usePause(id);
  const resume = () =>
    told(end.mutateAsync(undefined), `${level.title} resumed. Your plan is updated`, () => again.mutateAsync({ untilOn: pause?.untilOn ?? null }));
  return (
    <div className="row wrap">
      <PauseIcon size="s" />
      <span className="grow">
        Paused since {pause && dateInFull(pause.fromOn)}
        {pause?.untilOn && `, resumes on ${dateInFull(pause.untilOn)}`}
      </span>
      <Button variant="default" loading={end.isPending} onClick={resume}>
        Resume now
      </Button>
      {end.error && (
        <p className="sm risk" role="alert">
          {notSaved(end.error)}
        </p>
      )}
    </div>
  );
}
