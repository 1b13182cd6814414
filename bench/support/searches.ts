/** The searches that are measured: what is typed, what is hard about it, and how long each takes over HTTP, one after the other. */
import { searchCurricula } from '../../src/curriculum/search.contract.js';
import { ask } from './learners.js';

const QUERIES = {
  kubernetes: 'a word of every certification',
  kuber: 'its beginning',
  kuberntes: 'misspelt',
  model: 'in most prose there is',
  m: 'one letter',
  mo: 'two letters',
  'the model in production': 'several common words',
  'certified mlops engineer': 'a title that all of them have',
  'where does data privacy come in': 'a whole question',
  'modle in prodcution': 'common words, misspelt',
  'cotocus kubeflow storage qwertyuiop': 'nothing holds all: any will do',
  'co de mo pr te st ma re an qzx': 'many beginnings, of which one is of nothing',
  'cotocus production deployment training pipelines': 'common words, and one that is nowhere with them',
  qwertyuiopasdf: 'nothing at all',
};

export interface Timed {
  q: string;
  what: string;
  found: number;
  p50: number;
  p95: number;
}

export async function timeSearches(url: string, rounds: number): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (const [q, what] of Object.entries(QUERIES)) {
    const times: number[] = [];
    let found = 0;
    for (let round = -10; round < rounds; round++) {
      const from = performance.now();
      found = (await ask(url, searchCurricula, { query: { q } })).items.length;
      if (round >= 0) times.push(performance.now() - from);
    }
    times.sort((one, other) => one - other);
    timed.push({ q, what, found, p50: times[Math.floor(rounds * 0.5)]!, p95: times[Math.floor(rounds * 0.95)]! });
  }
  return timed;
}

export const worstP95 = (timed: readonly Timed[]): number => Math.round(Math.max(...timed.map(({ p95 }) => p95)) * 10) / 10;
