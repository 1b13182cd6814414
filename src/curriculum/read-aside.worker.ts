/** The thread of read-aside.ts: reads one text and says what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { readCurriculum } from './read-curriculum.js';

parentPort?.postMessage(readCurriculum(workerData as string));
