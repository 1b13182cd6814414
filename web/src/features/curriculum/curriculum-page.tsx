import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CertificationRow } from '@server/curriculum/curriculum.contract';
import { Empty } from '../../ui/empty';
import { counted, listed } from '../../ui/format';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { certificationsQuery } from './curriculum-queries';
import { FirstSteps } from './first-steps';
import { usePublishFile } from './publish-file';
import { ReleaseList } from './release-list';

/** What is taught: certifications with their releases, and a file to publish the next one from. */
export default function CurriculumPage() {
  const query = useQuery(certificationsQuery());
  const { button, told } = usePublishFile();
  return (
    <>
      <PageHead title="Curriculum" lead="A file becomes a release; a release never changes" aside={button} />
      <div className="stack" style={{ '--gap': '24px' } as React.CSSProperties}>
        {told}
        <FirstSteps />
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

function CertificationPart({ certification: { slug, title, host, release, levels } }: { certification: CertificationRow }) {
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
      <ReleaseList slug={slug} title={title} />
    </Section>
  );
}
