import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import type { Evidence } from '@server/progress/evidence/evidence.contract';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { levelQuery } from '../curriculum/curriculum-queries';
import { evidenceQuery } from '../progress/projects/evidence-queries';
import { EarlierVersions, EvidenceVersion } from '../progress/projects/evidence-version';
import { projectState } from '../progress/projects/project-state';
import { StateChip } from '../progress/projects/state-chip';
import { byProject } from './by-project';
import classes from './reviews.module.css';
import { ReviewForm } from './review-form';

type Project = LevelPage['projects'][number];

/** What a learner handed in, project by project: what waits for a review first, each with its form. */
export function EvidenceReviews({ enrollment: { id, level, learner } }: { enrollment: Enrollment }) {
  const evidence = useQuery(evidenceQuery(id));
  const { data: content } = useQuery(levelQuery(level.id));
  return (
    <Section title="Evidence" lead={`What ${learner.name} handed in`}>
      <QueryRegion query={evidence} what="Evidence" isEmpty={({ items }) => items.length === 0} empty={<p className="soft">Nothing handed in yet.</p>}>
        {({ items }) => (
          <div className={classes.projects}>
            {byProject(items).map(([latest, ...earlier]) => (
              <OfProject
                key={latest.id}
                enrollmentId={id}
                latest={latest}
                earlier={earlier}
                project={content?.projects.find((each) => each.id === latest.projectId)}
              />
            ))}
          </div>
        )}
      </QueryRegion>
    </Section>
  );
}

interface Props {
  enrollmentId: string;
  latest: Evidence;
  earlier: readonly Evidence[];
  /** Absent where the level has it no more. */
  project: Project | undefined;
}

function OfProject({ enrollmentId, latest, earlier, project }: Props) {
  const title = project?.title ?? 'A project of an earlier release';
  return (
    <section className={classes.project} aria-label={title}>
      <div className="row wrap between">
        <h3>{title}</h3>
        <StateChip state={projectState(latest.projectId, [latest], [])} />
      </div>
      <EvidenceVersion enrollmentId={enrollmentId} evidence={latest} />
      <EarlierVersions enrollmentId={enrollmentId} versions={earlier} />
      <ReviewForm key={`${latest.id} ${latest.state}`} enrollmentId={enrollmentId} evidence={latest} title={title} acceptance={project?.acceptance ?? []} />
    </section>
  );
}
