import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as uuidv7 } from 'uuid';
import { Worklist } from '../../src/platform/worklist/worklist.js';
import { startApp, startDaymark } from '../support/daymark.js';

/** Forces nested loops. PostgreSQL also chooses them without these settings if it estimates that a table is empty. */
const NESTED_LOOPS = ['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material', 'memoize', 'bitmapscan'].map((each) => `-c enable_${each}=off`).join(' ');

describe('a claim', () => {
  const daymark = startDaymark();
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const url = new URL(daymark.databaseUrl);
    url.searchParams.set('options', NESTED_LOOPS);
    app = await startApp(url.toString(), { clock: daymark.clock });
  }, 60_000);
  afterAll(() => app.close());

  it('takes no more than its limit, however PostgreSQL plans it', async () => {
    const subjects = Array.from({ length: 7 }, () => uuidv7());
    await daymark.database.transaction((tx) => daymark.worklist.markAll(tx, 'tide', subjects));
    const first = await app.get(Worklist).claim('tide', 5, 60);
    const second = await app.get(Worklist).claim('tide', 5, 60);
    expect([first.length, second.length]).toEqual([5, 2]);
    expect([...first, ...second].map(({ subjectId }) => subjectId).sort()).toEqual([...subjects].sort());
  });
});
