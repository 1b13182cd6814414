import { Button } from '@mantine/core';
import { Beacon } from '../../ui/beacon';
import { CheckIcon, LockIcon, PlayIcon } from '../../ui/icons';
import { Callout } from '../../ui/callout';
import { KindMark } from '../../ui/kind-mark';
import { Plate } from '../../ui/plate';
import { Row, Rows } from '../../ui/rows';
import { Card } from '../../ui/section';
import { Week, type DayOfWeek } from '../../ui/week';
import { Specimen } from './specimen';
import classes from './styleguide.module.css';

const day = (date: string, plannedMinutes: number, loggedMinutes: number, rest = false): DayOfWeek => ({ date, plannedMinutes, loggedMinutes, rest });
const WEEK = [
  day('2026-10-12', 45, 45),
  day('2026-10-13', 45, 15),
  day('2026-10-14', 45, 0),
  day('2026-10-15', 0, 0, true),
  day('2026-10-16', 60, 15),
  day('2026-10-17', 90, 0),
  day('2026-10-18', 0, 0, true),
];
const WAYS = [
  ['Study 20 min more on each planned day', 'Ready around 12 November'],
  ['Open Fridays, 45 min', 'Adds 3 h, still 4 h short'],
  ['Move the exam to 5 December', 'Comfortable, 2 h to spare'],
] as const;

/** The day as a plate and as a beacon, the week, and what stands when time is short. */
export function Days() {
  return (
    <>
      <Specimen title="Day card" lead="A day is a beacon; each session paints one band of it.">
        <div className={classes.two}>
          <Plate
            title="Write checks that stop a bad data set"
            eyebrow={
              <>
                <KindMark kind="study" silent />
                <span>Now</span>
                <span>/</span>
                <span>45 min</span>
              </>
            }
          >
            <div className={classes.day}>
              <div className="stack">
                <p>
                  Part of <b>data and model tests</b>. Likely worth <b>3 points</b>.
                </p>
                <div className="row wrap">
                  <Button leftSection={<CheckIcon />}>Done, log 45 min</Button>
                  <Button variant="default" leftSection={<PlayIcon />}>
                    Start timer
                  </Button>
                </div>
              </div>
              <Beacon bands={4} painted={1} size="day" onPlate label="15 of 60 minutes today" />
            </div>
          </Plate>
          <Plate
            compact
            title="60 of 60 min"
            eyebrow={
              <>
                <CheckIcon size="s" /> Done for today
              </>
            }
          >
            <div className={classes.day}>
              <p className="sm">Tomorrow: deploy a model, 45 min.</p>
              <Beacon bands={4} painted={4} size="day" onPlate />
            </div>
          </Plate>
          <Card title="Rest day" lead="Nothing planned. Your row of 4 stays whole.">
            <div className={classes.day}>
              <Button variant="subtle" size="sm">
                Log anyway
              </Button>
              <Beacon bands={3} painted={0} state="rest" size="card" />
            </div>
          </Card>
          <div className={classes.line}>
            <Beacon bands={3} painted={3} state="done" size="card" label="Done" />
            <Beacon bands={3} painted={1} state="part" size="card" label="In part" />
            <Beacon bands={4} painted={1} state="today" size="card" label="Today" />
            <Beacon bands={4} painted={0} state="ahead" size="card" label="Ahead" />
            <Beacon bands={3} painted={0} state="missed" size="card" label="Missed" />
          </div>
        </div>
        <div style={{ maxWidth: 560 }}>
          <Week days={WEEK} today="2026-10-16" label="A week with each kind of day" />
        </div>
      </Specimen>
      <Specimen title="Too little time" lead="Infeasible is an answer, with numbers.">
        <Callout tone="near" title="18 h needed, 11 h available">
          Seven hours are missing before 14 November. Three ways out:
        </Callout>
        <Rows>
          {WAYS.map(([title, note]) => (
            <Row
              key={title}
              title={title}
              note={note}
              aside={
                <Button variant="default" size="sm">
                  Try
                </Button>
              }
            />
          ))}
        </Rows>
        <Callout icon={<LockIcon />} title="MLOps Advanced opens after Professional">
          It asks for production experience. A mentor can waive this.
        </Callout>
      </Specimen>
    </>
  );
}
