import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CertificationEntity } from './certification.entity.js';
import { CurriculumController } from './curriculum.controller.js';
import { CurriculumService } from './curriculum.service.js';
import { DraftCountsService } from './drafts/draft-counts.service.js';
import { DraftHistoryService } from './drafts/draft-history.service.js';
import { DraftSaveEntity } from './drafts/draft-save.entity.js';
import { DraftEntity } from './drafts/draft.entity.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { DraftsService } from './drafts/drafts.service.js';
import { EditionsService } from './editions.service.js';
import { LevelEntity } from './level.entity.js';
import { OfferingService } from './offering.service.js';
import { ProjectEntity } from './project.entity.js';
import { PublishingService } from './publishing.service.js';
import { ReleaseHistoryService } from './release-history.service.js';
import { ReleaseEntity } from './release.entity.js';
import { Releases } from './releases.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';
import { PassageEntity } from './search/passage.entity.js';
import { SearchIndex } from './search/search-index.js';
import { ShippedCurriculumEntity } from './shipped-curriculum.entity.js';
import { WordEntity } from './search/word.entity.js';
import { SkillEntity } from './skill.entity.js';
import { WhereToStartService } from './where-to-start.service.js';

const ENTITIES = [
  CertificationEntity,
  ReleaseEntity,
  LevelEntity,
  SkillEntity,
  ProjectEntity,
  DraftEntity,
  DraftSaveEntity,
  PassageEntity,
  WordEntity,
  ShippedCurriculumEntity,
];
const SERVICES = [CurriculumService, OfferingService, ReleaseHistoryService, EditionsService, SearchService, WhereToStartService];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [CurriculumController, DraftsController, SearchController],
  providers: [...SERVICES, PublishingService, Releases, DraftsService, DraftCountsService, DraftHistoryService, SearchIndex],
  exports: [CurriculumService, EditionsService, ReleaseHistoryService, DraftCountsService],
})
export class CurriculumModule {}
