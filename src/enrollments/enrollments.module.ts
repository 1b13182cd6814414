import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CurriculumModule } from '../curriculum/curriculum.module.js';
import { MentorDuties } from '../users/mentor-duties.js';
import { UsersModule } from '../users/users.module.js';
import { AvailabilityExceptionEntity } from './availability/availability-exception.entity.js';
import { AvailabilityImportService } from './availability/availability-import.service.js';
import { AvailabilityController } from './availability/availability.controller.js';
import { AvailabilityService } from './availability/availability.service.js';
import { BreaksService } from './availability/breaks.service.js';
import { StudyBreakEntity } from './availability/study-break.entity.js';
import { EnrollingService } from './enrolling.service.js';
import { EnrollmentChangeEntity } from './enrollment-change.entity.js';
import { EnrollmentChangesService } from './enrollment-changes.service.js';
import { EnrollmentEntity } from './enrollment.entity.js';
import { EnrollmentReaderEntity } from './enrollment-reader.entity.js';
import { EnrollmentWriter } from './enrollment-writer.service.js';
import { EnrollmentsController } from './enrollments.controller.js';
import { EnrollmentsService } from './enrollments.service.js';
import { ExamDates } from './exam-dates.service.js';
import { EnrollmentHistoryService } from './life/enrollment-history.service.js';
import { LifeSweep } from './life/life-sweep.service.js';
import { LifeController } from './life/life.controller.js';
import { NextExamService } from './life/next-exam.service.js';
import { OutcomeRemovals } from './life/outcome-removals.service.js';
import { OutcomesService } from './life/outcomes.service.js';
import { PauseEntity } from './life/pause.entity.js';
import { PausesService } from './life/pauses.service.js';
import { EnrollmentMoveEntity } from './moves/enrollment-move.entity.js';
import { EnrollmentsProcessor } from './enrollments.processor.js';
import { CurriculaService } from './moves/curricula.service.js';
import { ImpactService } from './moves/impact.service.js';
import { Mover } from './moves/mover.service.js';
import { MovesController } from './moves/moves.controller.js';
import { MovesService } from './moves/moves.service.js';
import { PreviewService } from './moves/preview.service.js';
import { ReleaseMoveEntity } from './moves/release-move.entity.js';
import { ReleaseNewsService } from './moves/release-news.service.js';
import { MentorHandover } from './readers/mentor-handover.service.js';
import { OutcomeEntity } from './outcome.entity.js';
import { PlanTermsService } from './plan-terms.service.js';
import { AdmissionService } from './waivers/admission.service.js';
import { WaiverEntity } from './waivers/waiver.entity.js';
import { WaiverRequestEntity } from './waivers/waiver-request.entity.js';
import { WaiverRequestsController } from './waivers/waiver-requests.controller.js';
import { WaiverRequestsService } from './waivers/waiver-requests.service.js';
import { WaiversController } from './waivers/waivers.controller.js';
import { WaiversService } from './waivers/waivers.service.js';
import { ZoneHints } from './zone-hints.js';

const ENTITIES = [
  ...[EnrollmentEntity, EnrollmentReaderEntity, OutcomeEntity, EnrollmentChangeEntity, PauseEntity, AvailabilityExceptionEntity, StudyBreakEntity],
  ...[ReleaseMoveEntity, EnrollmentMoveEntity, WaiverEntity, WaiverRequestEntity],
];
const SERVICES = [
  ...[EnrollmentsService, EnrollmentWriter, ZoneHints, ExamDates, EnrollingService, EnrollmentChangesService, PlanTermsService],
  ...[AvailabilityService, BreaksService, AvailabilityImportService, PausesService, NextExamService, EnrollmentHistoryService],
  ...[OutcomesService, OutcomeRemovals],
  ...[CurriculaService, ImpactService, PreviewService],
  ...[MovesService, ReleaseNewsService, WaiversService, AdmissionService, WaiverRequestsService],
];

@Module({})
export class EnrollmentsModule {
  static register({ worker }: { worker: boolean }): DynamicModule {
    return {
      module: EnrollmentsModule,
      // For features above, which cannot know how it was registered.
      global: true,
      imports: [TypeOrmModule.forFeature(ENTITIES), UsersModule, CurriculumModule],
      controllers: [EnrollmentsController, AvailabilityController, LifeController, MovesController, WaiversController, WaiverRequestsController],
      providers: [
        ...SERVICES,
        MentorHandover,
        { provide: MentorDuties, useExisting: MentorHandover },
        ...(worker ? [Mover, LifeSweep, EnrollmentsProcessor] : []),
      ],
      exports: [EnrollmentsService, PlanTermsService, ZoneHints, ExamDates, ReleaseNewsService, MentorDuties],
    };
  }
}
