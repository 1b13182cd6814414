import { Injectable } from '@nestjs/common';
import type { CurriculumDocument } from '../../curriculum/curriculum-document.contract.js';
import { ReleaseHistoryService } from '../../curriculum/release-history.service.js';
import { ImpactService } from './impact.service.js';
import type { CurriculumPreview } from './preview.contract.js';

/** What publishing a file would do, to the curriculum and to those who learn from it, without doing it. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly releases: ReleaseHistoryService,
    private readonly impact: ImpactService,
  ) {}

  async ofText(text: string): Promise<CurriculumPreview> {
    return this.of(await this.releases.documentIn(text));
  }

  async of(document: CurriculumDocument): Promise<CurriculumPreview> {
    return { ...(await this.releases.changesTo(document)), impact: await this.impact.ofDocument(document) };
  }
}
