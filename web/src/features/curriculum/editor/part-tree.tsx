import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';
import { Chip } from '../../../ui/chip';
import { counted, listed } from '../../../ui/format';
import { AddIcon, WarningIcon } from '../../../ui/icons';
import type { EditorState } from './draft-editor';
import { partOf } from './fault-place';
import { gapsOf } from './gaps';
import classes from './editor-page.module.css';

interface Props {
  state: EditorState;
  /** As `partOf` says it. */
  part: string;
  onGo: (part: string) => void;
  /** To a place of the part that is open. */
  onJump: (place: string) => void;
  onAddLevel: () => void;
}

interface Entry {
  part: string;
  name: string;
  count?: number | undefined;
  /** What a level may lack and still be published. */
  gaps?: readonly string[];
  /** Of a level: where it stands. */
  index?: number;
}

const program = (document: DraftDocument): Entry[] => [
  { part: 'about', name: 'About' },
  { part: 'paths', name: 'Learning paths', count: document.learningPaths?.length ?? 0 },
  { part: 'roles', name: 'Job roles', count: document.jobRoles?.length ?? 0 },
  { part: 'next', name: 'What comes after' },
  { part: 'providers', name: 'Providers', count: document.providers?.length ?? 0 },
  { part: 'questions', name: 'Questions', count: document.questions?.length ?? 0 },
];
const levels = (document: DraftDocument): Entry[] =>
  document.levels.map((level, index) => ({ part: `level ${level.slug}`, name: level.title || 'New level', gaps: gapsOf(level), index }));

/** What a level's sheet holds, from top to bottom; the ids are those of level-part.tsx. */
export const SECTIONS = [
  { id: 'about', name: 'About' },
  { id: 'skills', name: 'Skills' },
  { id: 'projects', name: 'Projects' },
  { id: 'plans', name: 'Plans' },
  { id: 'after', name: 'Mistakes, next steps' },
  { id: 'exam', name: 'The exam' },
] as const;
export const sectionId = (id: (typeof SECTIONS)[number]['id']) => `section-${id}`;
const isSection = (value: string) => value.startsWith('section-');

/** What a curriculum is made of, a click away; on the phone a list to choose from. */
export function PartTree(props: Props) {
  const { state, part, onGo, onJump, onAddLevel } = props;
  const { document } = state;
  const go = (value: string) => (value === 'add' ? onAddLevel() : isSection(value) ? onJump(value) : onGo(value));
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
          onChange={({ currentTarget }) => go(currentTarget.value)}
          data={[
            { group: 'Whole program', items: options(program(document), part) },
            { group: 'Levels', items: [...options(levels(document), part), { value: 'add', label: 'Add a level' }] },
          ]}
        />
      </div>
    </>
  );
}

/** Of the level that is open, its sections too. */
const options = (entries: readonly Entry[], current: string) =>
  entries.flatMap(({ part, name, index }) => [
    { value: part, label: name },
    ...(index !== undefined && part === current ? SECTIONS.map(({ id, name: section }) => ({ value: sectionId(id), label: `\u2003${section}` })) : []),
  ]);

function Entries({ state: { document, known }, part: current, onGo, onJump, entries }: Props & { entries: readonly Entry[] }) {
  return (
    <ul>
      {entries.map(({ part, name, count, gaps, index }) => (
        <Fragment key={part}>
          <li>
            <button type="button" aria-current={part === current || undefined} onClick={() => onGo(part)}>
              <span className="grow">{name}</span>
              <Mark faults={known.faults.filter(({ path }) => partOf(document, path) === part).length} gaps={gaps} count={count} />
            </button>
          </li>
          {part === current && index !== undefined && gaps !== undefined && gaps.length > 0 && (
            <li className={classes.missed}>
              {missed(gaps)}{' '}
              <Link to="/curriculum/$slug/publish" params={{ slug: document.slug }}>
                See the review
              </Link>
            </li>
          )}
          {part === current &&
            index !== undefined &&
            SECTIONS.map(({ id, name: section }) => (
              <li key={id} className={classes.section}>
                <button type="button" onClick={() => onJump(sectionId(id))}>
                  {section}
                </button>
              </li>
            ))}
        </Fragment>
      ))}
    </ul>
  );
}

const missed = (gaps: readonly string[]) => `Learners will read “not published yet” for ${listed(gaps)}.`;

/** What keeps a part from being published, else what learners will miss, else how much it holds. */
function Mark({ faults, gaps = [], count }: { faults: number; gaps: readonly string[] | undefined; count: number | undefined }) {
  if (faults > 0)
    return (
      <Chip tone="near" icon={<WarningIcon size="s" />}>
        {faults}
        <span className="vh"> to mend</span>
      </Chip>
    );
  if (gaps.length > 0)
    return (
      <span title={missed(gaps)}>
        <Chip tone="outline">
          {counted(gaps.length, 'gap')}
          <span className="vh">. {missed(gaps)}</span>
        </Chip>
      </span>
    );
  return count === undefined ? null : <span className="soft num sm">{count}</span>;
}
