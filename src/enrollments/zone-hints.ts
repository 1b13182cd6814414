import { Injectable } from '@nestjs/common';
import type { DayZone } from '../platform/time/day-zone.js';

const MOST = 50_000;

/**
 * When an enrollment's learner was last seen to begin their day: in which time zone, and how long after midnight. Only a hint: dates are
 * worked out in Node, so a hot statement must be told the zone before it reads it; the statement checks that it still holds, and who asks
 * learns the right one otherwise. It saves the hottest requests one of two round trips.
 */
@Injectable()
export class ZoneHints {
  private readonly zones = new Map<string, DayZone>();

  of(enrollmentId: string): DayZone | undefined {
    return this.zones.get(enrollmentId);
  }

  learn(enrollmentId: string, { timeZone, dayStartMinutes }: DayZone): void {
    if (this.zones.size >= MOST) this.zones.clear();
    this.zones.set(enrollmentId, { timeZone, dayStartMinutes });
  }
}
