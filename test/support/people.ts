import { v7 as uuidv7 } from 'uuid';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { enroll, readEnrollment, type Enrollment } from '../../src/enrollments/enrollments.contract.js';
import { readPlan, type Plan } from '../../src/plans/plans.contract.js';
import { logStudy, type StudyEntry } from '../../src/progress/progress.contract.js';
import { readReadiness, type Readiness } from '../../src/readiness/readiness.contract.js';
import { readToday, type Today } from '../../src/today/today.contract.js';
import type { Answer, Endpoint, Sent } from '../../src/platform/http/endpoint.contract.js';
import { register, renewSession, signIn, type Session } from '../../src/users/users.contract.js';
import { Caller, Refused } from './caller.js';

export const PASSWORD = 'correct horse battery';
export const EVENINGS = { monday: 60, tuesday: 60, wednesday: 60, thursday: 60, friday: 0, saturday: 120, sunday: 0 };

/** Someone with an account, in the words of the product. */
export class Someone extends Caller {
  session!: Session;

  get id(): string {
    return this.session.account.id;
  }

  get email(): string {
    return this.session.account.email;
  }

  async registers({ name = 'Wren Harbour', email = `${uuidv7()}@harbour.example`, timeZone = 'UTC' } = {}): Promise<this> {
    return this.holds(await this.call(register, { body: { email, password: PASSWORD, name, timeZone } }));
  }

  async signsIn(email: string, password = PASSWORD): Promise<this> {
    return this.holds(await this.call(signIn, { body: { email, password } }));
  }

  protected holds(session: Session): this {
    this.session = session;
    this.token = session.accessToken;
    return this;
  }
}

type Study = Partial<Sent<typeof logStudy>['body']> & { date: string; minutes: number };

/** A learner, mostly with an enrollment. As in the web app, a token that ran out is renewed by itself, unless a test is about that. */
export class Learner extends Someone {
  enrollment!: Enrollment;
  renews = true;

  override async call<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<Answer<E>> {
    try {
      return await super.call(endpoint, sent);
    } catch (error) {
      const hasRunOut = error instanceof Refused && error.problem.type === '/problems/not-signed-in';
      if (!this.renews || !hasRunOut || !this.cookie) throw error;
      this.holds(await super.call(renewSession, {}));
      return super.call(endpoint, sent);
    }
  }

  get enrollmentId(): string {
    return this.enrollment.id;
  }

  /** Enrolls in a level of the shipped certification; a test says only what matters to it. */
  async enrolls({ level = 'foundation', examOn = '2026-04-01', availability = EVENINGS } = {}): Promise<this> {
    const certification = await this.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const found = certification.levels.find(({ slug }) => slug.includes(level));
    if (!found) throw new Error(`There is no level ${level}`);
    this.enrollment = await this.call(enroll, { body: { levelId: found.id, examOn, availability } });
    return this;
  }

  logs(study: Study, key?: string, enrollmentId = this.enrollmentId): Promise<StudyEntry> {
    return this.call(logStudy, { params: { enrollmentId }, body: study, ...(key && { headers: { 'idempotency-key': key } }) } as Sent<typeof logStudy>);
  }

  /** The refusal of a log. */
  fails(study: object, key?: string, enrollmentId = this.enrollmentId) {
    return this.refused(logStudy, { params: { enrollmentId }, body: study, ...(key && { headers: { 'idempotency-key': key } }) });
  }

  plan = (): Promise<Plan> => this.call(readPlan, { params: { enrollmentId: this.enrollmentId } });
  readiness = (): Promise<Readiness> => this.call(readReadiness, { params: { enrollmentId: this.enrollmentId } });
  today = (): Promise<Today> => this.call(readToday, { params: { enrollmentId: this.enrollmentId } });
  reads = (): Promise<Enrollment> => this.call(readEnrollment, { params: { enrollmentId: this.enrollmentId } });
}
