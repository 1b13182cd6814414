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
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';
import { PassageEntity } from './search/passage.entity.js';
import { SearchIndex } from './search/search-index.js';
import { WordEntity } from './search/word.entity.js';
import { SkillEntity } from './skill.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([CertificationEntity, ReleaseEntity, LevelEntity, SkillEntity, ProjectEntity, PassageEntity, WordEntity])],
  controllers: [CurriculumController, SearchController],
  providers: [CurriculumService, PublishingService, ReleaseHistoryService, Releases, SearchService, SearchIndex],
  exports: [CurriculumService],
})
export class CurriculumModule {}
