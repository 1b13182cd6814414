import type { OpenDay } from './plan-input.js';

/** What the days have left beside what is placed already. */
export class FreeMinutes {
  private readonly minutes: Map<number, number>;

  constructor(days: readonly OpenDay[], sessions: readonly { day: OpenDay; minutes: number }[]) {
    this.minutes = new Map(days.map(({ index, minutes }) => [index, minutes]));
    for (const { day, minutes } of sessions) this.take(day, minutes);
  }

  on({ index }: OpenDay): number {
    return this.minutes.get(index) ?? 0;
  }

  take(day: OpenDay, minutes: number): void {
    this.minutes.set(day.index, this.on(day) - minutes);
  }
}

/** What the planner places beside new work. */
export interface Extra {
  day: OpenDay;
  kind: 'review' | 'practice';
  skillId: string | null;
  title: string;
  minutes: number;
}
