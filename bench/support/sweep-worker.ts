/** A worker of Daymark as it is deployed, with a clock that is told what time it is; told a time, it sweeps, and says when it is through and what memory it took. */
import { Temporal } from 'temporal-polyfill';
import { createApp } from '../../src/create-app.js';
import { readConfig } from '../../src/platform/config/config.js';
import { setUpEngine } from '../../src/platform/boot/engine.js';
import { Clock } from '../../src/platform/time/clock.js';
import { Sweep } from '../../src/readiness/sweep/sweep.service.js';

class ToldClock extends Clock {
  instant = Temporal.Instant.from('2026-03-02T10:00:00Z');

  override now(): Temporal.Instant {
    return this.instant;
  }
}

setUpEngine();
const databaseUrl = process.env.BENCH_DATABASE_URL ?? '';
const config = readConfig({
  DAYMARK_TOKEN_SECRET: 'a secret for measuring, which nobody else needs to know',
  DAYMARK_DATA_DIR: process.env.DAYMARK_DATA_DIR,
  // The nightly check finds no entries behind these rows, and says so.
  DAYMARK_LOG_LEVEL: 'fatal',
  DAYMARK_ROLES: 'worker',
});
const clock = new ToldClock();
const app = await createApp({ config, databaseUrl, queueStore: { databaseUrl }, clock });
process.on('message', ({ now }: { now: string }) => {
  clock.instant = Temporal.Instant.from(now);
  void app
    .get(Sweep)
    .run()
    .then(() => process.send?.({ mostMiB: Math.round(process.resourceUsage().maxRSS / 1_024) }));
});
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.send?.({ ready: true });
