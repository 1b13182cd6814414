import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../src/platform/time/clock.js';

/**
 * A clock that stands still until a test moves it, but for a millisecond each time it is read: what comes later has a later time, as in
 * life, and no test waits for it.
 */
export class SetClock extends Clock {
  constructor(private instant = Temporal.Instant.from('2026-03-02T09:00:00Z')) {
    super();
  }

  override now(): Temporal.Instant {
    this.instant = this.instant.add({ milliseconds: 1 });
    return this.instant;
  }

  setTo(instant: string): void {
    this.instant = Temporal.Instant.from(instant);
  }

  /** Moves on by hours, minutes, seconds. */
  pass(time: Temporal.DurationLike): void {
    this.instant = this.instant.add(time);
  }
}
