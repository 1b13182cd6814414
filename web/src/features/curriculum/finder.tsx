import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Certification } from '@server/curriculum/curriculum.contract';
import type { Subject } from '@server/curriculum/where-to-start.contract';
import { AddIcon, CheckIcon, MinusIcon } from '../../ui/icons';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import classes from './finder.module.css';
import { startQuery, usePassed } from './start-queries';
import { StartingPoint } from './starting-point';

type Knowing = Readonly<Record<string, 'known' | 'lacking'>>;

/** From what one does, where one wants to go and what one knows, to the level to start with. */
export function Finder({ certification: { slug, jobRoles, learningPaths } }: { certification: Certification }) {
  const [role, setRole] = useState<string | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const [knowing, setKnowing] = useState<Knowing>({});
  const passed = usePassed(slug);
  const of = (what: 'known' | 'lacking') =>
    Object.keys(knowing)
      .filter((key) => knowing[key] === what)
      .join(',');
  const query = useQuery(startQuery(slug, { ...(role && { role }), ...(path && { path }), knows: of('known'), lacks: of('lacking'), passed }));
  const options = (items: readonly { slug: string; title: string }[]) => items.map(({ slug: value, title: label }) => ({ value, label }));
  return (
    <Section title="Find your level">
      <div className={classes.finder}>
        <div className="stack">
          {jobRoles.length > 0 && (
            <Select label="I am a" placeholder="Any job role" data={options(jobRoles)} value={role} onChange={setRole} clearable searchable />
          )}
          {learningPaths.length > 0 && (
            <Select
              label="I follow the path"
              placeholder="Any learning path"
              data={options(learningPaths)}
              value={path}
              onChange={setPath}
              clearable
              searchable
            />
          )}
          <Subjects legend="I know" what="known" subjects={query.data?.subjects ?? []} knowing={knowing} onChange={setKnowing} />
          <Subjects legend="I do not know yet" what="lacking" subjects={query.data?.subjects ?? []} knowing={knowing} onChange={setKnowing} />
        </div>
        <QueryRegion query={query} what="Where to start">
          {(answer) => <StartingPoint answer={answer} />}
        </QueryRegion>
      </div>
    </Section>
  );
}

interface SubjectsProps {
  legend: string;
  what: 'known' | 'lacking';
  subjects: readonly Subject[];
  knowing: Knowing;
  onChange: (next: Knowing) => void;
}

/** What one knows, or does not know yet: a press marks it, and takes it out of the other. Each has a mark always, so that no neighbour moves. */
function Subjects({ legend, what, subjects, knowing, onChange }: SubjectsProps) {
  if (subjects.length === 0) return null;
  const press = (slug: string) => {
    const { [slug]: now, ...others } = knowing;
    onChange(now === what ? others : { ...others, [slug]: what });
  };
  return (
    <fieldset>
      <legend className="field-label">{legend}</legend>
      <div className={classes.subjects}>
        {subjects.map(({ slug, name }) => (
          <button key={slug} type="button" data-what={what} aria-pressed={knowing[slug] === what} onClick={() => press(slug)}>
            {knowing[slug] !== what ? <AddIcon size="s" /> : what === 'known' ? <CheckIcon size="s" /> : <MinusIcon size="s" />}
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
