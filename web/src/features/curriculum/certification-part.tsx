import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CertificationRow } from '@server/curriculum/curriculum.contract';
import type { DraftRow } from '@server/curriculum/drafts/draft.contract';
import { ButtonLink } from '../../ui/button-link';
import { messageOf } from '../../ui/failed';
import { counted, listed } from '../../ui/format';
import { EditIcon } from '../../ui/icons';
import { Section } from '../../ui/section';
import { toastFault } from '../../ui/toast-store';
import { curriculaQuery, useOpenDraft } from './editor/draft-queries';
import { MovePanel } from './editor/move-panel';
import { OfferingMenu } from './offering-menu';
import { ReleaseList } from './release-list';

interface PartProps {
  certification: CertificationRow;
  draft: DraftRow | undefined;
  /** Few are shown whole; of many, releases are asked for one by one. */
  isAmongFew: boolean;
}

/** A certification among those an admin keeps: its levels, its draft, its learners on earlier releases, its releases. */
export function CertificationPart({ certification, draft, isAmongFew }: PartProps) {
  const { slug, title, host, release, levels } = certification;
  const closed = levels.filter(({ open }) => !open).map((level) => level.title);
  return (
    <Section
      title={title}
      aside={
        <span className="row wrap">
          <OfferingMenu certification={certification} />
          <Edit slug={slug} draft={draft} />
        </span>
      }
      lead={`Release ${release}, by ${host}, ${counted(levels.length, 'level')}${closed.length > 0 ? `; not open yet: ${listed(closed)}` : ''}`}
    >
      <p className="row wrap" style={{ marginBottom: 12 }}>
        {levels.map(({ id, title: name }) => (
          <Link key={id} to="/levels/$levelId" params={{ levelId: id }} className="b">
            {name}
          </Link>
        ))}
      </p>
      <Learners slug={slug} release={release} />
      <Releases slug={slug} title={title} isOpen={isAmongFew} />
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

function Releases({ slug, title, isOpen }: { slug: string; title: string; isOpen: boolean }) {
  const [isAsked, setAsked] = useState(isOpen);
  if (isAsked) return <ReleaseList slug={slug} title={title} />;
  return (
    <Button variant="subtle" size="sm" onClick={() => setAsked(true)}>
      Releases<span className="vh"> of {title}</span>
    </Button>
  );
}

/** Who prepares, and who of them on an earlier release, where there are any; stays open on what became of them. */
function Learners({ slug, release }: { slug: string; release: number }) {
  const { data } = useQuery({ ...curriculaQuery(), select: ({ items }) => items.find((each) => each.slug === slug) });
  const [isOpen, setOpen] = useState(false);
  if (!data || data.enrollments === 0) return null;
  const prepare = `${counted(data.enrollments, 'learner')} under way`;
  if (data.behind === 0 && !isOpen)
    return (
      <p className="sm soft" style={{ marginBottom: 12 }}>
        {prepare}
      </p>
    );
  return (
    <details style={{ marginBottom: 12 }} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{data.behind === 0 ? 'Nobody is on an earlier release any more' : `${prepare}, ${data.behind} on earlier releases`}</summary>
      {isOpen && <MovePanel slug={slug} release={release} />}
    </details>
  );
}
