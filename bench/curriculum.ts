/**
 * `npm run bench:curriculum`: catalog and level page against bare Fastify and pg, as a read of who has nothing (`cold`), of who has it
 * already (`conditional`: 304 on both sides), and as the very first after a release; the worst of the hard searches with 200
 * certifications; and 10,000 enrollments moved to the next release by the worker. Goals: cold 0.7, conditional 1, search 50 ms, move 60 s.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { listCertifications, publishCurriculum, readCertification } from '../src/curriculum/curriculum.contract.js';
import type { CurriculumDocument } from '../src/curriculum/curriculum-document.contract.js';
import { listMoves, moveEnrollments } from '../src/enrollments/moves/moves.contract.js';
import { adminOf, ask } from './support/learners.js';
import { compare, type Figures } from './support/load.js';
import { publishMany } from './support/many-curricula.js';
import { enrollMany, levelIdOf, noWorkLeft } from './support/many-enrollments.js';
import { timeSearches, worstP95 } from './support/searches.js';
import { setStage, type Stage } from './support/stage.js';

const CERTIFICATIONS = 200;
const ENROLLMENTS = 10_000;
const SEARCH_ROUNDS = 50;
/** As many as a document may hold. */
const MOST_LEVELS = 50;
const MISSES = 15;
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
      const plain = () => ({ method: 'GET' as const, path });
      const asking = async (url: string) => {
        const etag = (await fetch(`${url}${path}`)).headers.get('etag') ?? '';
        return () => ({ method: 'GET' as const, path, headers: { 'if-none-match': etag } });
      };
      const first = await compare([stage.daymark, plain], [stage.floor, plain]);
      told(`${what}, cold`, first.daymark, first.floor, first.ratio);
      const again = await compare([stage.daymark, await asking(stage.daymark)], [stage.floor, await asking(stage.floor)]);
      told(`${what}, conditional`, again.daymark, again.floor, again.ratio);
      cold.push(first.ratio);
      conditional.push(again.ratio);
    }
    const searchMs = worstP95(await timeSearches(stage.daymark, SEARCH_ROUNDS));
    await missing(stage);
    return { cold: Math.min(...cold), conditional: Math.min(...conditional), searchMs };
  } finally {
    await stage.close();
  }
}

/**
 * The first read of a level page after a release, which finds nothing in memory, of a certification with as many levels as there may be:
 * milliseconds, the median of some releases, beside the floor, which finds nothing in memory at any time.
 */
async function missing({ databaseUrl, daymark, floor }: Stage): Promise<void> {
  const token = await adminOf(databaseUrl, daymark);
  const shipped = parse(await readFile(`curricula/${SLUG}.yaml`, 'utf8')) as CurriculumDocument;
  const [level] = shipped.levels;
  const levels = Array.from({ length: MOST_LEVELS }, (_, n) => ({ ...level!, slug: `level-${n}`, order: n + 1, prerequisites: [], next: undefined }));
  const certification = { ...shipped, slug: 'many-levels', levels, learningPaths: [], jobRoles: [], nextCertifications: undefined };
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let n = 0; n < MISSES; n++) {
    await ask(daymark, publishCurriculum, { body: { text: JSON.stringify({ ...certification, title: `Release ${n}` }) } }, token);
    const id = await levelIdOf(databaseUrl, 'many-levels');
    for (const [url, times] of [
      [floor, theirs],
      [daymark, ours],
    ] as const) {
      const from = performance.now();
      const answer = await fetch(`${url}/api/v1/levels/${id}`);
      await answer.arrayBuffer();
      times.push(performance.now() - from);
    }
  }
  const [d, f] = [median(ours), median(theirs)];
  console.log(
    `level page, first read after a release, ${MOST_LEVELS} levels   Daymark ${d.toFixed(1)} ms  floor ${f.toFixed(1)} ms  ratio ${(f / d).toFixed(2)}`,
  );
}

const median = (times: readonly number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;

/** Seconds from asking for the move until the last enrollment is over. */
async function moving(): Promise<number> {
  const stage = await setStage(undefined, { roles: 'all' });
  try {
    const accessToken = await adminOf(stage.databaseUrl, stage.daymark);
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
console.log(`worst search, 95th percentile ${figures.searchMs} ms with ${CERTIFICATIONS} certifications`);
console.log(`move of ${ENROLLMENTS} enrollments  ${movePer10k} s`);
console.log(JSON.stringify({ name: 'curriculum', ...figures, movePer10k }));
