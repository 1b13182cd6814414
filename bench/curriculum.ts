/**
 * `npm run bench:curriculum`: catalog and level page against bare Fastify and pg, as a first read and as one that has it already; a search
 * with 200 certifications; and 10,000 enrollments moved to the next release by the worker.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { listCertifications, publishCurriculum, readCertification } from '../src/curriculum/curriculum.contract.js';
import type { CurriculumDocument } from '../src/curriculum/curriculum-document.contract.js';
import { searchCurricula } from '../src/curriculum/search.contract.js';
import { listMoves, moveEnrollments } from '../src/enrollments/moves/moves.contract.js';
import { register, signIn } from '../src/users/users.contract.js';
import { ask } from './support/learners.js';
import { compare, type Figures } from './support/load.js';
import { publishMany } from './support/many-curricula.js';
import { enrollMany, makeAdmin, noWorkLeft } from './support/many-enrollments.js';
import { setStage } from './support/stage.js';

const CERTIFICATIONS = 200;
const ENROLLMENTS = 10_000;
const SEARCHES = ['kubernetes', 'kuber', 'kuberntes', 'model', 'data privacy'];
const SLUG = 'certified-mlops-engineer';

const told = (what: string, ours: Figures, floor: Figures, ratio: number) =>
  console.log(`${what.padEnd(28)} Daymark ${ours.perSecond.toFixed(0).padStart(7)}/s  floor ${floor.perSecond.toFixed(0).padStart(7)}/s  ratio ${ratio}`);

async function reads(): Promise<{ cold: number; conditional: number; searchMs: number }> {
  const stage = await setStage('curriculum-floor');
  try {
    await publishMany(stage.databaseUrl, CERTIFICATIONS - 2);
    const { levels } = await ask(stage.daymark, readCertification, { params: { slug: SLUG } });
    const paths = { catalog: '/api/v1/certifications', 'level page': `/api/v1/levels/${levels[0]!.id}` };
    await ask(stage.daymark, listCertifications, { query: {} });
    const [cold, conditional]: [number[], number[]] = [[], []];
    for (const [what, path] of Object.entries(paths)) {
      const etag = (await fetch(`${stage.daymark}${path}`)).headers.get('etag') ?? '';
      const plain = () => ({ method: 'GET' as const, path });
      const asked = () => ({ method: 'GET' as const, path, headers: { 'if-none-match': etag } });
      const first = await compare([stage.daymark, plain], [stage.floor, plain]);
      told(`${what}, cold`, first.daymark, first.floor, first.ratio);
      const again = await compare([stage.daymark, asked], [stage.floor, plain]);
      told(`${what}, conditional`, again.daymark, again.floor, again.ratio);
      cold.push(first.ratio);
      conditional.push(again.ratio);
    }
    return { cold: Math.min(...cold), conditional: Math.min(...conditional), searchMs: await searching(stage.daymark) };
  } finally {
    await stage.close();
  }
}

/** The 95th percentile over all queries, one request after the other. */
async function searching(url: string): Promise<number> {
  const times: number[] = [];
  for (let round = -5; round < 50; round++)
    for (const q of SEARCHES) {
      const from = performance.now();
      await ask(url, searchCurricula, { query: { q } });
      if (round >= 0) times.push(performance.now() - from);
    }
  times.sort((one, other) => one - other);
  return Math.round(times[Math.floor(times.length * 0.95)]! * 10) / 10;
}

/** Seconds from asking for the move until the last enrollment is over. */
async function moving(): Promise<number> {
  const stage = await setStage(undefined, { roles: 'all' });
  try {
    const who = { email: 'admin@harbour.example', password: 'measuring is knowing' };
    const { account } = await ask(stage.daymark, register, { body: { ...who, name: 'Admin', timeZone: 'UTC' } });
    await makeAdmin(stage.databaseUrl, account.id);
    const { accessToken } = await ask(stage.daymark, signIn, { body: who });
    const { levels } = await ask(stage.daymark, readCertification, { params: { slug: SLUG } });
    await enrollMany(stage.databaseUrl, levels[0]!.id, ENROLLMENTS);
    const document = parse(await readFile(`curricula/${SLUG}.yaml`, 'utf8')) as CurriculumDocument;
    document.levels[0]!.skills[0]!.title = 'Renamed';
    await ask(stage.daymark, publishCurriculum, { body: { text: JSON.stringify(document) } }, accessToken);
    const from = performance.now();
    await ask(stage.daymark, moveEnrollments, { params: { slug: SLUG }, body: { release: 2 } }, accessToken);
    for (;;) {
      const [move] = (await ask(stage.daymark, listMoves, { params: { slug: SLUG } }, accessToken)).items;
      if (move?.finishedAt) {
        if (move.moved !== ENROLLMENTS) throw new Error(`${move.moved} enrollments were moved, not ${ENROLLMENTS}`);
        const seconds = Math.round(performance.now() - from) / 1_000;
        await noWorkLeft(stage.databaseUrl, 'plan');
        console.log(`their plans, made anew       ${Math.round((performance.now() - from) / 1_000)} s after it began`);
        return seconds;
      }
      await pause(100);
    }
  } finally {
    await stage.close();
  }
}

const figures = await reads();
const movePer10k = await moving();
console.log(`search, 95th percentile      ${figures.searchMs} ms with ${CERTIFICATIONS} certifications`);
console.log(`move of ${ENROLLMENTS} enrollments  ${movePer10k} s`);
console.log(JSON.stringify({ name: 'curriculum', ...figures, movePer10k }));
