import { Button } from '@mantine/core';
import { AddIcon, CloseIcon } from '../../../ui/icons';
import { Part, useField, useList, useTitleSlug } from './editor-context';
import { FigureField, LineField, PicksField, SwitchField, TextField, type Option } from './fields';
import { MarkdownField } from './markdown-field';
import { PartCards } from './part-cards';
import classes from './rows.module.css';
import { SharesChip } from './shares-chip';
import { SmallIcon } from './small-icon';
import { Sortable } from './sortable';

interface PhaseDraft {
  title?: string;
  sharePercent?: number;
}

/** How to prepare, by the time there is: 7 to 14 days, 30, 60, or any other length. */
export function PlansPart() {
  const { items: skills } = useList<{ slug: string; title?: string }>('skills');
  const { items: projects } = useList<{ slug: string; title?: string }>('projects');
  const options = [...skills, ...projects].map(({ slug, title }) => ({ value: slug, label: title ?? slug }));
  return (
    <PartCards list="planTemplates" label="Plans" one="plan" fresh={{ needed: true, phases: [] } as object}>
      {() => <Template options={options} />}
    </PartCards>
  );
}

function Template({ options }: { options: readonly Option[] }) {
  const { value: needed = true } = useField<boolean>('needed');
  return (
    <>
      <LineField name="title" label="Name" hint="Such as: thirty days" onBlur={useTitleSlug()} />
      <div className={classes.three}>
        <FigureField name="minDays" label="From, days" />
        <FigureField name="maxDays" label="To, days" />
      </div>
      <MarkdownField name="summary" label="In short" />
      <SwitchField name="needed" label="This level needs it" otherwise />
      {!needed && <TextField name="exception" label="Who needs it all the same" />}
      <Phases options={options} />
    </>
  );
}

function Phases({ options }: { options: readonly Option[] }) {
  const { path, items, add, move, removePlain, pathOf } = useList<PhaseDraft>('phases');
  return (
    <div id={path} tabIndex={-1}>
      <div className={classes.sum}>
        <h4>Phases</h4>
        {items.length > 0 && <SharesChip name="Shares" shares={items.map(({ sharePercent }) => sharePercent)} />}
      </div>
      <Sortable
        label="Phases"
        apart
        items={items}
        idOf={(_, index) => String(index)}
        nameOf={({ title }, index) => title ?? `phase ${index + 1}`}
        onMove={move}
      >
        {(phase, index) => (
          <Part path={pathOf(index)}>
            <Phase name={phase.title ?? `phase ${index + 1}`} options={options} onRemove={() => removePlain(index)} />
          </Part>
        )}
      </Sortable>
      <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={() => add({ focus: [] } as PhaseDraft, 'title')} mt={8}>
        Add a phase
      </Button>
    </div>
  );
}

/** Each of its fields under its own label: a phase stands among others of the same kind. */
function Phase({ name, options, onRemove }: { name: string; options: readonly Option[]; onRemove: () => void }) {
  return (
    <div className={classes.phase} role="group" aria-label={name}>
      <LineField name="title" label="Name" />
      <FigureField name="sharePercent" label="Share, %" max={100} className={classes.figure ?? ''} />
      <SmallIcon aria-label={`Remove ${name}`} onClick={onRemove} className={classes.besideLabel}>
        <CloseIcon />
      </SmallIcon>
      <TextField name="summary" label="What it is about" className={classes.wide ?? ''} />
      <PicksField name="focus" label="Skills and projects in this phase" options={options} className={classes.wide ?? ''} />
    </div>
  );
}
