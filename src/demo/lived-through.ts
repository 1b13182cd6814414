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
import type { StudyEntryInput } from '../progress/progress.contract.js';
import { ProjectsService } from '../progress/projects.service.js';
import { StudyLogService } from '../progress/study-log.service.js';
import { Recompute } from '../readiness/recompute.service.js';
import { TodayService } from '../today/today.service.js';
import { AccountsService } from '../users/accounts.service.js';
import { seededRandom } from '../platform/seeded-random.js';
import { DaysBack, ENROLLED_AT, foundedAt } from './days-back.js';
import { HandedIn, type DemoEnrollment } from './handed-in.js';
import { LEARNERS, mannerOf, MENTORS, practiceOf, studyOf, type DemoLearner } from './school.js';
import type { SetClock } from './set-clock.js';

type Roll = () => number;

const CERTIFICATION = 'certified-mlops-engineer';
const MORNING = Temporal.PlainTime.from('09:15');
const EVENING = Temporal.PlainTime.from('19:30');

/**
 * Lets the demo school live: everybody does their sixty days through the very services that the API calls, each day on its date. The last
 * day lived is yesterday, so that it is the same story at whatever hour it is told.
 */
export class LivedThrough {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: SetClock,
    private readonly now: Temporal.Instant,
    private readonly password: string,
    private readonly email: (name: string) => string,
  ) {}

  async live(learners: readonly DemoLearner[] = LEARNERS): Promise<void> {
    this.clock.setTo(foundedAt(this.now));
    const admin = await this.account('Admin', 'UTC', ['admin']);
    const mentors: Person[] = [];
    for (const name of MENTORS) mentors.push(await this.account(name, 'Europe/Berlin', ['mentor']));
    const enrolled = new Map<DemoLearner, DemoEnrollment>();
    // The first one first, as the audit trail tells it.
    for (const learner of learners.toSorted((a, b) => b.enrolledDaysAgo - a.enrolledDaysAgo)) {
      const mentor = learner.mentor === null ? undefined : mentors[learner.mentor];
      const enrollment = { ...(await this.enroll(learner)), mentor };
      enrolled.set(learner, enrollment);
      if (mentor) await this.app.get(EnrollmentChangesService).assignMentor(admin, enrollment.enrollmentId, mentor.id);
    }
    for (const learner of learners) await this.study(learner, enrolled.get(learner)!);
    this.clock.setTo(this.now);
    await this.app.get(Recompute).of([...enrolled.values()].map(({ enrollmentId }) => enrollmentId));
  }

  private async account(name: string, timeZone: string, roles: ('learner' | 'mentor' | 'admin')[]): Promise<Person> {
    const email = this.email(name);
    const shown = name === 'Admin' ? 'Rhea Beacon' : name;
    const { id } = await this.app.get(AccountsService).create({ name: shown, email, timeZone, password: this.password, isPasswordMadeUp: true, roles });
    return { id, roles };
  }

  private async enroll(learner: DemoLearner): Promise<Omit<DemoEnrollment, 'mentor'>> {
    const days = this.daysBack(learner);
    this.clock.setTo(days.at(learner.enrolledDaysAgo, ENROLLED_AT));
    const person = await this.account(learner.name, learner.timeZone, ['learner']);
    const { levels } = await (await this.app.get(CurriculumService).certification(CERTIFICATION)).read();
    const level = levels.find(({ slug }) => slug === learner.level);
    if (!level) throw new Error(`The shipped curriculum has no level ${learner.level}`);
    const enrolling = { levelId: level.id, examOn: days.date(-learner.examInDays).toString(), availability: days.availability(learner.week) };
    const { id } = await this.app.get(EnrollingService).enroll(person, enrolling);
    return { person, enrollmentId: id, level };
  }

  private async study(learner: DemoLearner, enrollment: DemoEnrollment): Promise<void> {
    const { person, enrollmentId } = enrollment;
    const days = this.daysBack(learner);
    const handedIn = new HandedIn(this.app, enrollment, learner.handsIn ?? []);
    // Two, so that how something went changes nothing of how much was done; of each learner's own, so that nobody's story depends on others.
    const [roll, manner] = [seededRandom(LEARNERS.indexOf(learner) + 1), seededRandom(LEARNERS.indexOf(learner) + 4_711)];
    for (let daysAgo = learner.enrolledDaysAgo; daysAgo >= Math.max(1, -learner.examInDays); daysAgo--) {
      this.clock.setTo(days.at(daysAgo, MORNING));
      await handedIn.live(daysAgo, 'morning');
      this.clock.setTo(days.at(daysAgo, EVENING));
      if (daysAgo > learner.silentDays) {
        await this.day(learner, enrollment, roll, manner);
        await this.practise(learner, enrollment, daysAgo, manner);
      }
      await handedIn.live(daysAgo, 'evening');
      await this.app.get(Recompute).of([enrollmentId]);
    }
    if (learner.passed) await this.pass(learner, person, enrollmentId);
  }

  /** A day as it goes: the planned items from the first on, as far as strength reaches. */
  private async day(learner: DemoLearner, { person, enrollmentId }: DemoEnrollment, roll: Roll, manner: Roll): Promise<void> {
    const { date, items, plannedMinutes } = await this.app.get(TodayService).read(person, enrollmentId);
    let { minutes: left, note } = studyOf(learner, plannedMinutes, roll);
    for (const item of items) {
      const minutes = item === items.at(-1) ? left : Math.min(left, item.minutes);
      if (minutes < 5) break;
      await this.log(person, enrollmentId, item, { date, minutes, note, ...mannerOf(item.kind, manner) });
      left -= minutes;
      note = '';
    }
  }

  /** The last part of a project finishes it. */
  private async log(
    person: Person,
    enrollmentId: string,
    { id, skillId, projectId, title, kind }: PlanItem,
    study: Pick<StudyEntryInput, 'date' | 'minutes' | 'note' | 'kind' | 'recall'>,
  ): Promise<void> {
    await this.app.get(StudyLogService).log(person, enrollmentId, { ...study, skillId, projectId, planItemId: id, source: 'web' });
    const [, part, parts] = /part (\d+) of (\d+)$/.exec(title) ?? [];
    if (kind === 'project' && projectId !== null && part === parts) await this.app.get(ProjectsService).finish(person, enrollmentId, projectId);
  }

  /** A practice exam in every third week after the first, a little better each time. */
  private async practise(learner: DemoLearner, { person, enrollmentId }: DemoEnrollment, daysAgo: number, manner: Roll): Promise<void> {
    const lived = learner.enrolledDaysAgo - daysAgo;
    if (lived === 0 || lived % 18 !== 0) return;
    const { levelId, releaseId } = await this.app.get(EnrollmentsService).ownedBy(person, enrollmentId);
    const { skills } = await this.app.get(CurriculumService).levelContent(levelId, releaseId);
    const takenOn = this.daysBack(learner).date(daysAgo).toString();
    await this.app.get(PracticeService).record(person, enrollmentId, { takenOn, ...practiceOf(learner, skills, lived, manner) });
  }

  private async pass(learner: DemoLearner, person: Person, enrollmentId: string): Promise<void> {
    const takenOn = this.daysBack(learner).date(-learner.examInDays).toString();
    await this.app.get(OutcomesService).record(person, enrollmentId, { takenOn, result: 'passed', scorePercent: 86, validUntil: null });
  }

  private daysBack({ timeZone }: DemoLearner): DaysBack {
    return new DaysBack(this.now, timeZone);
  }
}
