/** `npm run bench:search`: how long a search takes with 200 certifications of the shipped size, one request after the other. */
import { searchCurricula } from '../src/curriculum/search.contract.js';
import { ask } from './support/learners.js';
import { publishMany } from './support/many-curricula.js';
import { setStage } from './support/stage.js';

const CERTIFICATIONS = 200;
const ROUNDS = 100;
const ALLOWED_MS = 50;

/** What is typed, and what is hard about it. */
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

const stage = await setStage();
try {
  await publishMany(stage.databaseUrl, CERTIFICATIONS - 2);
  let worst = 0;
  console.log(`search: ${CERTIFICATIONS} certifications, ${ROUNDS} requests each, one after the other, over HTTP`);
  console.log(`${''.padEnd(36)} ${'p50 ms'.padStart(8)} ${'p95 ms'.padStart(8)}   found`);
  for (const [q, what] of Object.entries(QUERIES)) {
    const times: number[] = [];
    let found = 0;
    for (let round = -10; round < ROUNDS; round++) {
      const from = performance.now();
      found = (await ask(stage.daymark, searchCurricula, { query: { q } })).items.length;
      if (round >= 0) times.push(performance.now() - from);
    }
    times.sort((one, other) => one - other);
    const [p50, p95] = [times[Math.floor(ROUNDS * 0.5)]!, times[Math.floor(ROUNDS * 0.95)]!];
    worst = Math.max(worst, p95);
    console.log(`${q.padEnd(36)} ${p50.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)}   ${found}, ${what}`);
  }
  console.log(JSON.stringify({ name: 'search', certifications: CERTIFICATIONS, worstP95Ms: Math.round(worst * 10) / 10, allowedMs: ALLOWED_MS }));
} finally {
  await stage.close();
}
