import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DraftState } from '@server/curriculum/drafts/draft.contract';
import type { Fault } from '@server/curriculum/fault.contract';
import { Plate } from '../../../ui/plate';
import { counted, listed } from '../../../ui/format';
import { QueryRegion } from '../../../ui/query-region';
import { Section } from '../../../ui/section';
import { Changes } from '../changes';
import { releasesQuery } from '../curriculum-queries';
import type { EditorState } from './draft-editor';
import { draftImpactQuery, draftSinceQuery } from './draft-queries';
import { inPageOrder, partOf, placeOf } from './fault-place';
import { canEnroll } from './gaps';
import classes from './editor-page.module.css';

/** So many are told at once; the rest unfolds. */
const AT_ONCE = 8;

interface Props {
  state: EditorState;
  /** The part that is open: what is to mend there is told first. */
  part: string;
  onJump: (path: string) => void;
}

/** What keeps the draft from being published, whom it concerns, and what it changes so far. */
export function BeforePublishing({ state, part, onJump }: Props) {
  const { document, known } = state;
  const { faults, release } = known;
  const here = inPageOrder(faults).filter(({ path }) => partOf(document, path) === part);
  const elsewhere = inPageOrder(faults).filter(({ path }) => partOf(document, path) !== part);
  const ordered = [...here, ...elsewhere];
  return (
    <aside className={classes.side} aria-label="Before you publish" id="to-mend">
      <Plate compact title={faults.length === 0 ? 'Nothing to mend' : `${counted(faults.length, 'thing')} to mend`}>
        {faults.length === 0 && <p className="sm">{release === null ? 'It can be published.' : 'It can be published as it stands.'}</p>}
        <FaultLinks document={document} faults={ordered.slice(0, AT_ONCE)} onJump={onJump} />
        {ordered.length > AT_ONCE && (
          <details className={classes.more}>
            <summary>And {ordered.length - AT_ONCE} more</summary>
            <FaultLinks document={document} faults={ordered.slice(AT_ONCE)} onJump={onJump} />
          </details>
        )}
        <NotOpen document={document} />
        {release !== null && <Concerned slug={known.slug} release={release} revision={known.revision} />}
      </Plate>
      {release !== null && <ChangedSince state={state} release={release} />}
    </aside>
  );
}

function FaultLinks({ document, faults, onJump }: { document: EditorState['document']; faults: readonly Fault[]; onJump: Props['onJump'] }) {
  return (
    <ul className={classes.faults}>
      {faults.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <button type="button" onClick={() => onJump(path)}>
            <b>{placeOf(document, path)}</b>: {message.charAt(0).toLowerCase() + message.slice(1)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Levels that can be published and yet not be entered. */
export function NotOpen({ document: { levels } }: { document: EditorState['document'] }) {
  const closed = levels.filter((level) => !canEnroll(level)).map(({ title }) => title || 'the new level');
  if (closed.length === 0) return null;
  return <p className="sm">Nobody can enroll in {listed(closed)} yet: a level opens once its skills have weights. Until then learners see what is known.</p>;
}

/** The people on earlier releases; nothing happens to them by itself. */
function Concerned({ slug, release, revision }: { slug: string; release: number; revision: number }) {
  const { data } = useQuery({ ...draftImpactQuery(slug, revision), placeholderData: (before) => before });
  if (!data || data.enrollments === 0) return null;
  return (
    <p className="sm">
      <b>{counted(data.enrollments, 'learner')}</b> {data.enrollments === 1 ? 'prepares' : 'prepare'} on release {release} or earlier. They stay there until you
      move them, and keep all they logged.
    </p>
  );
}

/** What the draft changes, since the current release or any before it. */
export function ChangedSince({ state: { known }, release }: { state: { known: Pick<DraftState, 'slug' | 'revision' | 'changes'> }; release: number }) {
  const [since, setSince] = useState(release);
  const releases = useQuery({ ...releasesQuery(known.slug), enabled: release > 1 });
  const older = useQuery({ ...draftSinceQuery(known.slug, known.revision, since), enabled: since !== release, placeholderData: (before) => before });
  const query = since === release ? { data: known, error: null, refetch: () => undefined } : older;
  return (
    <Section bare title={`Changed since release ${since}`}>
      {release > 1 && (
        <NativeSelect
          label="Compared with"
          value={since}
          onChange={({ currentTarget }) => setSince(Number(currentTarget.value))}
          data={(releases.data?.items ?? [{ number: release }]).map(({ number }) => ({ value: String(number), label: `Release ${number}` }))}
          mb={12}
        />
      )}
      <QueryRegion query={query} what="What changed">
        {({ changes }) => (changes.length === 0 ? <p className="sm soft">Nothing yet.</p> : <Changes changes={changes} />)}
      </QueryRegion>
    </Section>
  );
}
