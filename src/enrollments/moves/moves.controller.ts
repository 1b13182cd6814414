import { Controller } from '@nestjs/common';
import { curriculumText } from '../../curriculum/curriculum-file.js';
import { Route, type Call } from '../../platform/http/route.js';
import * as contract from './moves.contract.js';
import { CurriculaService } from './curricula.service.js';
import { listCurricula } from './curricula.contract.js';
import { ImpactService } from './impact.service.js';
import { MovesService } from './moves.service.js';
import { previewCurriculum } from './preview.contract.js';
import { PreviewService } from './preview.service.js';
import { ReleaseNewsService } from './release-news.service.js';

@Controller()
export class MovesController {
  constructor(
    private readonly curricula: CurriculaService,
    private readonly impacts: ImpactService,
    private readonly previews: PreviewService,
    private readonly moves: MovesService,
    private readonly news: ReleaseNewsService,
  ) {}

  @Route(listCurricula)
  listCurricula({ query }: Call<typeof listCurricula>) {
    return this.curricula.list(query);
  }

  @Route(previewCurriculum)
  preview({ body }: Call<typeof previewCurriculum>) {
    return this.previews.ofText(curriculumText(body));
  }

  @Route(contract.readImpact)
  impact({ params, query }: Call<typeof contract.readImpact>) {
    return this.impacts.of(params.slug, query.release);
  }

  @Route(contract.moveEnrollments)
  move({ me, params, body }: Call<typeof contract.moveEnrollments>) {
    return this.moves.start(params.slug, body.release, me);
  }

  @Route(contract.listMoves)
  list({ params, query }: Call<typeof contract.listMoves>) {
    return this.moves.list(params.slug, query);
  }

  @Route(contract.readReleaseNews)
  readNews({ me, params }: Call<typeof contract.readReleaseNews>) {
    return this.news.read(me, params.enrollmentId);
  }

  @Route(contract.putReleaseNewsAway)
  putNewsAway({ me, params }: Call<typeof contract.putReleaseNewsAway>) {
    return this.news.putAway(me, params.enrollmentId);
  }
}
