import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
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
import { StudyHistoryService } from './study-history.service.js';
import { StudyLogService } from './study-log.service.js';
import { StudyRules } from './study-rules.service.js';

const LOG = [StudyDayEntity, StudyEntryEntity, SkillProgressEntity, ProjectProgressEntity, ProjectCompletionEntity];
const PRACTICE = [PracticeResultEntity, PracticeResultSkillEntity, SelfRatingEntity];

@Module({
  imports: [TypeOrmModule.forFeature([...LOG, ...PRACTICE])],
  controllers: [ProgressController, PracticeController],
  providers: [
    ...[StudyRules, StudyLogService, StudyCorrectionsService, StudyHistoryService, ProjectsService],
    ...[PracticeService, SelfRatingsService, ProgressService, SkillMemories],
  ],
  exports: [ProgressService, SkillMemories],
})
export class ProgressModule {}
