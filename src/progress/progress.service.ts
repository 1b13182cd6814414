import { Injectable } from '@nestjs/common';
import { Statements, type Statement } from '../platform/database/statements.js';
import type { LocalDate } from '../platform/time/time.contract.js';

interface Logged {
  minutes: number;
  entries: number;
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

/** Items of one practice exam: all of it, or what was about one skill. */
export interface StoredPractice {
  on: LocalDate;
  right: number;
  asked: number;
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
  /** A mentor's last word on the evidence of each project that has one. */
  verdicts: Record<string, { at: string; isApproved: boolean }>;
  /** When evidence of each project was handed in first. */
  submissions: Record<string, string>;
  /** When each skill was signed off, of those that are. */
  signOffs: Record<string, string>;
  /** The last self-rating of each skill, 1 to 5. */
  ratings: Record<string, { on: LocalDate; value: number }>;
  /** Practice exams, oldest first; `skills` are the parts of it that are known. */
  practice: (StoredPractice & { skills: Record<string, { right: number; asked: number }> })[];
  studyDays: number;
  /** The latest dates with study, newest first, as many as matter for what was studied lately. */
  recentDays: { date: LocalDate; minutes: number }[];
}

/** Five months of study every day. */
const RECENT_DAYS = 150;

const logged = (table: string, column: string) => `
  coalesce((select jsonb_object_agg(${column}, jsonb_build_object('minutes', minutes, 'entries', entries, 'lastOn', last_on))
    from ${table} where enrollment_id = e.id and entries > 0), '{}')`;

const facts: Statement = {
  name: 'progress-facts',
  text: `
    select e.id as "enrollmentId", ${logged('skill_progress', 'skill_id')} as "minutesBySkill",
      ${logged('project_progress', 'project_id')} as "minutesByProject",
      coalesce((select jsonb_object_agg(skill_id, jsonb_build_object('stability', stability, 'difficulty', difficulty, 'lastOn', memory_on))
        from skill_progress where enrollment_id = e.id and memory_on is not null), '{}') as "memoryBySkill",
      coalesce((select jsonb_object_agg(project_id, finished_on) from project_completion where enrollment_id = e.id), '{}') as "finishedProjects",
      coalesce((select jsonb_object_agg(project_id, jsonb_build_object('at', reviewed_at, 'isApproved', verdict = 'approved')) from (
        select distinct on (v.project_id) v.project_id, r.reviewed_at, r.verdict
        from evidence v join review r on r.evidence_id = v.id
        where v.enrollment_id = e.id and v.deleted_at is null order by v.project_id, r.reviewed_at desc) as latest), '{}') as verdicts,
      coalesce((select jsonb_object_agg(project_id, first) from (
        select project_id, min(submitted_at) as first from evidence where enrollment_id = e.id and deleted_at is null group by project_id) as handed), '{}') as submissions,
      coalesce((select jsonb_object_agg(skill_id, signed_at) from sign_off where enrollment_id = e.id and revoked_at is null), '{}') as "signOffs",
      coalesce((select jsonb_object_agg(skill_id, jsonb_build_object('on', rated_on, 'value', rating)) from (
        select distinct on (skill_id) skill_id, rated_on, rating from self_rating where enrollment_id = e.id order by skill_id, rated_on desc) as latest), '{}') as ratings,
      coalesce((select jsonb_agg(jsonb_build_object('on', p.taken_on, 'right', p.items_right, 'asked', p.items_asked, 'skills',
          coalesce((select jsonb_object_agg(s.skill_id, jsonb_build_object('right', s.items_right, 'asked', s.items_asked))
            from practice_result_skill s where s.result_id = p.id), '{}')) order by p.taken_on, p.id)
        from practice_result p where p.enrollment_id = e.id and p.deleted_at is null), '[]') as practice,
      (select count(*)::int from study_day where enrollment_id = e.id) as "studyDays",
      coalesce((select jsonb_agg(jsonb_build_object('date', date, 'minutes', minutes) order by date desc) from (
        select date, minutes from study_day where enrollment_id = e.id and minutes > 0 order by date desc limit ${RECENT_DAYS}) as recent), '[]') as "recentDays"
    from unnest($1::uuid[]) as e (id)`,
};

/** Parameters: enrollment ids. */
const latestChanges: Statement = {
  name: 'study-latest-changes',
  text: `
    select e.id as "enrollmentId", (select max(changed_at) from study_entry where enrollment_id = e.id) as "changedAt"
    from unnest($1::uuid[]) as e (id)`,
};

/** Parameters: enrollment ids. */
const allDays: Statement = {
  name: 'study-days-all',
  text: `
    select enrollment_id as "enrollmentId", jsonb_agg(jsonb_build_object('date', date, 'minutes', minutes) order by date desc) as days
    from study_day where enrollment_id = any($1::uuid[]) and minutes > 0 group by enrollment_id`,
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

  /** When an entry of each enrollment last changed, null without entries. Facts that are read later include this change. */
  async latestChangesOf(enrollmentIds: readonly string[]): Promise<Map<string, Date | null>> {
    const rows = await this.statements.run<{ enrollmentId: string; changedAt: Date | null }>(latestChanges, [enrollmentIds]);
    return new Map(rows.map(({ enrollmentId, changedAt }) => [enrollmentId, changedAt]));
  }

  /** Every date with study, newest first, by enrollment. Only for a few enrollments at a time. */
  async allDaysOf(enrollmentIds: readonly string[]): Promise<Map<string, ProgressFacts['recentDays']>> {
    if (enrollmentIds.length === 0) return new Map();
    const rows = await this.statements.run<{ enrollmentId: string; days: ProgressFacts['recentDays'] }>(allDays, [enrollmentIds]);
    return new Map(rows.map(({ enrollmentId, days }) => [enrollmentId, days]));
  }

  /** Dates with study, both ends included, oldest first. */
  async studyDatesBetween(enrollmentId: string, from: LocalDate, to: LocalDate): Promise<LocalDate[]> {
    const rows = await this.statements.run<{ date: LocalDate }>(dates, [enrollmentId, from, to]);
    return rows.map(({ date }) => date);
  }
}
