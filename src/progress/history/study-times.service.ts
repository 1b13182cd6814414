import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CurriculumService } from '../../curriculum/curriculum.service.js';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Clock } from '../../platform/time/clock.js';
import { plainDate, weekOf } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { ProgressService } from '../progress.service.js';
import { studySpan, type AskedSpan } from '../study-span.js';
import { expectedStudy } from './expected-study.js';
import { skillTimes } from './skill-times.js';
import type { StudyTotal, StudyWeek } from './study-times.contract.js';

/** Twenty years: more is nobody's study. */
const MOST_WEEKS = 1_044;
const MOST_DAYS = 4_000;

/**
 * How study adds up. Every sum comes from study_day and skill_progress, by the front of their keys, so no index is theirs alone: among
 * 100,000 entries, 10,000 of them on 2,000 days of one enrollment, weeks took 1.1 ms and totals 1.9 ms (PostgreSQL 18, explain analyze).
 */
@Injectable()
export class StudyTimesService {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly curriculum: CurriculumService,
    private readonly progress: ProgressService,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Calendar weeks that the span touches, whole. */
  async weeks(person: Person, enrollmentId: string, asked: AskedSpan): Promise<{ items: StudyWeek[] }> {
    const zone = await this.enrollments.readableBy(person, enrollmentId);
    const { from, to } = studySpan(asked, this.clock.today(zone));
    const mondays = mondaysOf(from, to);
    const [first, last] = [mondays[0], mondays.at(-1)];
    if (first === undefined || last === undefined) return { items: [] };
    const rows = await this.database.query<StudyWeek[]>(
      `select date - (extract(isodow from date)::int - 1) as monday, sum(minutes)::int as minutes, sum(entries)::int as entries, count(*)::int as days
       from study_day where enrollment_id = $1 and date between $2::date and $3::date + 6 group by 1`,
      [enrollmentId, first, last],
    );
    const byMonday = new Map(rows.map((week) => [week.monday, week]));
    return { items: mondays.map((monday) => byMonday.get(monday) ?? { monday, minutes: 0, entries: 0, days: 0 }) };
  }

  async skills(person: Person, enrollmentId: string) {
    const { levelId, releaseId, ...zone } = await this.enrollments.readableBy(person, enrollmentId);
    const [level, [facts], [total]] = await Promise.all([
      this.curriculum.levelContent(levelId, releaseId),
      this.progress.facts([enrollmentId]),
      this.database.query<{ minutes: number }[]>('select coalesce(sum(minutes), 0)::int as minutes from study_day where enrollment_id = $1', [enrollmentId]),
    ]);
    return skillTimes(level, facts!, total?.minutes ?? 0, plainDate(this.clock.today(zone)));
  }

  async totals(person: Person, enrollmentId: string, asked: AskedSpan): Promise<{ items: StudyTotal[] }> {
    const zone = await this.enrollments.readableBy(person, enrollmentId);
    const { from, to } = studySpan(asked, this.clock.today(zone));
    const items = await this.database.query<StudyTotal[]>(
      `select * from (
         select date, minutes, (sum(minutes) over (order by date))::int as "totalMinutes" from study_day where enrollment_id = $1 and date <= $3) as day
       where date >= $2 order by date limit ${MOST_DAYS}`,
      [enrollmentId, from, to],
    );
    return { items };
  }

  async expected(person: Person, enrollmentId: string) {
    const { levelId, releaseId, startedOn, examOn, ...time } = await this.enrollments.readableBy(person, enrollmentId);
    const { skills, projects } = await this.curriculum.levelContent(levelId, releaseId);
    const effortMinutes = [...skills, ...projects].reduce((sum, part) => sum + part.effortMinutes, 0);
    return { startedOn, examOn, effortMinutes, items: expectedStudy(effortMinutes, time, startedOn, examOn) };
  }
}

function mondaysOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const mondays: LocalDate[] = [];
  for (let day = plainDate(weekOf(from).monday); day.toString() <= to && mondays.length < MOST_WEEKS; day = day.add({ days: 7 })) mondays.push(day.toString());
  return mondays;
}
