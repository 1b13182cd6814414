import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CurriculumModule } from '../curriculum/curriculum.module.js';
import { UsersModule } from '../users/users.module.js';
import { EnrollingService } from './enrolling.service.js';
import { EnrollmentChangeEntity } from './enrollment-change.entity.js';
import { EnrollmentChangesService } from './enrollment-changes.service.js';
import { EnrollmentEntity } from './enrollment.entity.js';
import { EnrollmentReaderEntity } from './enrollment-reader.entity.js';
import { EnrollmentsController } from './enrollments.controller.js';
import { EnrollmentsService } from './enrollments.service.js';
import { CurriculaService } from './moves/curricula.service.js';
import { EnrollmentMoveEntity } from './moves/enrollment-move.entity.js';
import { EnrollmentsProcessor } from './moves/enrollments.processor.js';
import { ImpactService } from './moves/impact.service.js';
import { Mover } from './moves/mover.service.js';
import { MovesController } from './moves/moves.controller.js';
import { MovesService } from './moves/moves.service.js';
import { PreviewService } from './moves/preview.service.js';
import { ReleaseMoveEntity } from './moves/release-move.entity.js';
import { ReleaseNewsService } from './moves/release-news.service.js';
import { OutcomeEntity } from './outcome.entity.js';
import { AdmissionService } from './waivers/admission.service.js';
import { WaiverEntity } from './waivers/waiver.entity.js';
import { WaiversController } from './waivers/waivers.controller.js';
import { WaiversService } from './waivers/waivers.service.js';
import { ZoneHints } from './zone-hints.js';

const ENTITIES = [EnrollmentEntity, EnrollmentReaderEntity, OutcomeEntity, EnrollmentChangeEntity, ReleaseMoveEntity, EnrollmentMoveEntity, WaiverEntity];

@Module({})
export class EnrollmentsModule {
  static register({ worker }: { worker: boolean }): DynamicModule {
    return {
      module: EnrollmentsModule,
      // For features above, which cannot know how it was registered.
      global: true,
      imports: [TypeOrmModule.forFeature(ENTITIES), UsersModule, CurriculumModule],
      controllers: [EnrollmentsController, MovesController, WaiversController],
      providers: [
        ...[EnrollmentsService, ZoneHints, EnrollingService, EnrollmentChangesService, MovesService, ReleaseNewsService, WaiversService, AdmissionService],
        ...[CurriculaService, ImpactService, PreviewService],
        ...(worker ? [Mover, EnrollmentsProcessor] : []),
      ],
      exports: [EnrollmentsService, ZoneHints],
    };
  }
}
