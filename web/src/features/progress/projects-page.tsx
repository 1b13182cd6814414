import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { ButtonLink } from '../../ui/button-link';
import { Empty } from '../../ui/empty';
import { counted } from '../../ui/format';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { levelQuery } from '../curriculum/curriculum-queries';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { locksQuery } from '../plans/plan-queries';
import { finishedProjectsQuery } from './progress-queries';
import { evidenceQuery } from './projects/evidence-queries';
import { ProjectPart } from './projects/project-part';
import { projectState } from './projects/project-state';

const CRUMB = { to: '/progress', title: 'Progress', here: 'Projects' };

/** The level's projects: what each asks for, what was handed in, and what mentors said of it. */
export default function ProjectsPage() {
  const enrollments = useQuery(enrollmentsQuery());
  const current = useCurrentEnrollment();
  return (
    <QueryRegion query={enrollments} what="Projects">
      {() =>
        current ? (
          <OfEnrollment key={current.id} enrollment={current} />
        ) : (
          <>
            <PageHead title="Projects" crumb={CRUMB} />
            <Empty title="No projects yet" action={<ButtonLink to="/levels">Find your level</ButtonLink>}>
              Choose a level first. Its projects then show here, each with what it asks for.
            </Empty>
          </>
        )
      }
    </QueryRegion>
  );
}

function OfEnrollment({ enrollment }: { enrollment: Enrollment }) {
  const { id, level } = enrollment;
  const content = useQuery(levelQuery(level.id));
  const evidence = useQuery(evidenceQuery(id));
  const finished = useQuery(finishedProjectsQuery(id));
  const locks = useQuery(locksQuery(id));
  const asked = [content, evidence, finished];
  const all = {
    data: content.data && evidence.data && finished.data && { ...content.data, evidence: evidence.data.items, finished: finished.data.items },
    error: asked.find(({ error }) => error !== null)?.error,
    refetch: () => asked.filter(({ error }) => error !== null).map((query) => query.refetch()),
  };
  return (
    <>
      <PageHead title="Projects" crumb={CRUMB} lead={level.title} />
      <EnrollmentSwitch current={enrollment} />
      <QueryRegion
        query={all}
        what="Projects"
        isEmpty={({ projects }) => projects.length === 0}
        empty={
          <Empty title="This level has no projects" action={<ButtonLink to="/plan">See the plan</ButtonLink>}>
            What counts here is study and practice.
          </Empty>
        }
      >
        {({ projects, skills, evidence: handedIn, finished: done }) => {
          const approved = projects.filter((project) => projectState(project.id, handedIn, done) === 'approved').length;
          const titles = new Map(skills.map(({ slug, title }) => [slug, title]));
          return (
            <div className="stack" style={{ '--gap': '28px' } as React.CSSProperties}>
              <p className="soft">
                {approved} of {counted(projects.length, 'project')} approved
              </p>
              {projects.map((project) => (
                <ProjectPart
                  key={project.id}
                  enrollmentId={id}
                  project={project}
                  lock={locks.data?.items.find(({ partId, locked }) => locked && partId === project.id)}
                  skills={titles}
                  evidence={handedIn}
                  finished={done}
                />
              ))}
            </div>
          );
        }}
      </QueryRegion>
    </>
  );
}
