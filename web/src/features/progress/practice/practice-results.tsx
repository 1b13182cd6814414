import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { PracticeResult } from '@server/progress/practice/practice.contract';
import { Empty } from '../../../ui/empty';
import { AddIcon } from '../../../ui/icons';
import { QueryRegion } from '../../../ui/query-region';
import { Rows } from '../../../ui/rows';
import { Section } from '../../../ui/section';
import { useFocusInPlace } from '../../../ui/use-focus-in-place';
import { levelQuery } from '../../curriculum/curriculum-queries';
import { PracticeForm } from './practice-form';
import { examsOfSkill } from './of-skill';
import { practiceQuery } from './practice-queries';
import { Result } from './practice-result';

/** Results of practice exams, to add, correct and delete; each with its skills behind a word. All of them, or those that count for one skill. */
export function PracticeResults({ enrollment }: { enrollment: Enrollment }) {
  const query = useInfiniteQuery(practiceQuery(enrollment.id));
  const { data: level } = useQuery(levelQuery(enrollment.level.id));
  const [isAdding, setAdding] = useState(false);
  const { opener, place } = useFocusInPlace(isAdding);
  const skills = level?.skills ?? [];
  const { skill: wanted } = useSearch({ from: '/inside/learner/progress/practice' });
  const skill = skills.find(({ id }) => id === wanted);
  const add = (
    <Button ref={opener} leftSection={<AddIcon size="s" />} onClick={() => setAdding(true)}>
      Add a result
    </Button>
  );
  const isEmpty = query.data?.pages.every(({ items }) => items.length === 0) ?? true;
  return (
    <Section title="Practice exams" {...(!isAdding && !isEmpty && { aside: add })}>
      {skill && !isEmpty && <OfSkill title={skill.title} />}
      {isAdding && (
        <div ref={place}>
          <PracticeForm enrollment={enrollment} skills={skills} onClose={() => setAdding(false)} />
        </div>
      )}
      <QueryRegion
        query={query}
        what="Practice results"
        isEmpty={() => isEmpty}
        empty={
          isAdding ? null : (
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
            ).map((result) => (
              <Result key={result.id} enrollment={enrollment} skills={skills} result={result} shown={skill} />
            ))}
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
