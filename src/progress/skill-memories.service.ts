import { Injectable } from '@nestjs/common';
import { Statements, type Statement } from '../platform/database/statements.js';
import { plainDate } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { upToDate, type Studied } from './remembered.js';

interface StaleSkill {
  enrollmentId: string;
  skillId: string;
  changes: number;
  staleFrom: LocalDate;
  stability: number | null;
  difficulty: number | null;
  memoryOn: LocalDate | null;
  /** From the date that `readFrom` of remembered.ts says, in the order in which they were logged. */
  studied: Studied[];
}

/** Skills whose memory does not know all, with the entries to bring it up to date. Parameters: enrollment ids. */
const stale: Statement = {
  name: 'skill-memories-stale',
  text: `
    select s.enrollment_id as "enrollmentId", s.skill_id as "skillId", s.changes, s.stale_from as "staleFrom",
      s.stability, s.difficulty, s.memory_on as "memoryOn",
      (select coalesce(json_agg(json_build_object('date', date, 'recall', recall) order by logged_at, id), '[]') from study_entry e
       where e.enrollment_id = s.enrollment_id and e.skill_id = s.skill_id and e.deleted_at is null
         and e.date >= case when s.stale_from > s.memory_on then s.stale_from else '-infinity'::date end) as studied
    from skill_progress s where s.enrollment_id = any($1::uuid[]) and s.stale_from is not null`,
};

/** In the order of the key, so that two workers never wait for each other. Parameters: an array of each column. */
const save: Statement = {
  name: 'skill-memories-save',
  text: `
    with locked as (
      select s.enrollment_id, s.skill_id, m.stability, m.difficulty, m.memory_on
      from skill_progress s
      join unnest($1::uuid[], $2::uuid[], $3::int[], $4::float8[], $5::float8[], $6::date[])
        as m (enrollment_id, skill_id, changes, stability, difficulty, memory_on) using (enrollment_id, skill_id)
      where s.changes = m.changes
      order by enrollment_id, skill_id for update of s
    )
    update skill_progress s set stability = locked.stability, difficulty = locked.difficulty, memory_on = locked.memory_on, stale_from = null
    from locked where s.enrollment_id = locked.enrollment_id and s.skill_id = locked.skill_id`,
};

/**
 * Keeps the memory of skills. Every write of an entry says in the sum of its skill from which date on the memory is stale, and marks
 * readiness, whose worker calls this before it reads; whoever plans by memories may do the same.
 */
@Injectable()
export class SkillMemories {
  constructor(private readonly statements: Statements) {}

  /** Brings the memories of enrollments up to date. Done twice it changes nothing; what changed meanwhile is left to the mark of that change. */
  async advance(enrollmentIds: readonly string[]): Promise<void> {
    const skills = await this.statements.run<StaleSkill>(stale, [enrollmentIds]);
    if (skills.length === 0) return;
    const memories = skills.map(({ studied, staleFrom, ...known }) => upToDate({ memory: memoryOf(known), staleFrom }, studied));
    const column = <K extends keyof StaleSkill>(name: K) => skills.map((skill) => skill[name]);
    await this.statements.run(save, [
      ...[column('enrollmentId'), column('skillId'), column('changes')],
      ...[memories.map((memory) => memory?.stability ?? null), memories.map((memory) => memory?.difficulty ?? null)],
      memories.map((memory) => memory?.lastOn.toString() ?? null),
    ]);
  }
}

function memoryOf({ stability, difficulty, memoryOn }: Pick<StaleSkill, 'stability' | 'difficulty' | 'memoryOn'>) {
  return stability === null || difficulty === null || memoryOn === null ? null : { stability, difficulty, lastOn: plainDate(memoryOn) };
}
