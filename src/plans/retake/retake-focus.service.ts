import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { Worklist } from '../../platform/worklist/worklist.js';

/** A skill to study again. */
export interface FocusSkill {
  skillId: string;
  minutes: number;
  /** Of readiness that it is short of. */
  points: number;
}

/** What the plan to a retake aims at. Which skills are weak is for a feature above to say. */
@Injectable()
export class RetakeFocusService {
  constructor(
    private readonly database: DataSource,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  /** In place of what was set after an earlier exam; the plan follows. Set for the same exam again, nothing changes. */
  async set(enrollmentId: string, outcomeId: string, skills: readonly FocusSkill[]): Promise<void> {
    const now = this.clock.now().toString();
    const column = <K extends keyof FocusSkill>(name: K) => skills.map((skill) => skill[name]);
    const isNew = await this.database.transaction(async (tx) => {
      // One at a time: two workers may have come to it.
      await tx.query('select 1 from enrollment where id = $1 for update', [enrollmentId]);
      const known: unknown[] = await tx.query('select 1 from retake_focus where enrollment_id = $1 and outcome_id = $2 limit 1', [enrollmentId, outcomeId]);
      if (known.length > 0) return false;
      await tx.query('delete from retake_focus where enrollment_id = $1', [enrollmentId]);
      await tx.query(
        `insert into retake_focus (enrollment_id, outcome_id, skill_id, minutes, points, set_at)
         select $1, $2, f.skill_id, f.minutes, f.points, $3 from unnest($4::uuid[], $5::int[], $6::real[]) as f (skill_id, minutes, points)`,
        [enrollmentId, outcomeId, now, column('skillId'), column('minutes'), column('points')],
      );
      await this.worklist.mark(tx, 'plan', enrollmentId);
      return true;
    });
    if (isNew) this.triggers.fire('plans');
  }
}
