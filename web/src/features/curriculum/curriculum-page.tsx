import { Button, FileButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CertificationRow } from '@server/curriculum/curriculum.contract';
import { Refusal } from '../../api/refusal';
import { Callout } from '../../ui/callout';
import { Empty } from '../../ui/empty';
import { messageOf } from '../../ui/failed';
import { counted, dateInFull, listed } from '../../ui/format';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { ResponsiveTable } from '../../ui/responsive-table';
import { Section } from '../../ui/section';
import { FirstSteps } from './first-steps';
import { certificationsQuery, releasesQuery, usePublishCurriculum } from './curriculum-queries';

/** What is taught: certifications with their releases, and a file to publish the next one from. */
export default function CurriculumPage() {
  const query = useQuery(certificationsQuery());
  const publish = usePublishCurriculum();
  const read = async (file: File | null) => file && publish.mutate(await file.text());
  return (
    <>
      <PageHead
        title="Curriculum"
        lead="A file becomes a release; a release never changes"
        aside={
          <FileButton accept=".yaml,.yml,.json" onChange={(file) => void read(file)}>
            {(props) => (
              <Button {...props} loading={publish.isPending}>
                Publish a file
              </Button>
            )}
          </FileButton>
        }
      />
      <div className="stack" style={{ '--gap': '24px' } as React.CSSProperties}>
        <FirstSteps />
        {publish.data && (
          <Callout
            title={
              publish.data.published ? `${publish.data.title}: release ${publish.data.release} is published` : `${publish.data.title} holds the same already`
            }
          >
            {publish.data.published ? 'New enrollments take it. Those under way keep theirs.' : `Release ${publish.data.release} stays as it is.`}
          </Callout>
        )}
        {publish.error && <Faults error={publish.error} />}
        <QueryRegion
          query={query}
          what="Certifications"
          isEmpty={({ items }) => items.length === 0}
          empty={<Empty title="No certification yet">Publish a YAML or JSON file. The ones that come along show its shape.</Empty>}
        >
          {({ items }) => items.map((certification) => <CertificationPart key={certification.slug} certification={certification} />)}
        </QueryRegion>
      </div>
    </>
  );
}

/** Every fault of a refused file, by its place. */
function Faults({ error }: { error: Error }) {
  const faults = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  return (
    <Callout tone="risk" alert title={faults.length > 0 ? `${counted(faults.length, 'thing')} to mend; nothing was published` : 'Nothing was published'}>
      {faults.length === 0 ? (
        messageOf(error)
      ) : (
        <ul>
          {faults.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code>: {message}
            </li>
          ))}
        </ul>
      )}
    </Callout>
  );
}

function CertificationPart({ certification: { slug, title, host, release, levels } }: { certification: CertificationRow }) {
  const releases = useQuery(releasesQuery(slug));
  const closed = levels.filter(({ open }) => !open).map((level) => level.title);
  return (
    <Section
      title={title}
      aside={<span className="sm soft num">release {release}</span>}
      lead={`By ${host}, ${counted(levels.length, 'level')}${closed.length > 0 ? `; not open yet: ${listed(closed)}` : ''}`}
    >
      <p className="row wrap" style={{ marginBottom: 12 }}>
        {levels.map(({ id, title: name }) => (
          <Link key={id} to="/levels/$levelId" params={{ levelId: id }} className="b">
            {name}
          </Link>
        ))}
      </p>
      <QueryRegion query={releases} what="Releases">
        {({ items }) => (
          <ResponsiveTable
            caption={`Releases of ${title}`}
            rows={items}
            rowKey={({ number }) => String(number)}
            columns={[
              { key: 'number', head: 'Release', cell: ({ number }) => <span className="num">{number}</span> },
              { key: 'on', head: 'Published', cell: ({ publishedAt }) => dateInFull(publishedAt.slice(0, 10)) },
              { key: 'by', head: 'By', cell: ({ publishedBy }) => publishedBy?.name ?? 'came with Daymark' },
            ]}
          />
        )}
      </QueryRegion>
    </Section>
  );
}
