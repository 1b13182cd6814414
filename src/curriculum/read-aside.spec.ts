import { Worker } from 'node:worker_threads';
import { answerOf } from './read-aside.js';

describe('reading a file in a thread of its own', () => {
  const threads: Worker[] = [];
  const thread = (code: string, heapMb = 64) => {
    threads.push(new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: heapMb } }));
    return threads.at(-1)!;
  };
  afterAll(() => Promise.all(threads.map((each) => each.terminate())));

  it('answers what the thread says', async () => {
    const faults = [{ path: 'title', message: 'Is missing' }];
    expect(await answerOf(thread(`require('node:worker_threads').parentPort.postMessage({ faults: ${JSON.stringify(faults)} })`), 30_000)).toEqual({ faults });
  });

  it('is a fault of the file when it never ends', async () => {
    expect(await answerOf(thread('for (;;);'), 50)).toEqual({ faults: [{ path: '', message: expect.stringMatching(/^It takes longer than 1 s/) }] });
  });

  it('is a fault of the file when it takes more memory than there is for it', async () => {
    const hoard = thread('const all = []; for (;;) all.push(new Array(10_000).fill({}).map(() => ({})));', 16);
    expect(await answerOf(hoard, 30_000)).toEqual({ faults: [{ path: '', message: expect.stringMatching(/too much memory/) }] });
  });

  it('is our own fault when the thread fails in any other way', async () => {
    await expect(answerOf(thread('throw new TypeError("ours")'), 30_000)).rejects.toThrow('ours');
    await expect(answerOf(thread('process.exit(3)'), 30_000)).rejects.toThrow('ended with 3');
  });
});
