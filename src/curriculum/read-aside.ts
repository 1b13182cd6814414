import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
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
export function answerOf(worker: Worker, mostMs: number): Promise<CurriculumRead> {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => {
      resolve(tooHard(`It takes longer than ${Math.ceil(mostMs / 1_000)} s to read the file`));
      void worker.terminate();
    }, mostMs);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(tooHard('It takes too much memory to read the file'));
      else reject(error);
    });
    worker.once('exit', (code) => {
      clearTimeout(tooLong);
      // After an answer this changes nothing any more.
      reject(new Error(`reading a curriculum ended with ${code}`));
    });
  });
}

const tooHard = (what: string): CurriculumRead => ({ faults: [{ path: '', message: `${what}: it holds too many parts, or is made to be hard to read` }] });
