import { Button, Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { percentOf } from '@server/platform/percent.contract';
import type { LevelImpact, ReleaseMove } from '@server/enrollments/moves/moves.contract';
import { Callout } from '../../../ui/callout';
import { Failed, messageOf } from '../../../ui/failed';
import { counted, listed } from '../../../ui/format';
import { QueryRegion } from '../../../ui/query-region';
import { Row, Rows } from '../../../ui/rows';
import { curriculaQuery, impactQuery, movesQuery, useMoveEnrollments } from './draft-queries';

/** Who is on another release and what this one would mean to them; moving them, watched while it runs. */
export function MovePanel({ slug, release }: { slug: string; release: number }) {
  const impact = useQuery(impactQuery(slug, release));
  const moves = useQuery(movesQuery(slug));
  const move = useMoveEnrollments(slug);
  const last = moves.data?.items.find((each) => each.release === release);
  const isRunning = last?.finishedAt === null;
  const queries = useQueryClient();
  useEffect(() => {
    if (isRunning) return;
    void queries.invalidateQueries({ queryKey: ['certifications', slug, 'impact'] });
    void queries.invalidateQueries({ queryKey: curriculaQuery().queryKey });
  }, [isRunning, queries, slug]);
  return (
    <QueryRegion query={impact} what="Whom it concerns">
      {({ enrollments, movable, levels }) => (
        <div className="stack">
          {moves.error && <Failed what="How far the move is" error={moves.error} again={() => void moves.refetch()} />}
          {move.error && (
            <Callout tone="risk" alert title="Nobody was moved">
              {messageOf(move.error)}
            </Callout>
          )}
          {last && (isRunning || enrollments === 0 || move.data?.id === last.id) && <Moving move={last} />}
          {!isRunning && enrollments === 0 && !last && <p className="soft">Nobody prepares on an earlier release.</p>}
          {!isRunning && enrollments > 0 && (
            <>
              <ImpactRows levels={levels} />
              {movable > 0 && (
                <div className="row wrap">
                  <Button loading={move.isPending} onClick={() => move.mutate(release)}>
                    Move {counted(movable, 'learner')} to release {release}
                  </Button>
                  <span className="sm soft read">
                    They keep every minute, review and day done. Plans follow within minutes. Left alone, they stay where they are.
                  </span>
                </div>
              )}
            </>
          )}
        </div>
      )}
    </QueryRegion>
  );
}

function Moving({ move: { release, total, moved, finishedAt } }: { move: ReleaseMove }) {
  const share = total === 0 ? 100 : percentOf(moved, total);
  return (
    <div role="status">
      <p>{finishedAt ? `${counted(moved, 'learner')} moved to release ${release}` : `Moving to release ${release}: ${moved} of ${total}`}</p>
      {!finishedAt && <Progress value={share} aria-label={`${share}% moved`} mt={8} />}
    </div>
  );
}

const WHY = {
  'level-gone': 'The level is not in this release, so they stay.',
  'level-not-open': 'The level has no weights in this release, so they stay.',
} as const;

/** For each level and release what would be different, in the words of the curriculum. */
export function ImpactRows({ levels }: { levels: readonly LevelImpact[] }) {
  return (
    <Rows label="Whom it concerns">
      {levels.map((each) => (
        <Row
          key={`${each.level.id} ${each.release}`}
          title={`${counted(each.enrollments, 'learner')} in ${each.level.title}, on release ${each.release}`}
          note={meaning(each)}
        />
      ))}
    </Rows>
  );
}

function meaning({ gains, loses, changes, stays }: LevelImpact) {
  if (stays) return WHY[stays];
  const [gained, lost] = [
    [...gains.skills, ...gains.projects],
    [...loses.skills, ...loses.projects],
  ];
  const said = [
    gained.length > 0 && `They would gain ${listed(gained)}.`,
    lost.length > 0 && `They would lose ${listed(lost)}; what they logged for it stays.`,
    ...changes.slice(0, 4).map((change) => `${change}.`),
    changes.length > 4 && `And ${counted(changes.length - 4, 'more change')}.`,
  ].filter(Boolean);
  return said.join(' ') || 'Nothing would be different for them.';
}
