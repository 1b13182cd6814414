import type { ToldChange } from '@server/curriculum/curriculum.contract';
import { Chip } from '../../ui/chip';
import classes from './changes.module.css';
import { nearChanges, piecesOf, textsOf, type Piece } from './old-and-new';

const KINDS: Record<ToldChange['kind'], { word: string; tone: 'ready' | 'near' | 'plain' | 'outline' }> = {
  added: { word: 'New', tone: 'ready' },
  removed: { word: 'Retired', tone: 'near' },
  changed: { word: 'Changed', tone: 'plain' },
  moved: { word: 'Moved', tone: 'outline' },
};

/** What is longer unfolds. */
const SHORT = 240;

/** What differs between two releases, a line each, old words beside new ones. */
export function Changes({ changes }: { changes: readonly ToldChange[] }) {
  return (
    <ul className={classes.changes}>
      {changes.map((change, index) => (
        <li key={index}>
          <Chip tone={KINDS[change.kind].tone}>{KINDS[change.kind].word}</Chip>
          <div>
            {wordsOf(change)}
            <Reworded change={change} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A part that has no name yet goes by a slug that the editor gave it, which says nothing. */
const wordsOf = ({ words, title }: ToldChange) => (/^new-[a-z-]+(-\d+)?$/.test(title) ? words.replace(` “${title}”`, ' without a name') : words);

/** What a text was and what it is: at once where that is short, else on demand. */
function Reworded({ change }: { change: ToldChange }) {
  const texts = textsOf(change);
  if (!texts) return null;
  const pieces = piecesOf(texts.before, texts.after);
  const near = nearChanges(pieces);
  const isShort = near.reduce((length, { text }) => length + text.length, 0) <= SHORT;
  if (isShort) return <Words pieces={near} />;
  return (
    <details>
      <summary className="sm">Old and new words</summary>
      <Words pieces={pieces} />
    </details>
  );
}

function Words({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p className={classes.words}>
      {pieces.map(({ text, how }, index) => (how === 'gone' ? <del key={index}>{text}</del> : how === 'new' ? <ins key={index}>{text}</ins> : text))}
    </p>
  );
}
