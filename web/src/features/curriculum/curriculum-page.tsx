import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CertificationRow } from '@server/curriculum/curriculum.contract';
import type { DraftRow } from '@server/curriculum/drafts/draft.contract';
import { Empty } from '../../ui/empty';
import { Failed, messageOf } from '../../ui/failed';
import { counted, whenOf } from '../../ui/format';
import { AddIcon } from '../../ui/icons';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Row, Rows } from '../../ui/rows';
import { Card } from '../../ui/section';
import { toast, toastFault } from '../../ui/toast-store';
import { useFocusInPlace } from '../../ui/use-focus-in-place';
import { CertificationPart } from './certification-part';
import { allCertificationsQuery } from './curriculum-queries';
import { draftsQuery, useDiscardDraft, useOpenDraft } from './editor/draft-queries';
import { FirstSteps } from './first-steps';
import { NewCertification } from './new-certification';
import { usePublishFile } from './publish-file';

/** So many certifications are shown at first, and added at a time. */
const AT_ONCE = 20;
/** Above this a list wants a filter, and its releases unfold one by one. */
const FEW = 3;

/** What is taught: certifications with their drafts and releases, and the ways to a new one. */
export default function CurriculumPage() {
  const query = useQuery(allCertificationsQuery());
  const drafts = useQuery(draftsQuery());
  const [isBeginning, setBeginning] = useState(false);
  const { opener, place } = useFocusInPlace(isBeginning);
  const { button, told } = usePublishFile();
  const add = (
    <>
      {button}
      <Button ref={opener} leftSection={<AddIcon />} onClick={() => setBeginning(true)}>
        New certification
      </Button>
    </>
  );
  return (
    <>
      <PageHead title="Curriculum" lead="A draft becomes a release; a release never changes" aside={add} />
      <div className="stack" style={{ '--gap': '24px' } as React.CSSProperties}>
        {isBeginning && (
          <div ref={place}>
            <NewCertification onLeave={() => setBeginning(false)} />
          </div>
        )}
        {told}
        <FirstSteps />
        {drafts.error && <Failed what="Drafts" error={drafts.error} again={() => void drafts.refetch()} />}
        <Begun drafts={drafts.data?.items.filter(({ release }) => release === null) ?? []} />
        <QueryRegion
          query={query}
          what="Certifications"
          isEmpty={({ items }) => items.length === 0}
          empty={<Empty title="No certification yet">Begin a new one, or import a YAML or JSON file. The ones that come along show its shape.</Empty>}
        >
          {({ items }) => <Certifications certifications={items} drafts={drafts.data?.items ?? []} />}
        </QueryRegion>
      </div>
    </>
  );
}

/** Some at a time, any by its name. */
function Certifications({ certifications, drafts }: { certifications: readonly CertificationRow[]; drafts: readonly DraftRow[] }) {
  const [filter, setFilter] = useState('');
  const [shown, setShown] = useState(AT_ONCE);
  const found = certifications.filter((each) => isNamed(each, filter));
  return (
    <>
      {certifications.length > FEW && (
        <TextInput
          label="Find a certification"
          placeholder="Its name, who runs it, or a level"
          value={filter}
          onChange={({ currentTarget }) => setFilter(currentTarget.value)}
          maw={420}
        />
      )}
      {found.length === 0 && <p className="soft">No certification of that name. Take a word out, or begin a new one.</p>}
      {found.slice(0, shown).map((certification) => (
        <CertificationPart
          key={certification.slug}
          certification={certification}
          draft={drafts.find(({ slug }) => slug === certification.slug)}
          isAmongFew={certifications.length <= FEW}
        />
      ))}
      {found.length > shown && (
        <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setShown(shown + AT_ONCE)}>
          Show more, {found.length - shown} left
        </Button>
      )}
    </>
  );
}

/** Whether each word of the filter stands in a name. */
function isNamed({ title, host, levels }: CertificationRow, filter: string): boolean {
  const names = [title, host, ...levels.map((level) => level.title)].join(' ').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word));
}

/** Drafts of what was never published. */
function Begun({ drafts }: { drafts: readonly DraftRow[] }) {
  const discard = useDiscardDraft();
  const open = useOpenDraft();
  const [shown, setShown] = useState(AT_ONCE);
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
        {drafts.slice(0, shown).map((draft) => (
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
      {drafts.length > shown && (
        <Button variant="subtle" size="sm" onClick={() => setShown(shown + AT_ONCE)}>
          Show more, {drafts.length - shown} left
        </Button>
      )}
    </Card>
  );
}
