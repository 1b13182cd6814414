import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { ButtonLink } from '../../ui/button-link';
import { duration } from '../../ui/format';
import { CheckIcon } from '../../ui/icons';
import { KindMark } from '../../ui/kind-mark';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { levelQuery } from '../curriculum/curriculum-queries';
import { finishedProjectsQuery, useFinishProject, useReopenProject } from './progress-queries';

/** The level's projects, each to be called done once it is. */
export function ProjectsDone({ enrollment: { id, level } }: { enrollment: Enrollment }) {
  const { data: content } = useQuery(levelQuery(level.id));
  const { data: finished } = useQuery(finishedProjectsQuery(id));
  const finish = useFinishProject(id);
  const reopen = useReopenProject(id);
  if (!content || content.projects.length === 0) return null;
  return (
    <Section
      title="Projects"
      aside={
        <ButtonLink to="/projects" variant="subtle" size="sm">
          Evidence and reviews
        </ButtonLink>
      }
    >
      <Rows>
        {content.projects.map(({ id: projectId, title, effortMinutes }) => {
          const done = finished?.items.find((each) => each.projectId === projectId);
          return (
            <Row
              key={projectId}
              mark={<KindMark kind="project" />}
              title={title}
              note={effortMinutes === undefined ? undefined : `About ${duration(effortMinutes)}`}
              aside={
                done ? (
                  <span className="row">
                    <span className="row sm b ready">
                      <CheckIcon size="s" />
                      Done
                    </span>
                    <Button
                      variant="subtle"
                      size="sm"
                      onClick={() =>
                        reopen.mutate(projectId, {
                          onSuccess: () => toast(`Not done after all: ${title}`, () => finish.mutate({ projectId, on: done.finishedOn })),
                        })
                      }
                      aria-label={`Not done after all: ${title}`}
                    >
                      Not done after all
                    </Button>
                  </span>
                ) : (
                  <Button
                    variant="default"
                    size="sm"
                    onClick={() => finish.mutate({ projectId }, { onSuccess: () => toast(`Done: ${title}`, () => reopen.mutate(projectId)) })}
                    aria-label={`Mark as done: ${title}`}
                  >
                    Mark as done
                  </Button>
                )
              }
            />
          );
        })}
      </Rows>
    </Section>
  );
}
