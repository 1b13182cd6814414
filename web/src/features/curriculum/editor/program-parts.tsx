/** The parts of a program that belong to no level. */
import { Button } from '@mantine/core';
import { AddIcon, CloseIcon } from '../../../ui/icons';
import { Part, useEditor, useList, useTitleSlug } from './editor-context';
import { LineField, PickField, TextField } from './fields';
import { MarkdownField } from './markdown-field';
import { OrderedPicks } from './ordered-picks';
import { PartCards } from './part-cards';
import classes from './rows.module.css';
import { SmallIcon } from './small-icon';
import { Sortable } from './sortable';
import { StepParts } from './step-fields';

const useLevelOptions = () => useEditor().document.levels.map(({ slug, title }) => ({ value: slug, label: title ?? slug }));

export function PathsPart() {
  const levels = useLevelOptions();
  return (
    <PartCards list="learningPaths" label="Learning paths" one="learning path" fresh={{ levels: [], basis: 'estimate' } as object}>
      {() => <Path levels={levels} />}
    </PartCards>
  );
}

function Path({ levels }: { levels: { value: string; label: string }[] }) {
  return (
    <>
      <LineField name="title" label="Name" onBlur={useTitleSlug()} />
      <TextField name="focus" label="What it is about" />
      <OrderedPicks name="levels" label="Levels that lead there, in their order" one="level" options={levels} />
      <PickField
        name="basis"
        label="Where the choice of levels comes from"
        options={[
          { value: 'published', label: 'Published by the program' },
          { value: 'estimate', label: 'Our estimate' },
        ]}
      />
    </>
  );
}

export function RolesPart() {
  return (
    <PartCards list="jobRoles" label="Job roles" one="job role" fresh={{ recommended: [] } as object}>
      {() => <Role />}
    </PartCards>
  );
}

interface Recommendation {
  level?: string;
  external?: string;
}

function Role() {
  const levels = useLevelOptions();
  const { path, items, add, move, removePlain, pathOf } = useList<Recommendation>('recommended');
  return (
    <>
      <LineField name="title" label="Name" onBlur={useTitleSlug()} />
      <TextField name="summary" label="What they do" />
      <div id={path} tabIndex={-1} role="group" aria-label="Recommended, in order">
        <div className="field-label">Recommended, in order</div>
        <Sortable
          label="Recommended, in order"
          items={items}
          idOf={(_, index) => String(index)}
          nameOf={({ level, external }) => external ?? levels.find(({ value }) => value === level)?.label ?? 'the new one'}
          onMove={move}
        >
          {({ external }, index) => (
            <Part path={pathOf(index)}>
              <div className={classes.line}>
                {external === undefined ? (
                  <PickField name="level" label={`Recommendation ${index + 1}`} bare options={levels} />
                ) : (
                  <LineField name="external" label={`Recommendation ${index + 1}, held elsewhere`} bare />
                )}
                <SmallIcon aria-label={`Remove recommendation ${index + 1}`} onClick={() => removePlain(index)}>
                  <CloseIcon />
                </SmallIcon>
              </div>
            </Part>
          )}
        </Sortable>
        <div className="row wrap">
          <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={() => add(levels[0] ? { level: levels[0].value } : {}, 'level')}>
            Add a level
          </Button>
          <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={() => add({ external: '' }, 'external')}>
            Add one held elsewhere
          </Button>
        </div>
      </div>
    </>
  );
}

export function ProvidersPart() {
  return (
    <PartCards list="providers" label="Providers" one="provider" first="name">
      {() => <Provider />}
    </PartCards>
  );
}

function Provider() {
  return (
    <>
      <LineField name="name" label="Name" onBlur={useTitleSlug()} />
      <TextField name="summary" label="What they offer" />
      <LineField name="link" label="Web address" />
    </>
  );
}

const GROUPS = [
  { value: 'general', label: 'General' },
  { value: 'program', label: 'About the program' },
];

export function QuestionsPart() {
  return (
    <PartCards list="questions" label="Questions" one="question" first="question" fresh={{ group: 'general' } as object}>
      {() => <Question />}
    </PartCards>
  );
}

function Question() {
  return (
    <>
      <LineField name="question" label="Question" onBlur={useTitleSlug()} />
      <MarkdownField name="answer" label="Answer" rows={3} />
      <PickField name="group" label="Group" options={GROUPS} />
    </>
  );
}

const TRACKS = [
  { track: 'sameTrack', label: 'On the same track' },
  { track: 'crossTrack', label: 'On another track' },
  { track: 'leadership', label: 'Towards leading' },
] as const;

/** Certifications that come after the whole program. */
export function NextPart() {
  return (
    <div className="stack" style={{ '--gap': '24px' } as React.CSSProperties}>
      {TRACKS.map(({ track, label }) => (
        <NextList key={track} name={`nextCertifications.${track}`} label={label} />
      ))}
    </div>
  );
}

function NextList({ name, label }: { name: string; label: string }) {
  const { path, items, add, move, removePlain, pathOf } = useList<{ name?: string }>(name);
  return (
    <section id={path} tabIndex={-1} aria-label={label}>
      <h3 style={{ marginBottom: 12 }}>{label}</h3>
      <Sortable label={label} apart items={items} idOf={(_, index) => String(index)} nameOf={(step) => step.name || 'the new one'} onMove={move}>
        {(_, index) => (
          <Part path={pathOf(index)}>
            <div className={classes.line}>
              <StepParts label={`${label} ${index + 1}`} />
              <SmallIcon aria-label={`Remove ${label.toLowerCase()} ${index + 1}`} onClick={() => removePlain(index)}>
                <CloseIcon />
              </SmallIcon>
            </div>
          </Part>
        )}
      </Sortable>
      <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={() => add({}, 'name')}>
        Add one
      </Button>
    </section>
  );
}
