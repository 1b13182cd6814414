import { ActionIcon, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { Empty } from '../../../ui/empty';
import { minutesOf, weekdayAndDay } from '../../../ui/format';
import { DeleteIcon, EditIcon } from '../../../ui/icons';
import { QueryRegion } from '../../../ui/query-region';
import { Section } from '../../../ui/section';
import { toast, toastFault } from '../../../ui/toast-store';
import { notSaved } from '../../../api/refusal';
import { levelQuery } from '../../curriculum/curriculum-queries';
import { EntryList, type Entry } from '../entry-list';
import { LogDrawer } from '../log-drawer';
import { studyEntriesQuery, useDeleteStudy, useRestoreStudy } from '../progress-queries';
import { asQuery, isFiltered, NO_FILTER } from './log-filter';
import { LogFilters } from './log-filters';

/** So long after the last letter the notes are searched. */
const SETTLED_MS = 250;

/** Everything that was logged, page by page, to be found, corrected and deleted. */
export function StudyLog({ enrollment: { id, level, today } }: { enrollment: Enrollment }) {
  const { skill, project } = useSearch({ strict: false });
  const subject = skill !== undefined ? `skill ${skill}` : project !== undefined ? `project ${project}` : '';
  const [filter, setFilter] = useState({ ...NO_FILTER, subject });
  const [typed] = useDebouncedValue(filter.text, SETTLED_MS);
  // What is chosen or cleared is meant at once; only a word is waited for.
  const wanted = { ...filter, text: filter.text && typed };
  const query = useInfiniteQuery({ ...studyEntriesQuery(id, asQuery(wanted)), placeholderData: keepPreviousData });
  const { data: content } = useQuery(levelQuery(level.id));
  const [entry, setEntry] = useState<Entry>();
  const [isCorrecting, setCorrecting] = useState(false);
  const correct = (row: Entry) => {
    setEntry(row);
    setCorrecting(true);
  };
  const names = new Map([...(content?.skills ?? []), ...(content?.projects ?? [])].map((part) => [part.id, part.title]));
  const narrowed = isFiltered(wanted);
  const place = useShownFirst(subject !== '' && query.isSuccess);
  return (
    <Section title="What you logged">
      <div ref={place} />
      <LogFilters filter={filter} level={content} today={today} onChange={setFilter} />
      <QueryRegion
        query={query}
        what="The log"
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          narrowed ? (
            <Empty bare title="Nothing like that" action={<Button onClick={() => setFilter(NO_FILTER)}>Show everything</Button>}>
              No entry fits all that you look for.
            </Empty>
          ) : (
            <Empty bare title="Nothing logged yet">
              Log your first study from Today, or here.
            </Empty>
          )
        }
      >
        {({ pages }) => (
          <EntryList
            entries={pages.flatMap(({ items }) => items)}
            goesOn={query.hasNextPage}
            isWhole={!narrowed}
            nameOf={({ skillId, projectId }) => names.get(skillId ?? projectId ?? '') ?? 'General study'}
            acts={(row) => <EntryActs enrollmentId={id} entry={row} onCorrect={() => correct(row)} />}
          />
        )}
      </QueryRegion>
      {query.hasNextPage && (
        <Button variant="default" style={{ marginTop: 12 }} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
      <LogDrawer {...{ enrollmentId: id, levelId: level.id, today, ...(entry && { entry }) }} opened={isCorrecting} onClose={() => setCorrecting(false)} />
    </Section>
  );
}

/** Who comes for one skill or project comes for the log: once it is there, it is what they see. */
function useShownFirst(isWanted: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWanted) place.current?.parentElement?.scrollIntoView();
  }, [isWanted]);
  return place;
}

interface ActsProps {
  enrollmentId: string;
  entry: Entry;
  onCorrect: () => void;
}

/** Correct it, or delete it with a way back. */
function EntryActs({ enrollmentId, entry: { id, minutes, date }, onCorrect }: ActsProps) {
  const remove = useDeleteStudy(enrollmentId);
  const restore = useRestoreStudy(enrollmentId);
  const failed = (error: Error) => toastFault(notSaved(error));
  const drop = () => remove.mutateAsync(id).then(() => toast(`${minutesOf(minutes)} deleted`, () => restore.mutateAsync(id).catch(failed)), failed);
  const which = `${minutesOf(minutes)} on ${weekdayAndDay(date)}`;
  return (
    <span className="row">
      <ActionIcon aria-label={`Correct ${which}`} onClick={onCorrect}>
        <EditIcon />
      </ActionIcon>
      <ActionIcon aria-label={`Delete ${which}`} onClick={() => void drop()}>
        <DeleteIcon />
      </ActionIcon>
    </span>
  );
}
