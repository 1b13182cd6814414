import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../../ui/choice';
import * as icons from '../../ui/icons';
import { Logo } from '../../ui/logo';
import { Specimen } from './specimen';
import classes from './styleguide.module.css';

const RAMPS = [
  ['ink', 'Ink, the acting colour'],
  ['fog', 'Fog, paper and text'],
  ['night', 'Night, the dark paper'],
  ['signal', 'Signal, now and the exam'],
  ['ochre', 'Ochre, nearly'],
  ['sea', 'Sea, ready and well'],
  ['rose', 'Rose, risk and faults'],
  ['dusk', 'Dusk, practice'],
] as const;

/** Mark, colour, type, icons, buttons and fields. */
export function Basics() {
  const [span, setSpan] = useState<'month' | 'week'>('month');
  return (
    <>
      <Specimen title="Mark" lead="A white beacon with one red band on its plate. Never tilted, never in a circle.">
        <div className={classes.sizes}>
          {[96, 48, 32, 24, 16].map((size) => (
            <span key={size} style={{ width: size }}>
              <Logo />
            </span>
          ))}
          <span style={{ width: 48 }}>
            <Logo mono />
          </span>
          <span className={classes.monoplate}>
            <Logo mono />
          </span>
        </div>
      </Specimen>
      <Specimen title="Colour" lead="Ten steps each. Pages use roles, never steps.">
        <div className={classes.two}>
          {RAMPS.map(([ramp, caption]) => (
            <div key={ramp}>
              <div className={classes.ramp} aria-hidden>
                {Array.from({ length: 10 }, (_, step) => (
                  <i key={step} style={{ background: `var(--${ramp}-${step})` }} />
                ))}
              </div>
              <p className={classes.caption}>{caption}</p>
            </div>
          ))}
        </div>
      </Specimen>
      <Specimen title="Type" lead="National Park for headings and figures, Public Sans for the rest.">
        <div className={classes.type}>
          <p className="figure num">64</p>
          <p className="head">Tuesday 20 October</p>
          <p className="head">Write checks that stop a bad data set</p>
          <p className="head">Best for your time</p>
          <p>Text, 16. You studied on 9 of the last 11 planned days.</p>
          <p className="sm soft">Small, 14. Containers and Kubernetes, 15 min</p>
          <p className="xs soft">Smallest, 12. Only under marks and in charts</p>
        </div>
      </Specimen>
      <Specimen title="Buttons" lead="One primary a view.">
        <div className={classes.line}>
          <Button leftSection={<icons.CheckIcon />}>Log 45 min</Button>
          <Button variant="default">Start timer</Button>
          <Button variant="subtle">Log something else</Button>
          <Button variant="outline" color="rose">
            Withdraw
          </Button>
          <Button disabled>Saving</Button>
          <Button loading>Saving</Button>
        </div>
        <div className={classes.line}>
          <Button size="sm">Send</Button>
          <Button size="sm" variant="default">
            Keep mine
          </Button>
          <Choice
            label="Span"
            value={span}
            onChange={setSpan}
            options={[
              { value: 'month', label: 'Month' },
              { value: 'week', label: 'Week' },
            ]}
          />
          <Button size="lg">The one act of a page</Button>
        </div>
      </Specimen>
      <Specimen title="Fields">
        <div className={classes.two}>
          <TextInput label="Exam date" defaultValue="14 November 2026" description="A Saturday, 25 days away" />
          <TextInput label="Minutes" defaultValue="1500" error="A day holds 1,440 minutes." />
          <Textarea label="What did you do?" placeholder="Optional note" rows={2} />
          <Select label="Skill" defaultValue="Data and model tests" data={['Data and model tests', 'Containers and Kubernetes']} />
        </div>
      </Specimen>
      <Specimen title="Icons" lead="24 grid, 1.75 line, round ends.">
        <div className={`${classes.line} ${classes.icons}`}>
          {Object.entries(icons).map(([name, Icon]) => (
            <Icon key={name} />
          ))}
        </div>
      </Specimen>
    </>
  );
}
