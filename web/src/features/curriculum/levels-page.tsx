import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Certification, CertificationRow } from '@server/curriculum/curriculum.contract';
import { Choice } from '../../ui/choice';
import { Column, Columns } from '../../ui/columns';
import { Empty } from '../../ui/empty';
import { Facts } from '../../ui/facts';
import { counted, listed } from '../../ui/format';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { certificationQuery, certificationsQuery } from './curriculum-queries';
import { Finder } from './finder';
import { Ladder } from './ladder';
import classes from './levels-page.module.css';

/** Certifications and their levels: by browsing, by job role, or by learning path. */
export default function LevelsPage() {
  const query = useQuery(certificationsQuery());
  const [slug, setSlug] = useState<string>();
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
      {({ items }) => (
        <>
          <Chooser items={items} slug={slug ?? items[0]?.slug ?? ''} onChoose={setSlug} />
          <CertificationPart slug={slug ?? items[0]?.slug ?? ''} />
        </>
      )}
    </QueryRegion>
  );
}

function Chooser({ items, slug, onChoose }: { items: readonly CertificationRow[]; slug: string; onChoose: (slug: string) => void }) {
  if (items.length < 2) return null;
  return (
    <div className={classes.choice}>
      <Choice label="Certification" value={slug} onChange={onChoose} options={items.map(({ slug: value, title: label }) => ({ value, label }))} />
    </div>
  );
}

function CertificationPart({ slug }: { slug: string }) {
  const query = useQuery(certificationQuery(slug));
  return (
    <QueryRegion query={query} what="The certification">
      {(certification) => <Whole certification={certification} />}
    </QueryRegion>
  );
}

function Whole({ certification }: { certification: Certification }) {
  const { title, host, summary, levels, assessment, validityMonths, audience, technologies, release } = certification;
  return (
    <>
      <PageHead title={title} name="Levels" lead={`By ${host}, release ${release}`} />
      <Ladder levels={levels} />
      <p className={classes.lead}>{summary}</p>
      <Facts
        facts={[
          { name: 'Levels', value: levels.length },
          ...(validityMonths ? [{ name: 'Valid for', value: `${validityMonths.min / 12} to ${validityMonths.max / 12} years` }] : []),
          { name: 'For', value: audience[0] ?? 'Everybody', note: audience.length > 1 && `and ${counted(audience.length - 1, 'other kind')} of people` },
        ]}
      />
      <Finder certification={certification} />
      <Columns even>
        <Column>
          <Section title="How you are assessed">
            <p className="read">{assessment}</p>
            <p className="sm soft read">Builds on {listed(technologies)}.</p>
          </Section>
          <Section title="Training and support">
            <Rows>
              {certification.providers.map(({ slug: key, name, summary: note, link }) => (
                <Row key={key} title={link ? <a href={link}>{name}</a> : name} note={note} />
              ))}
            </Rows>
          </Section>
        </Column>
        <Column>
          <Questions certification={certification} />
        </Column>
      </Columns>
    </>
  );
}

function Questions({ certification: { questions } }: { certification: Certification }) {
  return (
    <Section title="Questions learners ask">
      {questions.map(({ slug, question, answer }) => (
        <details key={slug} className={classes.question}>
          <summary>{question}</summary>
          <p className="read">{answer}</p>
        </details>
      ))}
    </Section>
  );
}
