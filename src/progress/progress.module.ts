import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CurriculumModule } from '../curriculum/curriculum.module.js';
import { StudyHistoryService } from './history/study-history.service.js';
import { StudyTimesController } from './history/study-times.controller.js';
import { StudyTimesService } from './history/study-times.service.js';
import { StudyImportEntity } from './imports/study-import.entity.js';
import { StudyImportsController } from './imports/study-imports.controller.js';
import { StudyImportsService } from './imports/study-imports.service.js';
import { PracticeController } from './practice/practice.controller.js';
import { PracticeResultEntity } from './practice/practice-result.entity.js';
import { PracticeResultSkillEntity } from './practice/practice-result-skill.entity.js';
import { PracticeService } from './practice/practice.service.js';
import { SelfRatingEntity } from './practice/self-rating.entity.js';
import { SelfRatingsService } from './practice/self-ratings.service.js';
import { ProgressController } from './progress.controller.js';
import { ProgressService } from './progress.service.js';
import { ProjectCompletionEntity } from './project-completion.entity.js';
import { ProjectProgressEntity } from './project-progress.entity.js';
import { ProjectsService } from './projects.service.js';
import { SkillMemories } from './skill-memories.service.js';
import { SkillProgressEntity } from './skill-progress.entity.js';
import { StudyCorrectionsService } from './study-corrections.service.js';
import { StudyDayEntity } from './study-day.entity.js';
import { StudyEntryEntity } from './study-entry.entity.js';
import { StudyLogService } from './study-log.service.js';
import { StudyRules } from './study-rules.service.js';

const LOG = [StudyDayEntity, StudyEntryEntity, StudyImportEntity, SkillProgressEntity, ProjectProgressEntity, ProjectCompletionEntity];
const PRACTICE = [PracticeResultEntity, PracticeResultSkillEntity, SelfRatingEntity];

@Module({
  imports: [TypeOrmModule.forFeature([...LOG, ...PRACTICE]), CurriculumModule],
  controllers: [ProgressController, PracticeController, StudyImportsController, StudyTimesController],
  providers: [
    ...[StudyRules, StudyLogService, StudyCorrectionsService, StudyHistoryService, ProjectsService],
    ...[StudyTimesService, StudyImportsService, PracticeService, SelfRatingsService, ProgressService, SkillMemories],
  ],
  exports: [ProgressService, SkillMemories],
})
export class ProgressModule {}
