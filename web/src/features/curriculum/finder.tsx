import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Certification } from '@server/curriculum/curriculum.contract';
import { Choice } from '../../ui/choice';
import { Section } from '../../ui/section';
import classes from './finder.module.css';

type By = 'role' | 'path';

/** From what one does, or where one wants to go, to the levels that lead there. */
export function Finder({ certification }: { certification: Certification }) {
  const [by, setBy] = useState<By>('role');
  const { jobRoles, learningPaths } = certification;
  const rows =
    by === 'role'
      ? jobRoles.map(({ slug, title, summary, recommended }) => ({ slug, title, note: summary, steps: recommended }))
      : learningPaths.map(({ slug, title, focus, levels }) => ({ slug, title, note: focus, steps: levels.map((level) => ({ level })) }));
  return (
    <Section
      title="Find your level"
      aside={
        <Choice
          label="Find by"
          value={by}
          onChange={setBy}
          options={[
            { value: 'role', label: 'By job role' },
            { value: 'path', label: 'By learning path' },
          ]}
        />
      }
    >
      <ul className={classes.list}>
        {rows.map(({ slug, title, note, steps }) => (
          <li key={slug}>
            <div>
              <h3>{title}</h3>
              <p className="sm soft">{note}</p>
            </div>
            <ol aria-label={`Levels for ${title}`}>
              {steps.map((step) => (
                <li key={'level' in step ? step.level : step.external}>
                  {'level' in step ? (
                    <LevelLink certification={certification} slug={step.level} />
                  ) : (
                    <span className="sm">{step.external}, held elsewhere</span>
                  )}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function LevelLink({ certification, slug }: { certification: Certification; slug: string }) {
  const level = certification.levels.find((each) => each.slug === slug);
  if (!level) return null;
  return (
    <Link to="/levels/$levelId" params={{ levelId: level.id }} className="sm b">
      {level.title}
      {!level.open && <span className="soft"> (not open yet)</span>}
    </Link>
  );
}
