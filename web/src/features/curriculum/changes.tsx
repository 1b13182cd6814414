import type { ToldChange } from '@server/curriculum/curriculum.contract';
import { Chip } from '../../ui/chip';
import classes from './changes.module.css';

const KINDS: Record<ToldChange['kind'], { word: string; tone: 'ready' | 'near' | 'plain' | 'outline' }> = {
  added: { word: 'New', tone: 'ready' },
  removed: { word: 'Retired', tone: 'near' },
  changed: { word: 'Changed', tone: 'plain' },
  moved: { word: 'Moved', tone: 'outline' },
};

/** What differs between two releases, a line each. */
export function Changes({ changes }: { changes: readonly ToldChange[] }) {
  return (
    <ul className={classes.changes}>
      {changes.map((change, index) => (
        <li key={index}>
          <Chip tone={KINDS[change.kind].tone}>{KINDS[change.kind].word}</Chip>
          <span>{change.words}</span>
        </li>
      ))}
    </ul>
  );
}
