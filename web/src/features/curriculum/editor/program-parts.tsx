/** The parts of a program that belong to no level. */
import { ActionIcon, Button } from '@mantine/core';
import { AddIcon, CloseIcon } from '../../../ui/icons';
import { Part, useEditor, useList, useTitleSlug } from './editor-context';
import { FigureField, LineField, NamesField, PickField, PicksField, ProseField } from './fields';
import { PartCards } from './part-cards';
import classes from './rows.module.css';
import { StepParts } from './step-fields';

const useLevelOptions = () => useEditor().document.levels.map(({ slug, title }) => ({ value: slug, label: title ?? slug }));

export function AboutPart() {
  return (
    <div className="stack">
      <LineField name="title" label="Name" />
      <LineField name="host" label="Who runs it" />
      <ProseField name="summary" label="What it is" rows={3} />
      <ProseField name="assessment" label="How one is assessed" />
      <NamesField name="audience" label="For whom" />
      <NamesField name="technologies" label="Technologies it builds on" />
      <fieldset>
        <legend className="field-label">How long it is valid</legend>
        <div className={classes.three}>
          <FigureField name="validityMonths.min" label="At least, months" />
          <FigureField name="validityMonths.max" label="At most, months" />
        </div>
        <div style={{ marginTop: 12 }}>
          <ProseField name="validityMonths.renewal" label="How it is renewed" rows={1} />
        </div>
      </fieldset>
    </div>
  );
}

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
      <ProseField name="focus" label="What it is about" />
      <PicksField name="levels" label="Levels that lead there, in their order" options={levels} />
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

function Role() {
  const levels = useLevelOptions();
  const { path, items, add, removePlain, pathOf } = useList<{ level?: string; external?: string }>('recommended');
  return (
    <>
      <LineField name="title" label="Name" onBlur={useTitleSlug()} />
      <ProseField name="summary" label="What they do" />
      <div id={path} tabIndex={-1} role="group" aria-label="Recommended, in order">
        <div className="field-label">Recommended, in order</div>
        {items.map((item, index) => (
          <Part key={index} path={pathOf(index)}>
            <div className={classes.line} style={{ marginBottom: 8 }}>
              {'external' in item && item.external !== undefined ? (
                <LineField name="external" label={`Recommendation ${index + 1}, held elsewhere`} bare />
              ) : (
                <PickField name="level" label={`Recommendation ${index + 1}`} bare options={levels} />
              )}
              <ActionIcon size={36} mt={4} aria-label={`Remove recommendation ${index + 1}`} onClick={() => removePlain(index)}>
                <CloseIcon />
              </ActionIcon>
            </div>
          </Part>
        ))}
        <div className="row wrap">
          <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={() => add(levels[0] ? { level: levels[0].value } : {})}>
            Add a level
          </Button>
          <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={() => add({ external: '' })}>
            Add one held elsewhere
          </Button>
        </div>
      </div>
    </>
  );
}

export function ProvidersPart() {
  return (
    <PartCards list="providers" label="Providers" one="provider">
      {() => <Provider />}
    </PartCards>
  );
}

function Provider() {
  return (
    <>
      <LineField name="name" label="Name" onBlur={useTitleSlug()} />
      <ProseField name="summary" label="What they offer" />
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
    <PartCards list="questions" label="Questions" one="question" fresh={{ group: 'general' } as object}>
      {() => <Question />}
    </PartCards>
  );
}

function Question() {
  return (
    <>
      <LineField name="question" label="Question" onBlur={useTitleSlug()} />
      <ProseField name="answer" label="Answer" rows={3} />
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
  const { path, items, add, removePlain, pathOf } = useList<object>(name);
  return (
    <section id={path} tabIndex={-1} aria-label={label}>
      <h3>{label}</h3>
      {items.map((_, index) => (
        <Part key={index} path={pathOf(index)}>
          <div className={classes.line} style={{ margin: '12px 0' }}>
            <StepParts label={`${label} ${index + 1}`} />
            <ActionIcon size={36} aria-label={`Remove ${label.toLowerCase()} ${index + 1}`} onClick={() => removePlain(index)}>
              <CloseIcon />
            </ActionIcon>
          </div>
        </Part>
      ))}
      <Button variant="subtle" size="sm" leftSection={<AddIcon size="s" />} onClick={() => add({})}>
        Add one
      </Button>
    </section>
  );
}
