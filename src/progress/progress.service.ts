import { Injectable } from '@nestjs/common';
import { Statements, type Statement } from '../platform/database/statements.js';
import type { LocalDate } from '../platform/time/time.contract.js';

interface Logged {
  minutes: number;
  lastOn: LocalDate;
}

/** A skill's memory as it is stored: `remember`, `recallOn` and `nextReviewOn` of skill-memory.ts say what it means. */
export interface StoredMemory {
  /** Days until recall falls to 90%. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  lastOn: LocalDate;
}

/** What an enrollment's study log says in sum. */
export interface ProgressFacts {
  enrollmentId: string;
  /** By skill or project id; what was never logged is absent. */
  minutesBySkill: Record<string, Logged>;
  minutesByProject: Record<string, Logged>;
  /** By skill id, as far as `SkillMemories` brought them. */
  memoryBySkill: Record<string, StoredMemory>;
  /** Date of completion by project id. */
  finishedProjects: Record<string, LocalDate>;
  studyDays: number;
  /** The latest change of an entry that these facts know of; null without entries. */
  coversUntil: Date | null;
}

const logged = (table: string, column: string) => `
  coalesce((select jsonb_object_agg(${column}, jsonb_build_object('minutes', minutes, 'lastOn', last_on))
    from ${table} where enrollment_id = e.id and entries > 0), '{}')`;

const facts: Statement = {
  name: 'progress-facts',
  text: `
    select e.id as "enrollmentId", ${logged('skill_progress', 'skill_id')} as "minutesBySkill",
      ${logged('project_progress', 'project_id')} as "minutesByProject",
      coalesce((select jsonb_object_agg(skill_id, jsonb_build_object('stability', stability, 'difficulty', difficulty, 'lastOn', memory_on))
        from skill_progress where enrollment_id = e.id and memory_on is not null), '{}') as "memoryBySkill",
      coalesce((select jsonb_object_agg(project_id, finished_on) from project_completion where enrollment_id = e.id), '{}') as "finishedProjects",
      (select count(*)::int from study_day where enrollment_id = e.id) as "studyDays",
      (select max(changed_at) from study_entry where enrollment_id = e.id) as "coversUntil"
    from unnest($1::uuid[]) as e (id)`,
};

const dates: Statement = {
  name: 'study-dates',
  text: 'select date from study_day where enrollment_id = $1 and date between $2 and $3 order by date',
};

/** The study log as later features need it: in sums, for many enrollments at once. */
@Injectable()
export class ProgressService {
  constructor(private readonly statements: Statements) {}

  facts(enrollmentIds: readonly string[]): Promise<ProgressFacts[]> {
    return this.statements.run<ProgressFacts>(facts, [enrollmentIds]);
  }

  /** Dates with study, both ends included, oldest first. */
  async studyDatesBetween(enrollmentId: string, from: LocalDate, to: LocalDate): Promise<LocalDate[]> {
    const rows = await this.statements.run<{ date: LocalDate }>(dates, [enrollmentId, from, to]);
    return rows.map(({ date }) => date);
  }
}
