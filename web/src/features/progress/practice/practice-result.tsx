import { ActionIcon } from '@mantine/core';
import { useState, type ReactNode, type RefObject } from 'react';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { PracticeResult } from '@server/progress/practice/practice.contract';
import { notSaved } from '../../../api/refusal';
import { dateInFull } from '../../../ui/format';
import { DeleteIcon, EditIcon } from '../../../ui/icons';
import { KindMark } from '../../../ui/kind-mark';
import { Row } from '../../../ui/rows';
import { toast, toastFault } from '../../../ui/toast-store';
import { useFocusInPlace } from '../../../ui/use-focus-in-place';
import { toldOfSkill } from './of-skill';
import { PracticeForm } from './practice-form';
import classes from './practice.module.css';
import { useDeletePractice, useRestorePractice } from './practice-queries';
import { percentRight } from './practice-values';

interface Props {
  enrollment: Enrollment;
  skills: LevelPage['skills'];
  result: PracticeResult;
  /** The skill whose exams are shown, if only those of one are. */
  shown: { id: string; title: string } | undefined;
}

/** One practice exam of the list, or the form that corrects it. */
export function Result({ enrollment, skills, result, shown }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { opener, place } = useFocusInPlace(isOpen);
  if (isOpen)
    return (
      <li>
        <div className="grow" ref={place}>
          <PracticeForm enrollment={enrollment} skills={skills} result={result} onClose={() => setOpen(false)} />
        </div>
      </li>
    );
  return (
    <Row
      mark={<KindMark kind="practice" silent />}
      title={result.source}
      note={<Note result={result} skill={shown} titleOf={(id) => skills.find((each) => each.id === id)?.title ?? 'A skill that is gone'} />}
      aside={<ResultActs enrollmentId={enrollment.id} result={result} opener={opener} onCorrect={() => setOpen(true)} />}
    />
  );
}

interface NoteProps {
  result: PracticeResult;
  skill: Props['shown'];
  titleOf: (skillId: string) => string;
}

/** 31 of 40 right on 3 March 2026, and each skill behind a word. */
function Note({ result, skill, titleOf }: NoteProps): ReactNode {
  const { takenOn, itemsRight, itemsAsked, skills } = result;
  return (
    <>
      <span className="num">
        {itemsRight} of {itemsAsked} right on {dateInFull(takenOn)}
        {skill && `; ${toldOfSkill(result, skill.id, skill.title)}`}
      </span>
      {skills.length > 0 && (
        <details className={classes.skills}>
          <summary>By skill</summary>
          <ul>
            {skills.map((part) => (
              <li key={part.skillId} className="num">
                {titleOf(part.skillId)}: {part.itemsRight} of {part.itemsAsked}, {percentRight(part)}%
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface ActsProps {
  enrollmentId: string;
  result: PracticeResult;
  opener: RefObject<HTMLButtonElement | null>;
  onCorrect: () => void;
}

function ResultActs({ enrollmentId, result, opener, onCorrect }: ActsProps) {
  const remove = useDeletePractice(enrollmentId);
  const restore = useRestorePractice(enrollmentId);
  const failed = (error: Error) => toastFault(notSaved(error));
  const { id, source } = result;
  const drop = () => remove.mutateAsync(id).then(() => toast(`${source} deleted`, () => restore.mutateAsync(id).catch(failed)), failed);
  return (
    <span className="row">
      <b className="head num">{percentRight(result)}%</b>
      <ActionIcon ref={opener} aria-label={`Correct ${source}`} onClick={onCorrect}>
        <EditIcon />
      </ActionIcon>
      <ActionIcon aria-label={`Delete ${source}`} onClick={() => void drop()}>
        <DeleteIcon />
      </ActionIcon>
    </span>
  );
}
