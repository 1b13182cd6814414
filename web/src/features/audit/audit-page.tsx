import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AuditEntry } from '@server/platform/audit/audit.contract';
import { Empty } from '../../ui/empty';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Rows } from '../../ui/rows';
import { auditQuery } from './audit-queries';
import { ACT_CHOICES } from './audit-words';
import { EntryRow } from './entry-row';
import { PersonFilter } from './person-filter';

/** Who did what, newest first. */
export default function AuditPage() {
  const { act, person } = useSearch({ from: '/inside/admin/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const query = useInfiniteQuery(auditQuery({ act, person }));
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title="Audit trail" lead="Who did what, and when. Entries can’t be changed." />
      <div className="row wrap" style={{ alignItems: 'flex-end', marginBottom: 16 }}>
        <Select
          label="Action"
          placeholder="All actions"
          data={ACT_CHOICES}
          value={act ?? null}
          onChange={(wanted) => void navigate({ search: { person, act: wanted ?? undefined } })}
          clearable
          searchable
          w={280}
        />
        <PersonFilter
          person={person === undefined ? undefined : { id: person, name: nameIn(entries, person) }}
          onChoose={(id) => void navigate({ search: { act, person: id } })}
        />
        {person !== undefined && (
          <Button variant="default" onClick={() => void navigate({ search: { act } })}>
            Show everyone
          </Button>
        )}
      </div>
      <QueryRegion
        query={query}
        what="The audit trail"
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<Empty title="No entries">Choose another action or person to see more.</Empty>}
      >
        {() => (
          <Rows label="Audit trail">
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </Rows>
        )}
      </QueryRegion>
      {query.hasNextPage && (
        <Button variant="default" mt={16} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show earlier
        </Button>
      )}
    </>
  );
}

/** The name of a person in the entries that involve them. */
function nameIn(entries: readonly AuditEntry[], id: string): string {
  const people = entries.flatMap(({ by, subject, involved }) => [by.person, subject.person, ...Object.values(involved)]);
  return people.find((each) => each?.id === id)?.name ?? 'This person';
}
