import { ActionIcon, Button } from '@mantine/core';
import { AddIcon, CloseIcon } from '../../../ui/icons';
import { Part, useEditor, useList, usePartPath } from './editor-context';
import { PickField, ProseField } from './fields';
import classes from './rows.module.css';

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
  { value: 'enforced', label: 'Enforced' },
];

/** What comes before a level: other levels, knowledge, experience; each a good idea or a rule. */
export function PrerequisitesPart() {
  const { document } = useEditor();
  const own = usePartPath();
  const { path, items, add, removePlain, pathOf } = useList<PrerequisiteDraft>('prerequisites');
  const others = document.levels.filter((_, index) => `levels.${index}` !== own).map(({ slug, title }) => ({ value: slug, label: title ?? slug }));
  return (
    <div id={path} tabIndex={-1} role="group" aria-label="What comes before">
      <div className="field-label">What comes before</div>
      {items.some(({ rule }) => rule === 'enforced') && <p className="field-hint">Enrolling waits for what is enforced.</p>}
      {items.map((item, index) => (
        <Part key={index} path={pathOf(index)}>
          <div className={classes.line} style={{ marginBottom: 12 }}>
            <div className="stack" style={{ '--gap': '8px' } as React.CSSProperties}>
              <div className={classes.prerequisite}>
                <PickField name="kind" label={`Kind of prerequisite ${index + 1}`} bare options={KINDS} />
                {item.kind === 'level' && <PickField name="level" label={`Level of prerequisite ${index + 1}`} bare options={others} />}
                <PickField name="rule" label={`Rule of prerequisite ${index + 1}`} bare options={RULES} />
              </div>
              <ProseField name="text" label={`Prerequisite ${index + 1} in words`} bare rows={1} placeholder="In words" />
            </div>
            <ActionIcon size={36} aria-label={`Remove prerequisite ${index + 1}`} onClick={() => removePlain(index)}>
              <CloseIcon />
            </ActionIcon>
          </div>
        </Part>
      ))}
      <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={() => add({ kind: 'knowledge', rule: 'recommended' })}>
        Add a prerequisite
      </Button>
    </div>
  );
}
