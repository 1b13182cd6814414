import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CertificationRow } from '@server/curriculum/curriculum.contract';
import { ButtonLink } from '../../ui/button-link';
import { Empty } from '../../ui/empty';
import { counted } from '../../ui/format';
import { SearchIcon } from '../../ui/icons';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Card } from '../../ui/section';
import { CertificationOf, validity } from './certification-page';
import { certificationsQuery } from './curriculum-queries';
import { Ladder } from './ladder';

/** Every certification with its levels; where there is but one, that one. */
export default function LevelsPage() {
  const query = useQuery(certificationsQuery());
  return (
    <QueryRegion
      query={query}
      what="Certifications"
      isEmpty={({ items }) => items.length === 0}
      empty={
        <Empty title="No certification yet" art="board">
          An admin publishes one, and it shows here.
        </Empty>
      }
    >
      {({ items }) => (items.length === 1 ? <CertificationOf slug={items[0]!.slug} /> : <Catalog items={items} />)}
    </QueryRegion>
  );
}

function Catalog({ items }: { items: readonly CertificationRow[] }) {
  return (
    <>
      <PageHead
        title="Certifications"
        lead={`${counted(items.length, 'certification')}, ${counted(
          items.reduce((sum, { levels }) => sum + levels.length, 0),
          'level',
        )}`}
        aside={
          <ButtonLink to="/search" variant="default" leftSection={<SearchIcon />}>
            Search in all of them
          </ButtonLink>
        }
      />
      <div className="stack" style={{ '--gap': '24px' } as React.CSSProperties}>
        {items.map((certification) => (
          <One key={certification.slug} certification={certification} />
        ))}
      </div>
    </>
  );
}

function One({ certification: { slug, title, host, summary, levels, validityMonths } }: { certification: CertificationRow }) {
  return (
    <Card
      title={
        <Link to="/certifications/$slug" params={{ slug }}>
          {title}
        </Link>
      }
      lead={[
        `By ${host}`,
        counted(
          levels.reduce((sum, { skills }) => sum + skills, 0),
          'skill',
        ),
        ...(validityMonths ? [`valid ${validity(validityMonths)}`] : []),
      ].join(', ')}
    >
      <p className="read" style={{ marginBottom: 16 }}>
        {summary}
      </p>
      <Ladder levels={levels} label={`Levels of ${title}`} />
      <ButtonLink to="/certifications/$slug" params={{ slug }} variant="default">
        Find your level
      </ButtonLink>
    </Card>
  );
}
