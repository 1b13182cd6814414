import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import type { Admission } from '@server/enrollments/waivers/waivers.contract';
import { ButtonLink } from '../../ui/button-link';
import { listed } from '../../ui/format';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { AskForWaiver } from './ask-for-waiver';
import classes from './before-enrolling.module.css';
import { admissionQuery } from './waiver-queries';
import { WhatIsMissing } from './what-is-missing';

/** Shows what is required first before the first question. The questions get the learner's date from the server. */
export function BeforeEnrolling({ level, children }: { level: LevelPage; children: (today: string) => ReactNode }) {
  const query = useQuery(admissionQuery(level.id));
  return (
    <QueryRegion query={query} what="What comes first">
      {(admission) => (admission.admitted || !level.open ? children(admission.today) : <Stopped level={level} admission={admission} />)}
    </QueryRegion>
  );
}

function Stopped({ level, admission: { missing, request } }: { level: LevelPage; admission: Admission }) {
  const levels = missing.flatMap((each) => each.level ?? []);
  const [first] = levels;
  return (
    <div className={classes.stopped}>
      <h1>{levels.length > 0 ? `${listed(levels.map(({ title }) => title))} comes first` : 'Something comes first'}</h1>
      <p className="soft read">
        {level.title} requires it. {first ? 'Prepare for that first. This level opens when you record that you passed.' : 'If you have it, request a waiver.'}
      </p>
      <WhatIsMissing missing={missing} />
      {first && (
        <ButtonLink to="/levels/$levelId" params={{ levelId: first.id }}>
          Look at {first.title}
        </ButtonLink>
      )}
      <Section title={first ? 'Passed it elsewhere?' : 'You have it?'}>
        <AskForWaiver levelId={level.id} request={request} />
      </Section>
    </div>
  );
}
