/** The thread of read-calendar-aside.ts: reads one file and says what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { readCalendar, type Wanted } from './read-calendar.js';

const { bytes, wanted } = workerData as { bytes: Uint8Array; wanted: Wanted };
parentPort?.postMessage(readCalendar(bytes, wanted));
