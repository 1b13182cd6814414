import { Button, Checkbox, TextInput } from '@mantine/core';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { addDays } from '../../ui/format';
import { CloseIcon } from '../../ui/icons';
import { PaceFields } from '../enrollments/pace-fields';
import { WeekPicker } from '../enrollments/week-picker';
import { mostAWeekThen, weekMinutes } from '../enrollments/week-words';
import { LeaveOutField } from './leave-out-field';
import type { Trial } from './trial';
import { WhatIfResult } from './what-if-result';
import type { useWhatIf } from './use-what-if';
import classes from './what-if.module.css';

interface Props {
  enrollment: Enrollment;
  whatIf: ReturnType<typeof useWhatIf>;
  onClose: () => void;
}

/** Another exam date, week or pace, and what the plan becomes with it; nothing changes until it is accepted. */
export function WhatIf({ enrollment, whatIf, onClose }: Props) {
  const { trial, setTrial } = whatIf;
  return (
    <section className={classes.whatIf} aria-label="What if">
      <div className={classes.asked}>
        <div className={classes.head}>
          <h2>What if</h2>
          <Button variant="subtle" size="sm" mih={44} leftSection={<CloseIcon size="s" />} onClick={onClose}>
            Close
          </Button>
        </div>
        <p className="sm soft">Try another date, week or pace, or less to learn. Your plan stays as it is until you accept.</p>
        <ExamDate trial={trial} proposed={whatIf.result?.after.examOn} today={enrollment.today} stands={enrollment.examOn} onChange={setTrial} />
        <div>
          <div className={classes.week}>
            <h3>A usual week</h3>
            <span className="num soft">{mostAWeekThen(weekMinutes(trial.availability), weekMinutes(enrollment.availability))}</span>
          </div>
          <WeekPicker value={trial.availability} onChange={(availability) => setTrial({ ...trial, availability })} />
        </div>
        <div>
          <h3 className={classes.pace}>Your pace</h3>
          <PaceFields value={trial.pace} onChange={(pace) => setTrial({ ...trial, pace })} />
        </div>
        <LeaveOutField enrollmentId={enrollment.id} value={trial.leaveOut} onChange={(leaveOut) => setTrial({ ...trial, leaveOut })} />
      </div>
      <WhatIfResult enrollment={enrollment} whatIf={whatIf} onClose={onClose} />
    </section>
  );
}

interface DateProps {
  trial: Trial;
  /** What the server would propose, once it said so. */
  proposed: string | undefined;
  today: string;
  stands: string;
  onChange: (trial: Trial) => void;
}

function ExamDate({ trial, proposed, today, stands, onChange }: DateProps) {
  const isOpen = trial.examOn === null;
  return (
    <div className={classes.date}>
      <TextInput
        type="date"
        label={isOpen ? 'Exam date, proposed' : 'Exam date'}
        value={trial.examOn ?? proposed ?? stands}
        min={addDays(today, 1)}
        onChange={({ currentTarget }) => currentTarget.value && onChange({ ...trial, examOn: currentTarget.value })}
      />
      <Checkbox
        label="Propose the earliest comfortable date"
        checked={isOpen}
        onChange={({ currentTarget }) => onChange({ ...trial, examOn: currentTarget.checked ? null : (proposed ?? stands) })}
      />
    </div>
  );
}
