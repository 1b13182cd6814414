import { Controller } from '@nestjs/common';
import { Route, type Call } from '../../platform/http/route.js';
import * as contract from './moves.contract.js';
import { MovesService } from './moves.service.js';
import { ReleaseNewsService } from './release-news.service.js';

@Controller()
export class MovesController {
  constructor(
    private readonly moves: MovesService,
    private readonly news: ReleaseNewsService,
  ) {}

  @Route(contract.readImpact)
  impact({ params, query }: Call<typeof contract.readImpact>) {
    return this.moves.impact(params.slug, query.release);
  }

  @Route(contract.moveEnrollments)
  move({ me, params, body }: Call<typeof contract.moveEnrollments>) {
    return this.moves.start(params.slug, body.release, me);
  }

  @Route(contract.listMoves)
  list({ params }: Call<typeof contract.listMoves>) {
    return this.moves.list(params.slug);
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
