import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { threadAnswer } from '../platform/threads/thread-answer.js';
import { readCurriculum, type CurriculumRead } from './read-curriculum.js';

/** Characters; up to there even the worst file takes a fraction of a second, and one of 10 MB many. */
const SMALL = 64_000;
/** Far above what any file takes that somebody wrote. */
const MOST_MS = 60_000;
const MOST_HEAP_MB = 1_024;

const WORKER = new URL('./read-aside.worker.js', import.meta.url);
/** Run from its sources, as in tests of parts, there is no compiled thread to start. */
const canStepAside = existsSync(fileURLToPath(WORKER));

/** Reads a curriculum without keeping others waiting: a large file is read in a thread of its own, with limits of time and memory. */
export function readCurriculumAside(text: string): Promise<CurriculumRead> {
  if (text.length <= SMALL || !canStepAside) return Promise.resolve(readCurriculum(text));
  return answerOf(new Worker(WORKER, { workerData: text, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } }), MOST_MS);
}

/** What the thread says; a fault of the file where it ran out of time or memory, for then the file was made to be hard to read. */
export async function answerOf(worker: Worker, mostMs: number): Promise<CurriculumRead> {
  const answer = await threadAnswer<CurriculumRead>(worker, mostMs);
  if (!('ranOutOf' in answer)) return answer;
  return tooHard(
    answer.ranOutOf === 'time' ? `It takes longer than ${Math.ceil(mostMs / 1_000)} s to read the file` : 'It takes too much memory to read the file',
  );
}

const tooHard = (what: string): CurriculumRead => ({ faults: [{ path: '', message: `${what}: it holds too many parts, or is made to be hard to read` }] });
