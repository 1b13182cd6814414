import { Injectable } from '@nestjs/common';
import { Statements } from '../platform/database/statements.js';
import type { SearchResult } from './search.contract.js';
import { PassageKind } from './search.contract.js';
import { excerptOf } from './search/excerpt.js';
import { searchPassages, wordsMeant, type FoundRow } from './search/search.statements.js';
import { wordsOf } from './search/words.js';

/** Words of a query that are looked at; what follows narrows nothing that a person would want narrowed. */
const MOST_WORDS = 10;

/** Of words that nothing holds together so many may stand for all: the longest, which are the rarest and say the most. */
const MOST_APART = 4;

/** Words of one place are alternatives. */
type Asked = readonly (readonly string[])[];

/** Finds things in the current releases. */
@Injectable()
export class SearchService {
  constructor(private readonly statements: Statements) {}

  /** First what holds every word; where nothing does, what holds what may have been meant; then what holds any of it. */
  async search({ q, limit }: { q: string; limit: number }): Promise<{ items: SearchResult[] }> {
    const words = [...new Set(wordsOf(q))].slice(0, MOST_WORDS);
    if (words.length === 0) return { items: [] };
    const find = (asked: Asked, joined: '&' | '|') => this.find(asked, joined, q, limit);
    const found = await find(
      words.map((word) => [word]),
      '&',
    );
    if (found.length > 0) return { items: found };
    const meant = await this.meant(words);
    const spelt = await find(meant, '&');
    return { items: spelt.length > 0 || words.length === 1 ? spelt : await find(longest(meant), '|') };
  }

  private async find(asked: Asked, joined: '&' | '|', q: string, limit: number): Promise<SearchResult[]> {
    const words = asked.flatMap((alternatives, place) => alternatives.map((word) => ({ word, place })));
    const values = [
      words.map(({ word }) => word),
      words.map(({ place }) => place),
      joined,
      q.toLowerCase().replaceAll(/\p{Cc}/gu, ''),
      limit,
      PassageKind.options,
    ];
    const rows = await this.statements.run<FoundRow>(searchPassages, values);
    return rows.map(({ body, beginnings, ...row }) => ({ ...row, excerpt: excerptOf(body, beginnings) }));
  }

  /** Each word, or instead of one that nothing begins with those that are nearest to it. */
  private async meant(words: readonly string[]): Promise<Asked> {
    const rows = await this.statements.run<{ asked: string; meant: string }>(wordsMeant, [words]);
    return words.map((word) => {
      const instead = rows.flatMap(({ asked, meant }) => (asked === word ? meant : []));
      return instead.length > 0 ? instead : [word];
    });
  }
}

const longest = (asked: Asked): Asked => {
  const length = (alternatives: readonly string[]) => alternatives[0]?.length ?? 0;
  return asked.toSorted((one, other) => length(other) - length(one)).slice(0, MOST_APART);
};
