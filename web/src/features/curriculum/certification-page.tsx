import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Certification } from '@server/curriculum/curriculum.contract';
import type { z } from 'zod';
import type { NextStep } from '@server/curriculum/curriculum-document.contract';
import { Column, Columns } from '../../ui/columns';
import { Facts } from '../../ui/facts';
import { counted, listed } from '../../ui/format';
import { Markdown } from '../../ui/markdown';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { certificationQuery } from './curriculum-queries';
import classes from './certification-page.module.css';
import { Finder } from './finder';
import { LevelMap } from './level-map';

/** One certification: its levels as a map, the way to one's own, and all that is asked about it. */
export default function CertificationPage() {
  const { slug = '' } = useParams({ strict: false });
  return <CertificationOf slug={slug} isBelowOthers />;
}

/** `isBelowOthers` where there is a catalog to go back to. */
export function CertificationOf({ slug, isBelowOthers = false }: { slug: string; isBelowOthers?: boolean }) {
  const query = useQuery(certificationQuery(slug));
  return (
    <QueryRegion query={query} what="The certification">
      {(certification) => <Whole certification={certification} isBelowOthers={isBelowOthers} />}
    </QueryRegion>
  );
}

function Whole({ certification, isBelowOthers }: { certification: Certification; isBelowOthers: boolean }) {
  const { title, host, summary, levels, assessment, validityMonths, audience, technologies, release, providers } = certification;
  return (
    <>
      <PageHead
        title={title}
        lead={`By ${host}, release ${release}`}
        {...(isBelowOthers && { crumb: { to: '/levels', title: 'Certifications', here: title } })}
      />
      <Markdown className={classes.lead}>{summary}</Markdown>
      <LevelMap certification={certification} />
      <Facts
        facts={[
          { name: 'Levels', value: levels.length },
          ...(validityMonths ? [{ name: 'Valid for', value: validity(validityMonths) }] : []),
          { name: 'For', value: audience[0] ?? 'Everybody', note: audience.length > 1 && `and ${counted(audience.length - 1, 'other kind')} of people` },
        ]}
      />
      <Finder certification={certification} />
      <Columns even>
        <Column>
          <Section title="How you are assessed">
            <Markdown>{assessment}</Markdown>
            {technologies.length > 0 && <p className="sm soft read">Builds on {listed(technologies)}.</p>}
          </Section>
          {validityMonths?.renewal && (
            <Section title="How a certificate is renewed">
              <Markdown>{validityMonths.renewal}</Markdown>
            </Section>
          )}
          <WhatComesAfter certification={certification} />
          {providers.length > 0 && (
            <Section title="Training and support">
              <Rows>
                {providers.map(({ slug: key, name, summary: note, link }) => (
                  <Row key={key} title={link ? <a href={link}>{name}</a> : name} note={<Markdown>{note}</Markdown>} />
                ))}
              </Rows>
            </Section>
          )}
        </Column>
        <Column>
          <Questions certification={certification} />
        </Column>
      </Columns>
    </>
  );
}

const years = (months: number) => (months % 12 === 0 ? `${months / 12}` : (months / 12).toFixed(1));
export const validity = ({ min, max }: { min: number; max: number }) =>
  min === max ? (min % 12 === 0 ? counted(min / 12, 'year') : counted(min, 'month')) : `${years(min)} to ${years(max)} years`;

const TRACKS = [
  { track: 'sameTrack', note: 'on the same track' },
  { track: 'crossTrack', note: 'across' },
  { track: 'leadership', note: 'towards leading' },
] as const;

function WhatComesAfter({ certification: { nextCertifications } }: { certification: Certification }) {
  const steps = TRACKS.flatMap(({ track, note }) => nextCertifications[track].map((step) => ({ ...step, note })));
  if (steps.length === 0) return null;
  return (
    <Section title="What comes after">
      <Rows>
        {steps.map((step) => (
          <Row
            key={`${step.note} ${step.name}`}
            title={<Named step={step} />}
            note={
              <>
                {step.summary && <Markdown>{step.summary}</Markdown>}
                {step.note.charAt(0).toUpperCase() + step.note.slice(1)}.
              </>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}

const Named = ({ step: { name, link } }: { step: z.output<typeof NextStep> }) => (link ? <a href={link}>{name}</a> : name);

/** What people ask, one by one to open. */
export function Questions({ certification: { questions } }: { certification: Pick<Certification, 'questions'> }) {
  if (questions.length === 0) return null;
  return (
    <Section title="Questions learners ask">
      {questions.map(({ slug, question, answer }) => (
        <details key={slug} className={classes.question}>
          <summary>{question}</summary>
          <Markdown>{answer}</Markdown>
        </details>
      ))}
    </Section>
  );
}
