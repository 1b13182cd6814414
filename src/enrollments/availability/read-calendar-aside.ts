import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { threadAnswer } from '../../platform/threads/thread-answer.js';
import { readCalendar, type ReadCalendar, type Wanted } from './read-calendar.js';

/** Bytes and days that take some hundredths of a second at most. */
const SMALL_FILE_BYTES = 64_000;
const FEW_DAYS = 50_000;
const MAX_MS = 30_000;
const MAX_HEAP_MB = 512;

const WORKER = new URL('./read-calendar.worker.js', import.meta.url);
/** Run from its sources, as in most tests, there is no compiled thread to start. */
const hasThread = existsSync(fileURLToPath(WORKER));

/** Reads a calendar without keeping other requests waiting: what takes longer is read in its own thread, with limits of time and memory. */
export async function readCalendarAside(bytes: Uint8Array, wanted: Wanted): Promise<ReadCalendar> {
  if (!hasThread) return readCalendar(bytes, wanted);
  if (bytes.length <= SMALL_FILE_BYTES) {
    const read = readCalendar(bytes, { ...wanted, maxDays: FEW_DAYS });
    if ('fault' in read || !read.isWorkUsedUp) return read;
  }
  return calendarAnswer(new Worker(WORKER, { workerData: { bytes, wanted }, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } }), MAX_MS);
}

export async function calendarAnswer(worker: Worker, maxMs: number): Promise<ReadCalendar> {
  const answer = await threadAnswer<ReadCalendar>(worker, maxMs);
  if (!('ranOutOf' in answer)) return answer;
  return { fault: 'Reading this calendar takes too long. Export only your days off, or fewer years, and try again.' };
}
