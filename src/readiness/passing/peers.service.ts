import { Injectable, Logger } from '@nestjs/common';
import { Statements, type Statement } from '../../platform/database/statements.js';
import { Clock } from '../../platform/time/clock.js';
import { plainDate } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { LevelShapes } from '../level-shapes.service.js';
import { dayNumber } from '../score/basis.js';
import { BasisReader } from '../score/packed-basis.js';
import { normsOfLevel, type OnTheWay } from './level-peers.js';

/** So many learners of a level say what is usual among them as well as all of them would. */
const MOST_LEARNERS = 2_000;

const levels: Statement = { name: 'peers-levels', text: 'select id from level l where exists (select from enrollment e where e.level_id = l.id)' };

/** Those on the way to an exam, in an order that has nothing to do with them. Parameters: level id, limit. */
const learners: Statement = {
  name: 'peers-learners',
  text: `
    select r.release_id as "releaseId", b.basis, r.computed_for as "computedFor"
    from enrollment e
    join readiness r on r.enrollment_id = e.id
    join readiness_basis b on b.enrollment_id = e.id
    where e.level_id = $1 and e.state = 'active' and e.exam_on > r.computed_for
    order by md5(e.id::text) limit $2`,
};

interface LearnerRow {
  releaseId: string;
  basis: Buffer;
  computedFor: LocalDate;
}

/** One after the other, each read over the last one. */
function* waysOf(rows: readonly LearnerRow[], readers: ReadonlyMap<string, BasisReader>): Generator<OnTheWay> {
  for (const { releaseId, basis, computedFor } of rows) yield { way: readers.get(releaseId)!.read(basis).way, day: dayNumber(plainDate(computedFor)) };
}

/** All or nothing, for what is usual is of one moment. Parameters: level id, now, then an array of each column. */
const save: Statement = {
  name: 'peers-save',
  text: `
    with gone as (delete from level_peers where level_id = $1 and not tenth = any($3::smallint[]))
    insert into level_peers (level_id, tenth, learners, norms, work_means, computed_at)
    select $1, tenth, learners, norms, work_means, $2::timestamptz
    from unnest($3::smallint[], $4::int[], $5::jsonb[], $6::jsonb[]) as p (tenth, learners, norms, work_means)
    on conflict (level_id, tenth) do update set
      learners = excluded.learners, norms = excluded.norms, work_means = excluded.work_means, computed_at = excluded.computed_at`,
};

/** Keeps what is usual among the learners of each level, at each tenth of their way. */
@Injectable()
export class PeersService {
  private readonly logger = new Logger(PeersService.name);

  constructor(
    private readonly shapes: LevelShapes,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async renew(): Promise<void> {
    for (const { id } of await this.statements.run<{ id: string }>(levels, [])) {
      try {
        await this.renewLevel(id);
      } catch (error) {
        this.logger.error({ err: error, level: id }, 'the peers of a level could not be worked out; it is tried again tomorrow');
      }
    }
  }

  private async renewLevel(levelId: string): Promise<void> {
    const rows = await this.statements.run<LearnerRow>(learners, [levelId, MOST_LEARNERS]);
    const readers = new Map<string, BasisReader>();
    for (const { releaseId } of rows) if (!readers.has(releaseId)) readers.set(releaseId, new BasisReader(await this.shapes.of({ levelId, releaseId })));
    const norms = normsOfLevel({ [Symbol.iterator]: () => waysOf(rows, readers) });
    const column = <Value>(of: (each: (typeof norms)[number]) => Value) => norms.map(of);
    await this.statements.run(save, [
      ...[levelId, this.clock.now().toString(), column(({ tenth }) => tenth), column(({ learners: count }) => count)],
      ...[column((each) => JSON.stringify(each.norms)), column((each) => JSON.stringify(each.workMeans))],
    ]);
  }
}
