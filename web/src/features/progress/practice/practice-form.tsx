import { Button, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { PracticeResult } from '@server/progress/practice/practice.contract';
import { notSaved } from '../../../api/refusal';
import { toast } from '../../../ui/toast-store';
import classes from './practice.module.css';
import { useCorrectPractice, useDeletePractice, useRecordPractice } from './practice-queries';
import { practiceFaults, practiceInput, practiceValues, type PracticeValues } from './practice-values';

interface Props {
  enrollment: Enrollment;
  skills: LevelPage['skills'];
  /** One to correct; without it a new one is recorded. */
  result?: PracticeResult;
  onClose: () => void;
}

/** A practice exam as a whole, and by skill as far as it tells. */
export function PracticeForm({ enrollment: { id, today }, skills, result, onClose }: Props) {
  const record = useRecordPractice(id);
  const correct = useCorrectPractice(id);
  const remove = useDeletePractice(id);
  const [attempt] = useState(() => uuidv7());
  const form = useForm<PracticeValues>({
    initialValues: practiceValues(
      skills.map((skill) => skill.id),
      today,
      result,
    ),
    validate: practiceFaults,
  });
  const submit = form.onSubmit((values) => {
    const input = practiceInput(values);
    if (result) {
      const undo = () => correct.mutate({ resultId: result.id, result });
      correct.mutate({ resultId: result.id, result: input }, { onSuccess: () => (onClose(), toast('Corrected', undo)) });
    } else
      record.mutate(
        { attempt, result: input },
        { onSuccess: (recorded) => (onClose(), toast(`${recorded.source} recorded`, () => remove.mutate(recorded.id))) },
      );
  });
  const fault = record.error ?? correct.error;
  return (
    <form onSubmit={submit} className={classes.form} aria-label={result ? 'Correct this result' : 'Add a result'} noValidate>
      <div className={classes.whole}>
        <TextInput label="Which exam" placeholder="For example: Udemy mock 1" data-autofocus {...form.getInputProps('source')} />
        <TextInput type="date" label="Taken on" max={today} {...form.getInputProps('takenOn')} />
        <NumberInput label="Right" min={0} hideControls clampBehavior="none" {...form.getInputProps('itemsRight')} />
        <NumberInput label="Of items asked" min={1} hideControls clampBehavior="none" {...form.getInputProps('itemsAsked')} />
      </div>
      <details open={result !== undefined && result.skills.length > 0}>
        <summary className="sm b">By skill, as far as the exam tells</summary>
        <ul className={classes.parts}>
          {skills.map((skill) => (
            <li key={skill.id}>
              <span>{skill.title}</span>
              <NumberInput
                aria-label={`Right in ${skill.title}`}
                placeholder="Right"
                hideControls
                clampBehavior="none"
                error={form.errors[`skills ${skill.id}`]}
                {...form.getInputProps(`skills.${skill.id}.itemsRight`, { withError: false })}
              />
              <span className="soft sm">of</span>
              <NumberInput
                aria-label={`Asked in ${skill.title}`}
                placeholder="Asked"
                hideControls
                clampBehavior="none"
                {...form.getInputProps(`skills.${skill.id}.itemsAsked`, { withError: false })}
              />
            </li>
          ))}
        </ul>
      </details>
      {(form.errors.skills ?? fault) && (
        <p className="sm risk" role="alert">
          {form.errors.skills ?? (fault && notSaved(fault))}
        </p>
      )}
      <div className="row wrap">
        <Button type="submit" loading={record.isPending || correct.isPending}>
          Save
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
