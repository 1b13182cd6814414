import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import { EnrollingService } from '../enrollments/enrolling.service.js';
import { EnrollmentsService } from '../enrollments/enrollments.service.js';
import { EnrollmentChangesService } from '../enrollments/enrollment-changes.service.js';
import { OutcomesService } from '../enrollments/life/outcomes.service.js';
import type { Person } from '../platform/auth/person.js';
import type { PlanItem } from '../plans/plans.contract.js';
import { PracticeService } from '../progress/practice/practice.service.js';
import { ProjectsService } from '../progress/projects.service.js';
import { StudyLogService } from '../progress/study-log.service.js';
import { Recompute } from '../readiness/recompute.service.js';
import { TodayService } from '../today/today.service.js';
import { AccountsService } from '../users/accounts.service.js';
import { HandedIn, type DemoEnrollment } from './handed-in.js';
import { seededRandom } from '../platform/seeded-random.js';
import { LEARNERS, mannerOf, MENTORS, practiceOf, studyOf, type DemoLearner } from './school.js';
import type { SetClock } from './set-clock.js';

const CERTIFICATION = 'certified-mlops-engineer';
const MORNING = Temporal.PlainTime.from('09:15');
const EVENING = Temporal.PlainTime.from('19:30');

/** Lets the demo school live: everybody does their sixty days through the very services that the API calls, each day on its date. */
export class LivedThrough {
  /** Its own, so that how something went changes nothing of how much was done. */
  private readonly manner = seededRandom(4_711);

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: SetClock,
    private readonly now: Temporal.Instant,
    private readonly password: string,
    private readonly email: (name: string) => string,
  ) {}

  async live(): Promise<void> {
    this.clock.setTo(this.now.subtract({ hours: 61 * 24 }));
    const admin = await this.account('Admin', 'UTC', ['admin']);
    const mentors: Person[] = [];
    for (const name of MENTORS) mentors.push(await this.account(name, 'Europe/Berlin', ['mentor']));
    const enrolled = new Map<DemoLearner, DemoEnrollment>();
    // The first one first, as the audit trail tells it.
    for (const learner of LEARNERS.toSorted((a, b) => b.enrolledDaysAgo - a.enrolledDaysAgo)) {
      const mentor = learner.mentor === null ? undefined : mentors[learner.mentor];
      const enrollment = { ...(await this.enroll(learner)), mentor };
      enrolled.set(learner, enrollment);
      if (mentor) await this.app.get(EnrollmentChangesService).assignMentor(admin, enrollment.enrollmentId, mentor.id);
    }
    for (const [i, learner] of LEARNERS.entries()) {
      await this.study(learner, enrolled.get(learner)!, seededRandom(i + 1));
    }
    this.clock.setTo(this.now);
  }

  private async account(name: string, timeZone: string, roles: ('learner' | 'mentor' | 'admin')[]): Promise<Person> {
    const email = this.email(name);
    const shown = name === 'Admin' ? 'Rhea Beacon' : name;
    const { id } = await this.app.get(AccountsService).create({ name: shown, email, timeZone, password: this.password, isPasswordMadeUp: true, roles });
    return { id, roles };
  }

  private async enroll(learner: DemoLearner): Promise<Omit<DemoEnrollment, 'mentor'>> {
    this.clock.setTo(this.at(learner, learner.enrolledDaysAgo, Temporal.PlainTime.from('08:00')));
    const person = await this.account(learner.name, learner.timeZone, ['learner']);
    const { levels } = await (await this.app.get(CurriculumService).certification(CERTIFICATION)).read();
    const level = levels.find(({ slug }) => slug === learner.level);
    if (!level) throw new Error(`The shipped curriculum has no level ${learner.level}`);
    const examOn = this.today(learner).add({ days: learner.examInDays }).toString();
    const { id } = await this.app.get(EnrollingService).enroll(person, { levelId: level.id, examOn, availability: learner.week });
    return { person, enrollmentId: id, level };
  }

  private async study(learner: DemoLearner, enrollment: DemoEnrollment, roll: () => number): Promise<void> {
    const { person, enrollmentId } = enrollment;
    const handedIn = new HandedIn(this.app, enrollment);
    const until = Math.max(0, -learner.examInDays);
    for (let daysAgo = learner.enrolledDaysAgo; daysAgo >= until; daysAgo--) {
      const [morning, at] = [this.at(learner, daysAgo, MORNING), this.at(learner, daysAgo, EVENING)];
      if (Temporal.Instant.compare(morning, this.now) <= 0) {
        this.clock.setTo(morning);
        await handedIn.live(daysAgo);
      }
      // The evening of today may still be to come.
      if (Temporal.Instant.compare(at, this.now) > 0) break;
      this.clock.setTo(at);
      if (daysAgo === learner.enrolledDaysAgo - (learner.broughtAfterDays ?? Infinity)) await handedIn.bring(daysAgo);
      if (daysAgo >= learner.silentDays) {
        for (const projectId of await this.day(learner, enrollment, roll)) await handedIn.handIn(projectId, daysAgo);
        await this.practise(learner, person, enrollmentId, daysAgo);
      }
      await this.app.get(Recompute).of([enrollmentId]);
    }
    if (learner.passed) await this.pass(learner, person, enrollmentId);
  }

  /**
   * A day as it goes: the planned items from the first on, as far as strength reaches.
   *
   * @returns the projects that were finished
   */
  private async day(learner: DemoLearner, { person, enrollmentId }: DemoEnrollment, roll: () => number): Promise<string[]> {
    const finished: string[] = [];
    const { date, items, plannedMinutes } = await this.app.get(TodayService).read(person, enrollmentId);
    let { minutes: left, note } = studyOf(learner, plannedMinutes, roll);
    for (const item of items) {
      const minutes = item === items.at(-1) ? left : Math.min(left, item.minutes);
      if (minutes < 5) break;
      const projectId = await this.log(person, enrollmentId, date, item, minutes, note);
      if (projectId !== null) finished.push(projectId);
      left -= minutes;
      note = '';
    }
    return finished;
  }

  /** @returns the project that it finished */
  private async log(
    person: Person,
    enrollmentId: string,
    date: string,
    { id, skillId, projectId, title, kind }: PlanItem,
    minutes: number,
    note: string,
  ): Promise<string | null> {
    const study = { date, minutes, skillId, projectId, planItemId: id, ...mannerOf(kind, this.manner), source: 'web' as const, note };
    await this.app.get(StudyLogService).log(person, enrollmentId, study);
    const [, part, parts] = /part (\d+) of (\d+)$/.exec(title) ?? [];
    const isLast = part === parts;
    if (kind !== 'project' || projectId === null || !isLast) return null;
    await this.app.get(ProjectsService).finish(person, enrollmentId, projectId);
    return projectId;
  }

  /** A practice exam in every third week after the first, a little better each time. */
  private async practise(learner: DemoLearner, person: Person, enrollmentId: string, daysAgo: number): Promise<void> {
    const lived = learner.enrolledDaysAgo - daysAgo;
    if (lived === 0 || lived % 18 !== 0) return;
    const { levelId, releaseId } = await this.app.get(EnrollmentsService).ownedBy(person, enrollmentId);
    const { skills } = await this.app.get(CurriculumService).levelContent(levelId, releaseId);
    const takenOn = this.today(learner).subtract({ days: daysAgo }).toString();
    await this.app.get(PracticeService).record(person, enrollmentId, { takenOn, ...practiceOf(learner, skills, lived, this.manner) });
  }

  private async pass(learner: DemoLearner, person: Person, enrollmentId: string): Promise<void> {
    const takenOn = this.today(learner).add({ days: learner.examInDays }).toString();
    await this.app.get(OutcomesService).record(person, enrollmentId, { takenOn, result: 'passed', scorePercent: 86, validUntil: null });
  }

  private today({ timeZone }: DemoLearner): Temporal.PlainDate {
    return this.now.toZonedDateTimeISO(timeZone).toPlainDate();
  }

  private at(learner: DemoLearner, daysAgo: number, time: Temporal.PlainTime): Temporal.Instant {
    return this.today(learner).subtract({ days: daysAgo }).toZonedDateTime({ timeZone: learner.timeZone, plainTime: time }).toInstant();
  }
}
