import { Injectable } from '@nestjs/common';
import { Statements, type Statement } from '../../platform/database/statements.js';
import type { PassGround, Peers } from './chance.js';
import type { PeerNorms } from './features.js';
import { FITTED } from './fitted.data.js';
import type { PassModel } from './pass-model.js';

interface LevelRow {
  levelId: string;
  peers: { tenth: number; learners: number; norms: PeerNorms; workMeans: Record<string, number> }[];
  outcomes: number;
}

/** Parameters: level ids. */
const levelRows: Statement = {
  name: 'pass-grounds',
  text: `
    select l.id as "levelId",
      coalesce((select json_agg(json_build_object('tenth', tenth, 'learners', learners, 'norms', norms, 'workMeans', work_means))
        from level_peers where level_id = l.id), '[]') as peers,
      (select count(*)::int from exam_prediction where level_id = l.id and percent = 100 and made_at <= (
        select fitted_at from pass_model where adopted_at is not null order by adopted_at desc limit 1)) as outcomes
    from unnest($1::uuid[]) as l (id)`,
};

const latestModel: Statement = {
  name: 'pass-model-latest',
  text: 'select coefficients from pass_model where adopted_at is not null order by adopted_at desc limit 1',
};

/** What chances of levels are worked out against: the model as it was last fitted, and who else is on the way. */
@Injectable()
export class PassGrounds {
  constructor(private readonly statements: Statements) {}

  /** By level id; two round trips, however many. */
  async of(levelIds: readonly string[]): Promise<ReadonlyMap<string, PassGround>> {
    const [levels, [fitted]] = [
      await this.statements.run<LevelRow>(levelRows, [[...new Set(levelIds)]]),
      await this.statements.run<{ coefficients: Pick<PassModel, 'version' | 'knots'> }>(latestModel, []),
    ];
    const model: PassModel = fitted ? { ...FITTED, ...fitted.coefficients } : FITTED;
    return new Map(levels.map((level) => [level.levelId, groundOf(level, model)]));
  }
}

function groundOf({ levelId, peers, outcomes }: LevelRow, model: PassModel): PassGround {
  const byTenth = new Map(
    peers.map(({ tenth, learners, norms, workMeans }): [number, Peers] => [tenth, { learners, norms, workMeans: new Map(Object.entries(workMeans)) }]),
  );
  return { model, levelId, outcomes, peersAt: (tenth) => byTenth.get(tenth) };
}
