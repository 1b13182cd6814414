import { Button } from '@mantine/core';
import { AddIcon, CloseIcon } from '../../../ui/icons';
import { Part, useEditor, useList, usePartPath } from './editor-context';
import { PickField, TextField } from './fields';
import classes from './rows.module.css';
import { SmallIcon } from './small-icon';
import { Sortable } from './sortable';

interface PrerequisiteDraft {
  kind?: 'level' | 'knowledge' | 'experience';
  level?: string;
  text?: string;
  rule?: 'recommended' | 'enforced';
}

const KINDS = [
  { value: 'level', label: 'Another level passed' },
  { value: 'knowledge', label: 'Knowledge' },
  { value: 'experience', label: 'Experience' },
];
const RULES = [
  { value: 'recommended', label: 'Recommended' },
  { value: 'enforced', label: 'Demanded' },
];

/** What comes before a level: other levels, knowledge, experience; each a good idea or a rule. */
export function PrerequisitesPart() {
  const { path, items, add, set, move, removePlain, pathOf } = useList<PrerequisiteDraft>('prerequisites');
  // Only another level has a level.
  const turn = (index: number, kind: PrerequisiteDraft['kind']) =>
    set(
      items.map((item, each) => {
        if (each !== index) return item;
        const { level, ...rest } = item;
        return kind === 'level' && level !== undefined ? { ...rest, kind, level } : { ...rest, ...(kind && { kind }) };
      }),
    );
  return (
    <div id={path} tabIndex={-1} role="group" aria-label="What comes before">
      <div className="field-label">What comes before</div>
      {items.some(({ rule }) => rule === 'enforced') && <p className={classes.hint}>Enrolling waits for what is enforced.</p>}
      <Sortable
        label="What comes before"
        items={items}
        idOf={(_, index) => String(index)}
        nameOf={({ text }, index) => text || `prerequisite ${index + 1}`}
        onMove={move}
      >
        {(item, index) => (
          <Part path={pathOf(index)}>
            <Prerequisite item={item} number={index + 1} onTurn={(kind) => turn(index, kind)} onRemove={() => removePlain(index)} />
          </Part>
        )}
      </Sortable>
      <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={() => add({ kind: 'knowledge', rule: 'recommended' }, 'text')} mt={4}>
        Add a prerequisite
      </Button>
    </div>
  );
}

interface Props {
  item: PrerequisiteDraft;
  number: number;
  onTurn: (kind: PrerequisiteDraft['kind']) => void;
  onRemove: () => void;
}

function Prerequisite({ item, number, onTurn, onRemove }: Props) {
  const { document } = useEditor();
  // `levels.0.prerequisites.2` stands in `levels.0`, which does not come before itself.
  const own = usePartPath().split('.').slice(0, 2).join('.');
  const others = document.levels.filter((_, index) => `levels.${index}` !== own).map(({ slug, title }) => ({ value: slug, label: title ?? slug }));
  return (
    <div className={classes.line}>
      <div className="stack" style={{ '--gap': '8px' } as React.CSSProperties}>
        <div className={classes.prerequisite}>
          <PickField name="kind" label={`Kind of prerequisite ${number}`} bare options={KINDS} onPick={(kind) => onTurn(kind as PrerequisiteDraft['kind'])} />
          <PickField name="rule" label={`Rule of prerequisite ${number}`} bare options={RULES} />
          {item.kind === 'level' && <PickField name="level" label={`Level of prerequisite ${number}`} bare options={others} className={classes.wide ?? ''} />}
        </div>
        <TextField name="text" label={`Prerequisite ${number} in words`} bare placeholder="In words" />
      </div>
      <SmallIcon aria-label={`Remove prerequisite ${number}`} onClick={onRemove}>
        <CloseIcon />
      </SmallIcon>
    </div>
  );
}
