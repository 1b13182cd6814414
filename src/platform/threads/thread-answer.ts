import type { Worker } from 'node:worker_threads';

/** What a thread ran out of. */
export type ThreadLimit = { ranOutOf: 'time' | 'memory' };

/** What a thread posts, or what it ran out of before it posted anything. Rejects where it fails in any other way, which is a fault of ours. */
export function threadAnswer<T>(worker: Worker, maxMs: number): Promise<T | ThreadLimit> {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => {
      resolve({ ranOutOf: 'time' });
      void worker.terminate();
    }, maxMs);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ranOutOf: 'memory' });
      else reject(error);
    });
    worker.once('exit', (code) => {
      clearTimeout(tooLong);
      // After an answer this has no effect.
      reject(new Error(`a thread ended with ${code} and without an answer`));
    });
  });
}
