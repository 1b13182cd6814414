import { Module } from '@nestjs/common';
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
import { OutcomeEntity } from './outcome.entity.js';
import { ZoneHints } from './zone-hints.js';

@Module({
  imports: [TypeOrmModule.forFeature([EnrollmentEntity, EnrollmentReaderEntity, OutcomeEntity, EnrollmentChangeEntity]), UsersModule, CurriculumModule],
  controllers: [EnrollmentsController],
  providers: [EnrollmentsService, ZoneHints, EnrollingService, EnrollmentChangesService],
  exports: [EnrollmentsService, ZoneHints],
})
export class EnrollmentsModule {}
