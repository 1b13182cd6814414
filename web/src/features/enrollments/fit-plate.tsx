import { Button } from '@mantine/core';
import { WEEKDAYS, type Availability } from '@server/enrollments/enrollments.contract';
import { Beacon } from '../../ui/beacon';
import { bandsFor } from '../../ui/beacon-shape';
import { duration, weekdayName } from '../../ui/format';
import { CheckIcon, WarningIcon } from '../../ui/icons';
import { Plate } from '../../ui/plate';
import type { timeFit } from './time-fit';
import { mostAWeek } from './week-words';
import classes from './fit-plate.module.css';

interface Props {
  fit: ReturnType<typeof timeFit>;
  availability: Availability;
  action: string;
  onAct: () => void;
  isPending: boolean;
}

/** Whether the weeks until the exam hold what the level takes, in numbers, and the one button. */
export function FitPlate({ fit, availability, action, onAct, isPending }: Props) {
  const fits = fit.spareMinutes >= 0;
  const eyebrow = (
    <>
      {fits ? <CheckIcon size="s" /> : <WarningIcon size="s" />}
      <span>{fits ? 'It fits' : `${duration(fit.neededMinutes)} needed, ${duration(fit.availableMinutes)} available`}</span>
    </>
  );
  return (
    <Plate eyebrow={eyebrow} title={<span className="num">{mostAWeek(fit.weekMinutes)}</span>}>
      <ol className={classes.week} aria-label="A usual week">
        {WEEKDAYS.map((day, index) => {
          const bands = bandsFor(availability[day]);
          return (
            <li key={day}>
              <Beacon bands={bands} painted={bands} state={availability[day] === 0 ? 'rest' : 'done'} size="small" onPlate />
              <span aria-hidden>{weekdayName(index).slice(0, 2)}</span>
              <span className="vh">
                {weekdayName(index)}: {availability[day] === 0 ? 'rest' : `${availability[day]} minutes`}
              </span>
            </li>
          );
        })}
      </ol>
      <dl className={classes.sums}>
        <div>
          <dt>Needed before the exam</dt>
          <dd className="num">{duration(fit.neededMinutes)}</dd>
        </div>
        <div>
          <dt>You have</dt>
          <dd className="num">{duration(fit.availableMinutes)}</dd>
        </div>
        <div>
          <dt>{fits ? 'To spare' : 'Missing'}</dt>
          <dd className="num">{duration(Math.abs(fit.spareMinutes))}</dd>
        </div>
      </dl>
      {!fits && <p className="sm">You can start all the same. The plan gives each part its share, and says what would make it whole.</p>}
      <Button fullWidth size="lg" onClick={onAct} loading={isPending} mt="sm">
        {action}
      </Button>
    </Plate>
  );
}
