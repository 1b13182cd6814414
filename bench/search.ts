/** `npm run bench:search`: how long a search takes with 200 certifications of the shipped size, one request after the other. */
import { publishMany } from './support/many-curricula.js';
import { timeSearches, worstP95 } from './support/searches.js';
import { setStage } from './support/stage.js';

const CERTIFICATIONS = 200;
const ROUNDS = 100;
const ALLOWED_MS = 50;

const stage = await setStage();
try {
  await publishMany(stage.databaseUrl, CERTIFICATIONS - 2);
  console.log(`search: ${CERTIFICATIONS} certifications, ${ROUNDS} requests each, one after the other, over HTTP`);
  console.log(`${''.padEnd(36)} ${'p50 ms'.padStart(8)} ${'p95 ms'.padStart(8)}   found`);
  const timed = await timeSearches(stage.daymark, ROUNDS);
  for (const { q, what, found, p50, p95 } of timed)
    console.log(`${q.padEnd(36)} ${p50.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)}   ${found}, ${what}`);
  console.log(JSON.stringify({ name: 'search', certifications: CERTIFICATIONS, worstP95Ms: worstP95(timed), allowedMs: ALLOWED_MS }));
} finally {
  await stage.close();
}
