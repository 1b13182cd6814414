import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { StudyImport } from '@server/progress/imports/study-imports.contract';
import { notSaved } from '../../../api/refusal';
import { counted, duration, whenOf } from '../../../ui/format';
import { QueryRegion } from '../../../ui/query-region';
import { Row, Rows } from '../../../ui/rows';
import { Section } from '../../../ui/section';
import { toast, toastFault } from '../../../ui/toast-store';
import { useFocusInPlace } from '../../../ui/use-focus-in-place';
import { studyImportsQuery, useUndoImport } from './import-queries';

const entries = (count: number) => counted(count, 'entry', 'entries');

/** What came by tables before, each to be taken back as a whole. */
export function Imports({ enrollment }: { enrollment: Enrollment }) {
  const query = useQuery(studyImportsQuery(enrollment.id));
  return (
    <Section title="Added before">
      <QueryRegion query={query} what="Earlier tables" isEmpty={({ items }) => items.length === 0} empty={<p className="soft">Nothing imported yet.</p>}>
        {({ items }) => (
          <Rows label="Added before">
            {items.map((item) => (
              <Row
                key={item.id}
                {...rowOf(item, enrollment)}
                aside={item.undoneAt === null && item.entries > 0 && <TakeBack enrollmentId={enrollment.id} item={item} />}
              />
            ))}
          </Rows>
        )}
      </QueryRegion>
    </Section>
  );
}

function rowOf({ importedAt, entries: standing, minutes, undoneAt }: StudyImport, { timeZone, today }: Enrollment) {
  const when = whenOf(importedAt, timeZone, today);
  return {
    title: undoneAt ? 'Taken back' : standing === 0 ? 'All of it was deleted' : `${entries(standing)}, ${duration(minutes)}`,
    note: `Added ${when}${undoneAt ? `, taken back ${whenOf(undoneAt, timeZone, today)}` : ''}`,
  };
}

/** The table itself is not kept, so this has no undo of its own: it asks once. */
function TakeBack({ enrollmentId, item }: { enrollmentId: string; item: StudyImport }) {
  const [isAsked, setAsked] = useState(false);
  const { opener, place } = useFocusInPlace(isAsked);
  const undo = useUndoImport(enrollmentId);
  const take = () => undo.mutate(item.id, { onSuccess: () => toast(`${entries(item.entries)} taken back`), onError: (error) => toastFault(notSaved(error)) });
  if (!isAsked)
    return (
      <Button ref={opener} variant="default" size="sm" onClick={() => setAsked(true)} aria-label={`Take back ${entries(item.entries)}`}>
        Take back
      </Button>
    );
  return (
    <div className="row wrap" ref={place}>
      <Button variant="outline" color="rose" size="sm" loading={undo.isPending} onClick={take}>
        Delete {entries(item.entries)}
      </Button>
      <Button variant="subtle" size="sm" onClick={() => setAsked(false)}>
        Keep
      </Button>
    </div>
  );
}
