import { Button, NativeSelect } from '@mantine/core';
import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';
import { Chip } from '../../../ui/chip';
import { AddIcon, WarningIcon } from '../../../ui/icons';
import type { EditorState } from './draft-editor';
import { partOf } from './fault-place';
import classes from './editor-page.module.css';

interface Props {
  state: EditorState;
  /** As `partOf` says it. */
  part: string;
  onGo: (part: string) => void;
  onAddLevel: () => void;
}

interface Entry {
  part: string;
  name: string;
  count?: number | undefined;
}

const program = (document: DraftDocument): Entry[] => [
  { part: 'about', name: 'About' },
  { part: 'paths', name: 'Learning paths', count: document.learningPaths?.length ?? 0 },
  { part: 'roles', name: 'Job roles', count: document.jobRoles?.length ?? 0 },
  { part: 'next', name: 'What comes after' },
  { part: 'providers', name: 'Providers', count: document.providers?.length ?? 0 },
  { part: 'questions', name: 'Questions', count: document.questions?.length ?? 0 },
];
const levels = (document: DraftDocument): Entry[] => document.levels.map(({ slug, title }) => ({ part: `level ${slug}`, name: title || 'New level' }));

/** What a curriculum is made of, a click away; on the phone a list to choose from. */
export function PartTree(props: Props) {
  const { state, part, onGo, onAddLevel } = props;
  const { document } = state;
  return (
    <>
      <nav className={classes.tree} aria-label="Curriculum">
        <h2>Whole program</h2>
        <Entries {...props} entries={program(document)} />
        <h2>Levels</h2>
        <Entries {...props} entries={levels(document)} />
        <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={onAddLevel}>
          Add a level
        </Button>
      </nav>
      <div className={classes.pick}>
        <NativeSelect
          label="Editing"
          value={part}
          onChange={({ currentTarget }) => (currentTarget.value === 'add' ? onAddLevel() : onGo(currentTarget.value))}
          data={[
            { group: 'Whole program', items: options(program(document)) },
            { group: 'Levels', items: [...options(levels(document)), { value: 'add', label: 'Add a level' }] },
          ]}
        />
      </div>
    </>
  );
}

const options = (entries: readonly Entry[]) => entries.map(({ part, name }) => ({ value: part, label: name }));

function Entries({ state: { document, known }, part: current, onGo, entries }: Props & { entries: readonly Entry[] }) {
  return (
    <ul>
      {entries.map(({ part, name, count }) => {
        const faults = known.faults.filter(({ path }) => partOf(document, path) === part).length;
        return (
          <li key={part}>
            <button type="button" aria-current={part === current || undefined} onClick={() => onGo(part)}>
              <span className="grow">{name}</span>
              {faults > 0 ? (
                <Chip tone="near" icon={<WarningIcon size="s" />}>
                  {faults}
                  <span className="vh"> to mend</span>
                </Chip>
              ) : (
                count !== undefined && <span className="soft num sm">{count}</span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
