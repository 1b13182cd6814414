import { ActionIcon, Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { PracticeResult } from '@server/progress/practice/practice.contract';
import { notSaved } from '../../../api/refusal';
import { Empty } from '../../../ui/empty';
import { dateInFull } from '../../../ui/format';
import { AddIcon, DeleteIcon, EditIcon } from '../../../ui/icons';
import { KindMark } from '../../../ui/kind-mark';
import { QueryRegion } from '../../../ui/query-region';
import { Row, Rows } from '../../../ui/rows';
import { Section } from '../../../ui/section';
import { toast, toastFault } from '../../../ui/toast-store';
import { levelQuery } from '../../curriculum/curriculum-queries';
import { PracticeForm } from './practice-form';
import { examsOfSkill, toldOfSkill } from './of-skill';
import classes from './practice.module.css';
import { practiceQuery, useDeletePractice, useRestorePractice } from './practice-queries';
import { percentRight } from './practice-values';

/** Results of practice exams, to add, correct and delete; each with its skills behind a word. All of them, or those that count for one skill. */
export function PracticeResults({ enrollment }: { enrollment: Enrollment }) {
  const query = useInfiniteQuery(practiceQuery(enrollment.id));
  const { data: level } = useQuery(levelQuery(enrollment.level.id));
  const [open, setOpen] = useState<PracticeResult | 'new'>();
  const skills = level?.skills ?? [];
  const { skill: wanted } = useSearch({ from: '/inside/learner/progress/practice' });
  const skill = skills.find(({ id }) => id === wanted);
  const add = (
    <Button leftSection={<AddIcon size="s" />} onClick={() => setOpen('new')}>
      Add a result
    </Button>
  );
  const form = open && (
    <PracticeForm
      key={open === 'new' ? 'new' : open.id}
      enrollment={enrollment}
      skills={skills}
      onClose={() => setOpen(undefined)}
      {...(open !== 'new' && { result: open })}
    />
  );
  const isEmpty = query.data?.pages.every(({ items }) => items.length === 0) ?? true;
  return (
    <Section title="Practice exams" {...(!open && !isEmpty && { aside: add })}>
      {skill && !isEmpty && <OfSkill title={skill.title} />}
      {open === 'new' && form}
      <QueryRegion
        query={query}
        what="Practice results"
        isEmpty={() => isEmpty}
        empty={
          open ? null : (
            <Empty bare title="No result yet" action={add}>
              A practice exam says more about where you stand than hours do. Record the whole, and the skills if it tells.
            </Empty>
          )
        }
      >
        {({ pages }) => (
          <Rows label="Results of practice exams">
            {shownOf(
              pages.flatMap(({ items }) => items),
              skill?.id,
            ).map((result) =>
              open !== 'new' && open?.id === result.id ? (
                <li key={result.id}>
                  <div className="grow">{form}</div>
                </li>
              ) : (
                <Row
                  key={result.id}
                  mark={<KindMark kind="practice" silent />}
                  title={result.source}
                  note={<Note result={result} skill={skill} titleOf={(id) => skills.find((each) => each.id === id)?.title ?? 'A skill that is gone'} />}
                  aside={<ResultActs enrollmentId={enrollment.id} result={result} onCorrect={() => setOpen(result)} />}
                />
              ),
            )}
          </Rows>
        )}
      </QueryRegion>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Section>
  );
}

const shownOf = (results: readonly PracticeResult[], skillId: string | undefined) => (skillId === undefined ? results : examsOfSkill(results, skillId));

/** Whose exams are shown, and the way to all of them. */
function OfSkill({ title }: { title: string }) {
  const navigate = useNavigate({ from: '/progress/practice' });
  return (
    <p className="row wrap sm" style={{ marginBottom: 8 }}>
      <span className="soft">Those that count for {title}.</span>
      <Button variant="subtle" size="sm" mih={44} onClick={() => void navigate({ search: {} })}>
        Show all exams
      </Button>
    </p>
  );
}

interface NoteProps {
  result: PracticeResult;
  /** The one that is looked at. */
  skill: { id: string; title: string } | undefined;
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

function ResultActs({ enrollmentId, result, onCorrect }: { enrollmentId: string; result: PracticeResult; onCorrect: () => void }) {
  const remove = useDeletePractice(enrollmentId);
  const restore = useRestorePractice(enrollmentId);
  const failed = (error: Error) => toastFault(notSaved(error));
  const { id, source } = result;
  const drop = () => remove.mutateAsync(id).then(() => toast(`${source} deleted`, () => restore.mutateAsync(id).catch(failed)), failed);
  return (
    <span className="row">
      <b className="head num">{percentRight(result)}%</b>
      <ActionIcon aria-label={`Correct ${source}`} onClick={onCorrect}>
        <EditIcon />
      </ActionIcon>
      <ActionIcon aria-label={`Delete ${source}`} onClick={() => void drop()}>
        <DeleteIcon />
      </ActionIcon>
    </span>
  );
}
