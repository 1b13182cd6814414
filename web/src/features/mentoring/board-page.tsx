import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LearnerRow } from '@server/mentoring/mentoring.contract';
import { BandChip } from '../../ui/band-chip';
import { ButtonLink } from '../../ui/button-link';
import { Empty } from '../../ui/empty';
import { counted, daysAgo, inDays, signed } from '../../ui/format';
import { MiniStaff } from '../../ui/mini-staff';
import { PageHead } from '../../ui/page-head';
import { PersonName } from '../../ui/person-name';
import { Plate } from '../../ui/plate';
import { QueryRegion } from '../../ui/query-region';
import { ResponsiveTable } from '../../ui/responsive-table';
import { RiskChip } from '../../ui/risk-chip';
import { Card } from '../../ui/section';
import { Sparkline } from '../../ui/sparkline';
import { WaiverRequests } from '../enrollments/waiver-requests';
import { chanceBrief } from '../readiness/chance-words';
import { learnersQuery } from './learner-queries';
import { reasonsInWords } from './reason-words';

const NOBODY = { all: 0, needAttention: 0, found: 0, foundNeedAttention: 0 };

/** A mentor's learners: those who need attention first, each with the reason and its number; then everybody else. */
export default function BoardPage() {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const query = useInfiniteQuery(learnersQuery(asked));
  return (
    <QueryRegion query={query} what="The board">
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        const { counts } = pages.at(-1) ?? { counts: NOBODY };
        const needing = rows.filter(({ needsAttention }) => needsAttention);
        const others = rows.filter(({ needsAttention, isDeactivated }) => !needsAttention && !isDeactivated);
        const deactivated = rows.filter(({ isDeactivated }) => isDeactivated);
        const isEmpty = counts.all === 0;
        return (
          <>
            <PageHead title="Board" lead={isEmpty ? undefined : counted(counts.all, 'learner')} />
            {isEmpty ? (
              <Empty title="No learners yet" art="board">
                An admin assigns learners to you. Then you see them here.
              </Empty>
            ) : (
              <div className="stack" style={{ '--gap': '20px' } as React.CSSProperties}>
                {asked === '' && <First row={needing[0]} count={counts.needAttention} />}
                <WaiverRequests />
                <TextInput
                  aria-label="Find a learner"
                  placeholder="Find a learner"
                  value={search}
                  onChange={({ currentTarget }) => setSearch(currentTarget.value)}
                  maw={320}
                />
                {asked !== '' && (
                  <p className="soft">{counts.found === 0 ? 'No learner has that name.' : `${counts.found} of ${counted(counts.all, 'learner')}`}</p>
                )}
                {needing.length > 0 && (
                  <Card title="Needs you" aside={<span className="soft num">{counts.foundNeedAttention}</span>}>
                    <Learners rows={needing} caption="Learners who need you" />
                  </Card>
                )}
                {others.length > 0 && (
                  <Card title="On course" aside={<span className="soft num">{counts.found - counts.foundNeedAttention}</span>}>
                    <Learners rows={others} caption="Learners on course" />
                  </Card>
                )}
                {deactivated.length > 0 && (
                  <Card title="Deactivated" aside={<span className="soft num">{deactivated.length}</span>}>
                    <Learners rows={deactivated} caption="Learners whose account is deactivated" />
                  </Card>
                )}
                {query.hasNextPage && (
                  <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    Show more
                  </Button>
                )}
                <p className="sm soft">
                  The bar shows the likely range of the readiness score; the dashed line is 75, ready. The percentage is the chance of passing on the exam date.
                  Planned days are those of the last 14 days. A streak forgives one missed day a week.
                </p>
              </div>
            )}
          </>
        );
      }}
    </QueryRegion>
  );
}

function First({ row, count }: { row: LearnerRow | undefined; count: number }) {
  if (!row)
    return (
      <Plate compact title="Nobody needs you today">
        <p>All your learners study as planned.</p>
      </Plate>
    );
  return (
    <Plate compact title={`Start with ${row.name}`}>
      <div className="row wrap between">
        <p>
          {reasonsInWords(row.reasons)}. {count > 1 && `${count} need you.`}
        </p>
        <ButtonLink to="/board/$enrollmentId" params={{ enrollmentId: row.enrollmentId }}>
          Open {row.name.split(' ')[0]}
        </ButtonLink>
      </div>
    </Plate>
  );
}

function Learners({ rows, caption }: { rows: readonly LearnerRow[]; caption: string }) {
  return (
    <ResponsiveTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.enrollmentId}
      columns={[
        {
          key: 'learner',
          head: 'Learner',
          width: '17%',
          cell: (row) => (
            <>
              <Link to="/board/$enrollmentId" params={{ enrollmentId: row.enrollmentId }} className="b">
                <PersonName>{row.name}</PersonName>
              </Link>
              <div className="sm soft">{row.level.title}</div>
            </>
          ),
        },
        { key: 'readiness', head: 'Readiness', width: '15%', cell: (row) => <ReadinessCell row={row} /> },
        {
          key: 'trend',
          head: '30 days',
          width: '12%',
          cell: ({ trend }) => (
            <span className="row">
              <Sparkline values={trend} />
              {trend.length > 1 && <span className="num">{signed((trend.at(-1) ?? 0) - (trend[0] ?? 0))}</span>}
            </span>
          ),
        },
        {
          key: 'last',
          head: 'Last studied',
          width: '12%',
          cell: ({ daysSinceStudied, studiedOfPlanned: { studied, planned } }) => (
            <>
              {daysSinceStudied === null ? 'Not yet' : daysAgo(daysSinceStudied)}
              <div className="sm soft num">
                {studied} of {planned} planned
              </div>
            </>
          ),
        },
        { key: 'row', head: 'Streak', width: '7%', cell: ({ streak }) => <span className="num">{streak}</span> },
        {
          key: 'exam',
          head: 'Exam',
          width: '9%',
          cell: ({ state, daysToExam }) => <span className="num nowrap">{state === 'passed' ? 'Passed' : daysToExam < 0 ? 'Over' : inDays(daysToExam)}</span>,
        },
        { key: 'because', head: 'Because', cell: (row) => <Because row={row} /> },
      ]}
    />
  );
}

function ReadinessCell({ row: { readiness } }: { row: LearnerRow }) {
  const { score, low, high, chance } = readiness;
  if (score === null || low === null || high === null) return <span className="sm soft">Too early to say</span>;
  return (
    <>
      <span className="row">
        <b className="head num">{score}</b>
        <MiniStaff value={{ score, low, high }} />
      </span>
      {chance && (
        <div className="sm soft num nowrap">
          {chanceBrief(chance)}
          <span className="vh"> chance of passing</span>
        </div>
      )}
    </>
  );
}

function Because({ row: { reasons, readiness, isDeactivated } }: { row: LearnerRow }) {
  if (isDeactivated) return <span className="sm soft">Can’t sign in</span>;
  if (reasons.length > 0) return <RiskChip>{reasonsInWords(reasons)}</RiskChip>;
  return readiness.band === 'ready' ? <BandChip band="ready" /> : <span className="sm soft">On course</span>;
}
