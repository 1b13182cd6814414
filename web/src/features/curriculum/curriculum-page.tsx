import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CertificationRow } from '@server/curriculum/curriculum.contract';
import type { DraftRow } from '@server/curriculum/drafts/draft.contract';
import { ButtonLink } from '../../ui/button-link';
import { Empty } from '../../ui/empty';
import { messageOf } from '../../ui/failed';
import { counted, listed, whenOf } from '../../ui/format';
import { AddIcon, EditIcon } from '../../ui/icons';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Row, Rows } from '../../ui/rows';
import { Card, Section } from '../../ui/section';
import { toast, toastFault } from '../../ui/toast-store';
import { certificationsQuery } from './curriculum-queries';
import { draftsQuery, impactQuery, useDiscardDraft, useOpenDraft } from './editor/draft-queries';
import { MovePanel } from './editor/move-panel';
import { FirstSteps } from './first-steps';
import { NewCertification } from './new-certification';
import { usePublishFile } from './publish-file';
import { ReleaseList } from './release-list';

/** What is taught: certifications with their drafts and releases, and the ways to a new one. */
export default function CurriculumPage() {
  const query = useQuery(certificationsQuery());
  const drafts = useQuery(draftsQuery());
  const [isBeginning, setBeginning] = useState(false);
  const { button, told } = usePublishFile();
  const add = (
    <>
      {button}
      <Button leftSection={<AddIcon />} onClick={() => setBeginning(true)}>
        New certification
      </Button>
    </>
  );
  return (
    <>
      <PageHead title="Curriculum" lead="A draft becomes a release; a release never changes" aside={add} />
      <div className="stack" style={{ '--gap': '24px' } as React.CSSProperties}>
        {isBeginning && <NewCertification onLeave={() => setBeginning(false)} />}
        {told}
        <FirstSteps />
        <Begun drafts={drafts.data?.items.filter(({ release }) => release === null) ?? []} />
        <QueryRegion
          query={query}
          what="Certifications"
          isEmpty={({ items }) => items.length === 0}
          empty={<Empty title="No certification yet">Begin a new one, or import a YAML or JSON file. The ones that come along show its shape.</Empty>}
        >
          {({ items }) =>
            items.map((certification) => (
              <CertificationPart
                key={certification.slug}
                certification={certification}
                draft={drafts.data?.items.find(({ slug }) => slug === certification.slug)}
              />
            ))
          }
        </QueryRegion>
      </div>
    </>
  );
}

/** Drafts of what was never published. */
function Begun({ drafts }: { drafts: readonly DraftRow[] }) {
  const discard = useDiscardDraft();
  const open = useOpenDraft();
  if (drafts.length === 0) return null;
  const putAway = async ({ slug, title }: DraftRow) => {
    try {
      await discard.mutateAsync(slug);
      toast(`${title} is put away`, () => open.mutateAsync({ title }));
    } catch (error) {
      toastFault(messageOf(error));
    }
  };
  return (
    <Card title="Not published yet">
      <Rows>
        {drafts.map((draft) => (
          <Row
            key={draft.slug}
            title={
              <Link to="/curriculum/$slug" params={{ slug: draft.slug }}>
                {draft.title}
              </Link>
            }
            note={`Saved ${whenOf(draft.savedAt)}${draft.savedBy ? ` by ${draft.savedBy.name}` : ''}, ${draft.faults === 0 ? 'ready to publish' : `${counted(draft.faults, 'thing')} to mend`}`}
            aside={
              <Button variant="subtle" size="sm" onClick={() => void putAway(draft)}>
                Put away
              </Button>
            }
          />
        ))}
      </Rows>
    </Card>
  );
}

function CertificationPart({ certification, draft }: { certification: CertificationRow; draft: DraftRow | undefined }) {
  const { slug, title, host, release, levels } = certification;
  const closed = levels.filter(({ open }) => !open).map((level) => level.title);
  return (
    <Section
      title={title}
      aside={<Edit slug={slug} draft={draft} />}
      lead={`Release ${release}, by ${host}, ${counted(levels.length, 'level')}${closed.length > 0 ? `; not open yet: ${listed(closed)}` : ''}`}
    >
      <p className="row wrap" style={{ marginBottom: 12 }}>
        {levels.map(({ id, title: name }) => (
          <Link key={id} to="/levels/$levelId" params={{ levelId: id }} className="b">
            {name}
          </Link>
        ))}
      </p>
      <Behind slug={slug} release={release} />
      <ReleaseList slug={slug} title={title} />
    </Section>
  );
}

function Edit({ slug, draft }: { slug: string; draft: DraftRow | undefined }) {
  const open = useOpenDraft();
  const navigate = useNavigate();
  const icon = <EditIcon size="s" />;
  if (draft)
    return (
      <ButtonLink to="/curriculum/$slug" params={{ slug }} variant="default" size="sm" leftSection={icon}>
        {draft.changes === 0 ? 'Edit' : `Go on editing, ${counted(draft.changes, 'change')}`}
      </ButtonLink>
    );
  const begin = async () => {
    await open.mutateAsync({ certification: slug });
    await navigate({ to: '/curriculum/$slug', params: { slug } });
  };
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={icon}
      loading={open.isPending}
      onClick={() => void begin().catch((error: unknown) => toastFault(messageOf(error)))}
    >
      Edit
    </Button>
  );
}

/** Learners on earlier releases, where there are any. */
function Behind({ slug, release }: { slug: string; release: number }) {
  const { data } = useQuery({ ...impactQuery(slug, release), enabled: release > 1 });
  if (!data || data.enrollments === 0) return null;
  return (
    <details style={{ marginBottom: 12 }}>
      <summary>{counted(data.enrollments, 'learner')} on earlier releases</summary>
      <MovePanel slug={slug} release={release} />
    </details>
  );
}
