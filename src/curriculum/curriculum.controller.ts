import { Controller } from '@nestjs/common';
import { Route, type Call } from '../platform/http/route.js';
import * as contract from './curriculum.contract.js';
import { CurriculumService } from './curriculum.service.js';
import { curriculumText } from './curriculum-file.js';
import { OfferingService } from './offering.service.js';
import { PublishingService } from './publishing.service.js';
import { ReleaseHistoryService } from './release-history.service.js';
import { findStart } from './where-to-start.contract.js';
import { WhereToStartService } from './where-to-start.service.js';

@Controller()
export class CurriculumController {
  constructor(
    private readonly curriculum: CurriculumService,
    private readonly publishing: PublishingService,
    private readonly history: ReleaseHistoryService,
    private readonly offerings: OfferingService,
    private readonly start: WhereToStartService,
  ) {}

  @Route(contract.listCertifications)
  list({ query }: Call<typeof contract.listCertifications>) {
    return this.curriculum.certifications(query);
  }

  @Route(contract.listUnlistedCertifications)
  listUnlisted({ query }: Call<typeof contract.listUnlistedCertifications>) {
    return this.curriculum.certifications(query, ['hidden', 'archived']);
  }

  @Route(contract.setOffering)
  setOffering({ me, params, body }: Call<typeof contract.setOffering>) {
    return this.offerings.set(me, params.slug, body.offering);
  }

  @Route(contract.readCertification)
  read({ params }: Call<typeof contract.readCertification>) {
    return this.curriculum.certification(params.slug);
  }

  @Route(contract.readLevel)
  readLevel({ params }: Call<typeof contract.readLevel>) {
    return this.curriculum.level(params.levelId);
  }

  @Route(findStart)
  findStart({ params, query }: Call<typeof findStart>) {
    return this.start.find(params.slug, query);
  }

  @Route(contract.publishCurriculum)
  publish({ me, body }: Call<typeof contract.publishCurriculum>) {
    return this.publishing.publish(curriculumText(body), me);
  }

  @Route(contract.listReleases)
  listReleases({ params, query }: Call<typeof contract.listReleases>) {
    return this.curriculum.releaseRows(params.slug, query);
  }

  @Route(contract.readRelease)
  readRelease({ params, query }: Call<typeof contract.readRelease>) {
    return this.history.answer(params.slug, params.number, query);
  }
}
