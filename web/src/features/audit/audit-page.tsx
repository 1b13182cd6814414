import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { AuditEntry } from '@server/platform/audit/audit.contract';
import { Empty } from '../../ui/empty';
import { whenOf } from '../../ui/format';
import { PageHead } from '../../ui/page-head';
import { PersonName } from '../../ui/person-name';
import { QueryRegion } from '../../ui/query-region';
import { Row, Rows } from '../../ui/rows';
import { auditQuery } from './audit-queries';
import { ACTS, auditWords } from './audit-words';

const CHOICES = Object.entries(ACTS).map(([value, { name }]) => ({ value, label: name }));

/** Who decided what over others, the newest first. */
export default function AuditPage() {
  const { act, person } = useSearch({ from: '/inside/admin/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const query = useInfiniteQuery(auditQuery({ act, person }));
  return (
    <>
      <PageHead title="Audit trail" lead="Who decided what over others. It is only ever added to." />
      <div className="row wrap" style={{ alignItems: 'flex-end', marginBottom: 16 }}>
        <Select
          label="What was done"
          placeholder="Anything"
          data={CHOICES}
          value={act ?? null}
          onChange={(wanted) => void navigate({ search: { person, act: wanted ?? undefined } })}
          clearable
          searchable
          w={280}
        />
        {person !== undefined && (
          <Button variant="default" onClick={() => void navigate({ search: { act } })}>
            Of everybody again
          </Button>
        )}
      </div>
      <QueryRegion
        query={query}
        what="The audit trail"
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<Empty title="Nothing like that was done">Waivers, account roles, mentors, releases and moves stand here once there are some.</Empty>}
      >
        {({ pages }) => (
          <Rows label="Audit trail">
            {pages
              .flatMap(({ items }) => items)
              .map((entry) => (
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

function EntryRow({ entry }: { entry: AuditEntry }) {
  const { at, by, subject, detail } = entry;
  const words = auditWords(entry);
  const reason = typeof detail.reason === 'string' && detail.reason ? `“${detail.reason}”, ` : '';
  return (
    <Row
      title={
        <>
          {by && (
            <OfPerson id={by.id}>
              <PersonName>{by.name}</PersonName>
            </OfPerson>
          )}{' '}
          {by ? words : `${words.charAt(0).toUpperCase()}${words.slice(1)}`}
        </>
      }
      note={
        <>
          {reason}
          {whenOf(at)}
          {subject.kind === 'account' && subject.id && (
            <>
              ,{' '}
              <OfPerson id={subject.id}>
                show everything about <PersonName>{subject.label}</PersonName>
              </OfPerson>
            </>
          )}
        </>
      }
    />
  );
}

const OfPerson = ({ id, children }: { id: string; children: React.ReactNode }) => (
  <Link to="/audit" search={{ person: id }}>
    {children}
  </Link>
);
