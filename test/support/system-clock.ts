import { Temporal } from 'temporal-polyfill';
import { SetClock } from './set-clock.js';

/** The system's own time, where a test looks through a browser, which cannot be told another. */
export class SystemClock extends SetClock {
  override now(): Temporal.Instant {
    return Temporal.Now.instant();
  }
}
