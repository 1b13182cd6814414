import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CurriculumModule } from '../../curriculum/curriculum.module.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceEntity } from './evidence.entity.js';
import { EvidenceFileEntity } from './evidence-file.entity.js';
import { EvidenceFilesService } from './evidence-files.service.js';
import { EvidenceItemEntity } from './evidence-item.entity.js';
import { EvidenceProcessor } from './evidence.processor.js';
import { EvidenceReadingService } from './evidence-reading.service.js';
import { EvidenceSweep } from './evidence-sweep.service.js';
import { MentoredEnrollments } from './mentored-enrollments.service.js';
import { ReviewEntity } from './review.entity.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsService } from './reviews.service.js';
import { SignOffEntity } from './sign-off.entity.js';
import { SignOffsService } from './sign-offs.service.js';
import { SubmissionsService } from './submissions.service.js';

const ENTITIES = [EvidenceEntity, EvidenceItemEntity, EvidenceFileEntity, ReviewEntity, SignOffEntity];

/** A part of progress with a worker's side of its own. */
@Module({})
export class EvidenceModule {
  static register({ worker }: { worker: boolean }): DynamicModule {
    return {
      module: EvidenceModule,
      imports: [TypeOrmModule.forFeature(ENTITIES), CurriculumModule],
      controllers: [EvidenceController, ReviewsController],
      providers: [
        ...[SubmissionsService, EvidenceReadingService, EvidenceFilesService, MentoredEnrollments, ReviewsService, SignOffsService],
        ...(worker ? [EvidenceSweep, EvidenceProcessor] : []),
      ],
    };
  }
}
