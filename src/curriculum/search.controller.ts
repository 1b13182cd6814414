import { Controller } from '@nestjs/common';
import { Route, type Call } from '../platform/http/route.js';
import { searchCurricula } from './search.contract.js';
import { SearchService } from './search.service.js';

@Controller()
export class SearchController {
  constructor(private readonly searching: SearchService) {}

  @Route(searchCurricula)
  search({ query }: Call<typeof searchCurricula>) {
    return this.searching.search(query);
  }
}
