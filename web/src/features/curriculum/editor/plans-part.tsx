import { ActionIcon, Button } from '@mantine/core';
import { classNames } from '../../../ui/class-names';
import { AddIcon, CloseIcon } from '../../../ui/icons';
import { Part, useField, useList, useTitleSlug } from './editor-context';
import { FigureField, LineField, PicksField, ProseField, RowFaults, SwitchField, type Option } from './fields';
import { PartCards } from './part-cards';
import classes from './rows.module.css';
import { SharesChip } from './shares-chip';
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
      <ProseField name="summary" label="In short" />
      <SwitchField name="needed" label="This level needs it" otherwise />
      {!needed && <ProseField name="exception" label="Who needs it all the same" rows={1} />}
      <Phases options={options} />
    </>
  );
}

function Phases({ options }: { options: readonly Option[] }) {
  const { path, items, add, move, removePlain, pathOf } = useList<PhaseDraft>('phases');
  return (
    <div id={path} tabIndex={-1}>
      <div className={classes.sum}>
        <div className="field-label">Phases</div>
        {items.length > 0 && <SharesChip name="Shares" shares={items.map(({ sharePercent }) => sharePercent)} />}
      </div>
      {items.length > 0 && (
        <div className={classNames(classes.heads, classes.phaseHeads)} aria-hidden>
          <span>Name</span>
          <span className="end">Share %</span>
        </div>
      )}
      <Sortable label="Phases" items={items} idOf={(_, index) => String(index)} nameOf={({ title }, index) => title ?? `phase ${index + 1}`} onMove={move}>
        {(phase, index) => (
          <Part path={pathOf(index)}>
            <div className={classes.phase}>
              <LineField name="title" label={`Name of phase ${index + 1}`} bare />
              <FigureField name="sharePercent" label={`Share of phase ${index + 1}, percent`} bare max={100} suffix=" %" />
              <ActionIcon size={36} mt={4} aria-label={`Remove ${phase.title ?? `phase ${index + 1}`}`} onClick={() => removePlain(index)}>
                <CloseIcon />
              </ActionIcon>
              <RowFaults names={{ sharePercent: 'Share' }} />
              <ProseField name="summary" label={`What phase ${index + 1} is about`} bare rows={1} className={classes.wide ?? ''} />
              <PicksField name="focus" label={`Whose turn it is in phase ${index + 1}`} bare options={options} className={classes.wide ?? ''} />
            </div>
          </Part>
        )}
      </Sortable>
      <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={() => add({ focus: [] } as PhaseDraft)} mt={8}>
        Add a phase
      </Button>
    </div>
  );
}
