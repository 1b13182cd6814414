import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CertificationEntity } from './certification.entity.js';
import { CurriculumController } from './curriculum.controller.js';
import { CurriculumService } from './curriculum.service.js';
import { LevelEntity } from './level.entity.js';
import { ProjectEntity } from './project.entity.js';
import { PublishingService } from './publishing.service.js';
import { ReleaseHistoryService } from './release-history.service.js';
import { ReleaseEntity } from './release.entity.js';
import { Releases } from './releases.js';
import { SkillEntity } from './skill.entity.js';
import { WhereToStartService } from './where-to-start.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CertificationEntity, ReleaseEntity, LevelEntity, SkillEntity, ProjectEntity])],
  controllers: [CurriculumController],
  providers: [CurriculumService, PublishingService, ReleaseHistoryService, Releases, WhereToStartService],
  exports: [CurriculumService],
})
export class CurriculumModule {}
