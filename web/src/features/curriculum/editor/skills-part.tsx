import { Button } from '@mantine/core';
import { freeSlug } from '@server/curriculum/slug.contract';
import { FrameworkImport } from './framework-import';
import { classNames } from '../../../ui/class-names';
import { AddIcon, ChevronDownIcon, ChevronRightIcon, CloseIcon, WarningIcon } from '../../../ui/icons';
import { faultAt, Part, takenSlugs, useEditor, useList, useOpenEntry, usePartPath, useTitleSlug } from './editor-context';
import { FigureField, LineField, PicksField } from './fields';
import { MarkdownField } from './markdown-field';
import { RowFaults } from './row-faults';
import classes from './rows.module.css';
import { SharesChip } from './shares-chip';
import { SmallIcon } from './small-icon';
import { Sortable } from './sortable';
import { TimeField } from './time-field';

interface SkillDraft {
  slug: string;
  title?: string | undefined;
  description?: string | undefined;
  weightPercent?: number | undefined;
  effortMinutes?: number | undefined;
}

/** What a level teaches: each skill a row, its weight and hours beside it, the sum always in sight. */
export function SkillsPart() {
  const { path, items, add, set, move, remove, pathOf, keyOf, taken } = useList<SkillDraft>('skills');
  const { items: projects } = useList<SkillDraft>('projects');
  const [open, setOpen] = useOpenEntry(items.map((skill, index) => ({ key: keyOf(skill, index), path: `${pathOf(index)}.description` })));
  const begin = () => {
    const slug = freeSlug('new skill', new Set([...taken(), ...takenSlugs(projects)]));
    add({ slug }, 'title');
    setOpen(slug);
  };
  return (
    <div id={path} tabIndex={-1}>
      <div className={classes.sum}>
        <h3>Skills</h3>
        {items.length > 0 && <SharesChip name="Weights" shares={items.map(({ weightPercent }) => weightPercent)} />}
      </div>
      {items.length > 0 && (
        <div className={classNames(classes.heads, classes.skillHeads)} aria-hidden>
          <span>Name *</span>
          <span className="end">Weight %</span>
          <span className="end">Hours</span>
        </div>
      )}
      <Sortable label="Skills" items={items} idOf={keyOf} nameOf={({ title }) => title || 'the new skill'} onMove={move}>
        {(skill, index) => (
          <Part path={pathOf(index)}>
            <SkillRow
              skill={skill}
              number={index + 1}
              others={items.filter((other) => other.slug !== skill.slug).map(({ slug, title }) => ({ value: slug, label: title ?? slug }))}
              isOpen={open === keyOf(skill, index)}
              onToggle={() => setOpen(open === keyOf(skill, index) ? undefined : keyOf(skill, index))}
              onRemove={() => remove(index)}
            />
          </Part>
        )}
      </Sortable>
      <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={begin} mt={8}>
        Add a skill
      </Button>
      <FrameworkImport skills={items} projects={projects} onAdd={(skills) => set([...items, ...skills])} />
    </div>
  );
}

interface RowProps {
  skill: SkillDraft;
  number: number;
  /** What may come before it. */
  others: { value: string; label: string }[];
  isOpen: boolean;
  onToggle: () => void;
  onRemove: () => void;
}

function SkillRow({ skill: { title }, number, others, isOpen, onToggle, onRemove }: RowProps) {
  const editor = useEditor();
  const part = usePartPath();
  const place = `${part}.description`;
  const name = title ?? `skill ${number}`;
  const hasFault = faultAt(editor, place) !== undefined;
  const toggle = () => {
    // Whoever closes a row has looked at it: what is missing behind it is said.
    if (isOpen) editor.touch(place);
    onToggle();
  };
  return (
    <div className={classes.skill}>
      <LineField name="title" label={`Name of skill ${number}`} bare onBlur={useTitleSlug()} />
      <FigureField name="weightPercent" label={`Weight of ${name}, percent`} bare max={100} suffix=" %" />
      <TimeField name="effortMinutes" label={`Hours for ${name}`} bare unit="hours" />
      <SmallIcon aria-label={`Describe ${name}`} aria-expanded={isOpen} data-fault={(hasFault && !isOpen) || undefined} onClick={toggle}>
        {isOpen ? <ChevronDownIcon /> : hasFault ? <WarningIcon /> : <ChevronRightIcon />}
      </SmallIcon>
      <RowFaults names={{ weightPercent: 'Weight', effortMinutes: 'Hours', ...(!isOpen && { description: 'What it means' }) }} />
      {isOpen && <MarkdownField name="description" label={`What ${name} means`} className={classes.wide ?? ''} />}
      {isOpen && others.length > 0 && (
        <PicksField
          name="after"
          label={`Learnt before ${name}`}
          hint="Plans keep this order, whatever the guidance says"
          options={others}
          className={classes.wide ?? ''}
        />
      )}
      {/* Last, so that whoever goes on by key comes by all fields first. */}
      <SmallIcon aria-label={`Retire ${name}`} onClick={onRemove} className={classes.retire ?? ''}>
        <CloseIcon />
      </SmallIcon>
    </div>
  );
}
