import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CurriculumModule } from '../curriculum/curriculum.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { ProjectionsController } from './projections/projections.controller.js';
import { ProjectionsService } from './projections/projections.service.js';
import { CalibrationController } from './calibration/calibration.controller.js';
import { CalibrationService } from './calibration/calibration.service.js';
import { ForecastController } from './forecast/forecast.controller.js';
import { ForecastService } from './forecast/forecast.service.js';
import { KnownLearners } from './known-learners.service.js';
import { LevelShapes } from './level-shapes.service.js';
import { ExamPredictionEntity } from './passing/exam-prediction.entity.js';
import { LevelPeersEntity } from './passing/level-peers.entity.js';
import { PassGrounds } from './passing/pass-grounds.service.js';
import { PassModelEntity } from './passing/pass-model.entity.js';
import { ExamPredictions } from './passing/exam-predictions.service.js';
import { PeersService } from './passing/peers.service.js';
import { RefitsService } from './passing/refits.service.js';
import { DailyRuns } from './daily-runs.service.js';
import { RetakesService } from './retakes.service.js';
import { ModelChangeDismissalEntity } from './model-change/model-change-dismissal.entity.js';
import { ModelChangeController } from './model-change/model-change.controller.js';
import { ModelChangesService } from './model-change/model-changes.service.js';
import { ReadinessRunEntity } from './readiness-run.entity.js';
import { ReadinessBasisEntity } from './readiness-basis.entity.js';
import { ReadinessController } from './readiness.controller.js';
import { ReadinessEntity } from './readiness.entity.js';
import { ReadinessProcessor } from './readiness.processor.js';
import { ReadinessService } from './readiness.service.js';
import { ReadinessSnapshotEntity } from './readiness-snapshot.entity.js';
import { Recompute } from './recompute.service.js';
import { ShownBases } from './shown-basis.service.js';
import { NightlyCheck } from './sweep/nightly-check.service.js';
import { ReadinessShardEntity } from './sweep/readiness-shard.entity.js';
import { Shards } from './sweep/shards.service.js';
import { SweepGrounds } from './sweep/sweep-ground.js';
import { SweepStore } from './sweep/sweep-store.service.js';
import { SweepController } from './sweep/sweep.controller.js';
import { SweepProgressService } from './sweep/sweep-progress.service.js';
import { Sweep } from './sweep/sweep.service.js';

@Module({})
export class ReadinessModule {
  static register({ worker }: { worker: boolean }): DynamicModule {
    return {
      module: ReadinessModule,
      // For features above, which cannot know how it was registered.
      global: true,
      imports: [
        TypeOrmModule.forFeature([
          ...[ReadinessEntity, ReadinessBasisEntity, ReadinessSnapshotEntity, ReadinessShardEntity],
          ...[ModelChangeDismissalEntity, LevelPeersEntity, ExamPredictionEntity, PassModelEntity, ReadinessRunEntity],
        ]),
        CurriculumModule,
        ProgressModule,
      ],
      controllers: [ReadinessController, ModelChangeController, ProjectionsController, ForecastController, CalibrationController, SweepController],
      // The API computes nothing; the demo school, which has no worker, does.
      providers: [
        ReadinessService,
        KnownLearners,
        Recompute,
        ProjectionsService,
        ForecastService,
        CalibrationService,
        ModelChangesService,
        LevelShapes,
        ShownBases,
        PassGrounds,
        ExamPredictions,
        RetakesService,
        ...[Shards, SweepStore, SweepGrounds, Sweep, SweepProgressService],
        ...[PeersService, RefitsService, NightlyCheck, DailyRuns],
        ...(worker ? [ReadinessProcessor] : []),
      ],
      exports: [ReadinessService, Recompute, ShownBases],
    };
  }
}
