import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import { mapFramework } from '../frameworks/framework.contract.js';
import { mappingOf } from '../frameworks/map-framework.js';
import { PublishingService } from '../publishing.service.js';
import * as contract from './draft.contract.js';
import { DraftHistoryService } from './draft-history.service.js';
import { DraftsService } from './drafts.service.js';

@Controller()
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly history: DraftHistoryService,
    private readonly publishing: PublishingService,
  ) {}

  @Route(contract.listDrafts)
  list({ query }: Call<typeof contract.listDrafts>) {
    return this.drafts.list(query);
  }

  @Route(contract.openDraft)
  open({ me, body }: Call<typeof contract.openDraft>) {
    return this.drafts.open(body, me.id);
  }

  @Route(contract.readDraft)
  read({ params, query }: Call<typeof contract.readDraft>) {
    return this.drafts.read(params.slug, query.since);
  }

  @Route(contract.saveDraft)
  save({ me, params, headers, body }: Call<typeof contract.saveDraft>) {
    return this.drafts.save(params.slug, contract.revisionOf(headers['if-match']), body, me.id);
  }

  @Route(contract.discardDraft)
  discard({ me, params }: Call<typeof contract.discardDraft>) {
    return this.drafts.discard(params.slug, me);
  }

  @Route(contract.listSaves)
  saves({ params, query }: Call<typeof contract.listSaves>) {
    return this.history.saves(params.slug, query);
  }

  @Route(contract.readSave)
  readSave({ params }: Call<typeof contract.readSave>) {
    return this.history.read(params.slug, params.revision);
  }

  @Route(contract.mergeDraft)
  merge({ params, body }: Call<typeof contract.mergeDraft>) {
    return this.history.merge(params.slug, body);
  }

  @Route(mapFramework)
  async mapFramework({ body }: Call<typeof mapFramework>) {
    return mappingOf(body);
  }

  @Route(contract.publishDraft)
  publish({ me, params, headers }: Call<typeof contract.publishDraft>) {
    return this.publishing.publishDraft(params.slug, contract.revisionOf(headers['if-match']), me);
  }
}
