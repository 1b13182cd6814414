import { useQuery } from '@tanstack/react-query';
import { Plate } from '../../../ui/plate';
import { counted } from '../../../ui/format';
import { Section } from '../../../ui/section';
import { Changes } from '../changes';
import type { EditorState } from './draft-editor';
import { draftImpactQuery } from './draft-queries';
import { placeOf } from './fault-place';
import classes from './editor-page.module.css';

const SHOWN = 8;

/** What keeps the draft from being published, whom it concerns, and what it changes so far. */
export function BeforePublishing({ state: { document, known }, onJump }: { state: EditorState; onJump: (path: string) => void }) {
  const { faults, changes, release } = known;
  return (
    <aside className={classes.side} aria-label="Before you publish">
      <Plate compact title={faults.length === 0 ? 'Nothing to mend' : `${counted(faults.length, 'thing')} to mend`}>
        {faults.length === 0 && <p className="sm">{release === null ? 'It can be published.' : 'It can be published as it stands.'}</p>}
        <ul className={classes.faults}>
          {faults.slice(0, SHOWN).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <button type="button" onClick={() => onJump(path)}>
                <b>{placeOf(document, path)}</b>: {message.charAt(0).toLowerCase() + message.slice(1)}
              </button>
            </li>
          ))}
        </ul>
        {faults.length > SHOWN && <p className="sm">And {faults.length - SHOWN} more, told as you go on.</p>}
        {release !== null && <Concerned slug={known.slug} release={release} revision={known.revision} />}
      </Plate>
      {release !== null && (
        <Section bare title={`Changed since release ${release}`}>
          {changes.length === 0 ? <p className="sm soft">Nothing yet.</p> : <Changes changes={changes} />}
        </Section>
      )}
    </aside>
  );
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
