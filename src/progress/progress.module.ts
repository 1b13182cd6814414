import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
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

@Module({
  imports: [TypeOrmModule.forFeature([StudyDayEntity, StudyEntryEntity, SkillProgressEntity, ProjectProgressEntity, ProjectCompletionEntity])],
  controllers: [ProgressController],
  providers: [StudyRules, StudyLogService, StudyCorrectionsService, StudyHistoryService, ProjectsService, ProgressService, SkillMemories],
  exports: [ProgressService, SkillMemories],
})
export class ProgressModule {}
