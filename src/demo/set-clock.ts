import type { Temporal } from 'temporal-polyfill';
import { Clock } from '../platform/time/clock.js';

/** A clock that shows what it is set to: the demo school lives through sixty days in seconds. */
export class SetClock extends Clock {
  constructor(private instant: Temporal.Instant) {
    super();
  }

  override now(): Temporal.Instant {
    return this.instant;
  }

  setTo(instant: Temporal.Instant): void {
    this.instant = instant;
  }
}
