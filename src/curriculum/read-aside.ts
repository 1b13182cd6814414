import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { readCurriculum, type CurriculumRead } from './read-curriculum.js';

/** Characters; up to there reading takes a few dozen milliseconds, and a file of 10 MB several seconds. */
const SMALL = 200_000;
/** Far above what the largest file takes. */
const MOST_MS = 60_000;

const WORKER = new URL('./read-aside.worker.js', import.meta.url);
/** Run from its sources, as in tests of parts, there is no compiled thread to start. */
const canStepAside = existsSync(fileURLToPath(WORKER));

/** Reads a curriculum without keeping others waiting: a large file is read in a thread of its own. */
export function readCurriculumAside(text: string): Promise<CurriculumRead> {
  if (text.length <= SMALL || !canStepAside) return Promise.resolve(readCurriculum(text));
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: text, resourceLimits: { maxOldGenerationSizeMb: 1_024 } });
    const tooLong = setTimeout(() => void worker.terminate(), MOST_MS);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(tooLong);
      // After a message this changes nothing any more.
      reject(new Error(`reading a curriculum ended with ${code}`));
    });
  });
}
