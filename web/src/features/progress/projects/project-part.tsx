import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import type { PartLock } from '@server/plans/locks.contract';
import type { Evidence } from '@server/progress/evidence/evidence.contract';
import type { FinishedProject } from '@server/progress/progress.contract';
import { messageOf } from '../../../ui/failed';
import { duration, listed } from '../../../ui/format';
import { Section } from '../../../ui/section';
import { toast, toastFault } from '../../../ui/toast-store';
import { useFocusInPlace } from '../../../ui/use-focus-in-place';
import { useWanted } from '../../../ui/use-wanted';
import { LockNote } from '../../plans/lock-note';
import { projectAnchor } from '../anchors';
import { useDeleteEvidence, useRestoreEvidence } from './evidence-queries';
import { EarlierVersions, EvidenceVersion } from './evidence-version';
import classes from './evidence.module.css';
import { projectState } from './project-state';
import { StateChip } from './state-chip';
import { SubmissionForm } from './submission-form';

interface Props {
  enrollmentId: string;
  project: LevelPage['projects'][number];
  /** Where it waits for something. */
  lock: PartLock | undefined;
  /** Titles of skills by slug. */
  skills: ReadonlyMap<string, string>;
  /** Of all projects, the latest first. */
  evidence: readonly Evidence[];
  finished: readonly FinishedProject[];
}

/** One project: what it asks for, how it stands, what was handed in and what mentors said; and the way to hand in. */
export function ProjectPart({ enrollmentId, project, lock, skills, evidence, finished }: Props) {
  const [isOpen, setOpen] = useState(false);
  const state = projectState(project.id, evidence, finished);
  const [latest, ...earlier] = evidence.filter(({ projectId }) => projectId === project.id);
  const shows = project.shows.flatMap((slug) => skills.get(slug) ?? []);
  const facts = [
    project.effortMinutes === undefined ? '' : `About ${duration(project.effortMinutes)}`,
    shows.length > 0 ? `shows ${listed(shows)}` : '',
  ].filter(Boolean);
  const wanted = useWanted<HTMLDivElement>(projectAnchor(project.id), 'section');
  const { opener, place } = useFocusInPlace(isOpen);
  return (
    <Section title={project.title} aside={<StateChip state={state} />} lead={facts.join(', ')}>
      <div className="stack" ref={wanted}>
        <p className="read">{project.description}</p>
        {lock && <LockNote lock={lock} />}
        {project.acceptance.length > 0 && (
          <div>
            <h3>Acceptance criteria</h3>
            <ul className={classes.asked}>
              {project.acceptance.map((criterion) => (
                <li key={criterion}>{criterion}</li>
              ))}
            </ul>
          </div>
        )}
        {latest && (
          <EvidenceVersion enrollmentId={enrollmentId} evidence={latest} acts={<Delete enrollmentId={enrollmentId} evidence={latest} of={project.title} />} />
        )}
        <EarlierVersions enrollmentId={enrollmentId} versions={earlier} />
        {isOpen ? (
          <div ref={place}>
            <SubmissionForm enrollmentId={enrollmentId} project={project} before={latest} onClose={() => setOpen(false)} />
          </div>
        ) : (
          state !== 'approved' && (
            <Button
              ref={opener}
              variant={state === 'changes-requested' ? 'filled' : 'default'}
              size="md"
              style={{ justifySelf: 'start', minHeight: 44 }}
              onClick={() => setOpen(true)}
              aria-label={`${latest ? 'Hand in a new version' : 'Add evidence'}: ${project.title}`}
            >
              {latest ? 'Hand in a new version' : 'Add evidence'}
            </Button>
          )
        )}
      </div>
    </Section>
  );
}

function Delete({ enrollmentId, evidence: { id, state }, of }: { enrollmentId: string; evidence: Evidence; of: string }) {
  const remove = useDeleteEvidence(enrollmentId);
  const restore = useRestoreEvidence(enrollmentId);
  if (state === 'approved') return null;
  const told = { onError: (error: Error) => toastFault(messageOf(error)) };
  return (
    <Button
      variant="subtle"
      size="sm"
      style={{ minHeight: 44 }}
      loading={remove.isPending}
      aria-label={`Delete evidence: ${of}`}
      onClick={() => remove.mutate(id, { ...told, onSuccess: () => toast(`Evidence deleted: ${of}`, () => restore.mutate(id, told)) })}
    >
      Delete
    </Button>
  );
}
