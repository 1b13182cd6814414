import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { countersOf, type Counter } from './counters.js';

/** Nobody listens at the port of tcpmux. */
const NO_REDIS = 'redis://127.0.0.1:1';
const TWO = { name: 'two', max: 2, seconds: 60 };
const TWO_OTHERS = { name: 'two others', max: 2, seconds: 60 };

describe('what is counted', () => {
  const adapter = new FastifyAdapter();
  const app = { getHttpAdapter: () => adapter } as unknown as NestFastifyApplication;
  let counters: Record<'local' | 'shared', Counter>;

  beforeAll(async () => {
    counters = await countersOf(app, NO_REDIS);
  });
  afterAll(() => adapter.getInstance().close());

  it('is each key for itself, and each budget', async () => {
    for (const budget of [TWO, TWO_OTHERS]) for (const key of ['a', 'b', 'a', 'b']) expect(await counters.local(budget, key)).toBe(0);
    expect(await counters.local(TWO, 'a')).toBeGreaterThan(0);
    expect(await counters.local(TWO, 'a')).toBeLessThanOrEqual(60);
  });

  it('is counted in this process while Redis does not answer, at once', async () => {
    const since = performance.now();
    for (const _ of [1, 2]) expect(await counters.shared(TWO, 'c')).toBe(0);
    expect(await counters.shared(TWO, 'c')).toBeGreaterThan(0);
    expect(performance.now() - since).toBeLessThan(400);
  });
});
