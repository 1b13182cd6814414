import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { listCertifications, listReleases, readCertification, readLevel } from '../../src/curriculum/curriculum.contract.js';
import { assignMentor, listEnrollments } from '../../src/enrollments/enrollments.contract.js';
import { listLearners } from '../../src/mentoring/mentoring.contract.js';
import { readPlan } from '../../src/plans/plans.contract.js';
import { listStudyDays } from '../../src/progress/progress.contract.js';
import { setReminderRule } from '../../src/reminders/reminders.contract.js';
import { setAccountRoles } from '../../src/users/users.contract.js';
import { v7 as uuidv7 } from 'uuid';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

/** A mailbox of the test: a real SMTP server that keeps what it gets. */
function postOffice() {
  const mails: ParsedMail[] = [];
  const waiting: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        waiting.splice(0).forEach((wake) => wake());
        done();
      });
    },
  });
  return {
    mails,
    listen: () =>
      new Promise<string>((resolve) => server.listen(0, '127.0.0.1', () => resolve(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`))),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
    /** Resolves when there is a mail to this address. */
    async to(address: string): Promise<ParsedMail> {
      for (;;) {
        const mail = mails.find(({ to }) => [to].flat().some((each) => each?.text.includes(address)));
        if (mail) return mail;
        await new Promise<void>((wake) => waiting.push(wake));
      }
    },
  };
}

const office = postOffice();
const smtpUrl = await office.listen();

/** The main job of Daymark, from a learner's first visit to the mentor who reads how it goes. Each step stands on the one before. */
describe('from a first visit to knowing how ready one is', () => {
  const daymark = startDaymark({ worker: true, settings: { SMTP_URL: smtpUrl } });
  let learner: Learner;
  afterAll(() => office.close());

  it('begins with a certification that came along, as an admin sees it', async () => {
    const admin = await daymark.withRoles('admin');
    const { items } = await admin.call(listCertifications, { query: {} });
    expect(items).toContainEqual(expect.objectContaining({ title: 'Certified MLOps Engineer', release: 1 }));
    const certification = await admin.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    expect(certification.levels.map(({ track }) => track)).toHaveLength(4);
    expect([certification.learningPaths.length, certification.jobRoles.length, certification.providers.length, certification.questions.length]).toEqual([
      7, 8, 9, 20,
    ]);
    const releases = await admin.call(listReleases, { params: { slug: 'certified-mlops-engineer' } });
    expect(releases.items).toMatchObject([{ number: 1 }]);
  });

  it('shows a newcomer what a level demands, and what it recommends first', async () => {
    learner = await daymark.learner({ enrolled: false, timeZone: 'Europe/Berlin' });
    const { levels, jobRoles } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const engineer = jobRoles.find(({ title }) => title === 'Data Engineer');
    const [foundation, professional] = levels;
    expect(JSON.stringify(engineer)).toContain(foundation!.slug);
    const level = await learner.call(readLevel, { params: { levelId: professional!.id } });
    expect(level.prerequisites).toContainEqual(expect.objectContaining({ kind: 'level', level: foundation!.slug, rule: 'recommended' }));
  });

  it('makes a plan of thirty days that covers everything before the exam', async () => {
    await learner.enrolls({ examOn: '2026-04-01' });
    const plan = await learner.plan();
    const level = await learner.call(readLevel, { params: { levelId: learner.enrollment.level.id } });
    expect(plan.template).toBe('thirty-days');
    expect(new Set(plan.items.flatMap(({ skillId }) => skillId ?? []))).toEqual(new Set(level.skills.map(({ id }) => id)));
    expect(new Set(plan.items.flatMap(({ projectId }) => projectId ?? []))).toEqual(new Set(level.projects.map(({ id }) => id)));
    expect(plan.items.every(({ date }) => date >= '2026-03-02' && date < '2026-04-01')).toBe(true);
    expect(plan.items.some(({ date }) => new Date(date).getUTCDay() === 5)).toBe(false);
  });

  it('takes the planned item of today in one click, and counts a repeat of it once', async () => {
    const today = await learner.today();
    const [item] = today.items;
    const study = { date: today.date, minutes: item!.minutes, skillId: item!.skillId, planItemId: item!.id };
    const key = uuidv7();
    const first = await learner.logs(study, key);
    expect(await learner.logs(study, key)).toEqual(first);
    expect((await learner.today()).loggedMinutes).toBe(item!.minutes);
    expect((await learner.today()).items[0]).toMatchObject({ id: item!.id, state: 'done' });
  });

  it('knows within two seconds how ready the learner is', async () => {
    const { items } = await learner.plan();
    const study = items.filter(({ kind }) => kind === 'study').slice(0, 6);
    const yesterday = await learner.logs({ date: '2026-03-01', minutes: 120, skillId: study[0]!.skillId });
    daymark.clock.pass({ seconds: 1 });
    const entry = await learner.logs({ date: '2026-03-02', minutes: 90, skillId: study.at(-1)!.skillId });
    expect(entry.changedAt > yesterday.changedAt).toBe(true);
    const until = performance.now() + 2_000;
    let readiness = await learner.readiness();
    while (performance.now() < until && (readiness.coversUntil ?? '') < entry.changedAt) readiness = await learner.readiness();
    expect(readiness).toMatchObject({ state: 'computed', score: expect.any(Number), low: expect.any(Number), high: expect.any(Number) });
    expect(readiness.skills.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(readiness.score!, 0);
    expect(readiness.nextActions.length).toBeGreaterThan(0);
  });

  it('reminds by mail on a planned day with nothing logged, once', async () => {
    await learner.call(setReminderRule, { body: { localTime: '18:00', enabled: true } });
    daymark.clock.setTo('2026-03-03T17:30:00Z');
    daymark.triggers.fire('reminders');
    const mail = await office.to(learner.email);
    const planned = (await learner.plan()).items.find(({ date }) => date === '2026-03-03');
    expect(mail.text).toContain(planned!.title);
    expect(mail.text).toContain('/today');
    expect(mail.text).toContain('/unsubscribe/');
    expect(mail.headers.get('list-unsubscribe-post') ?? JSON.stringify(mail.headers.get('list'))).toMatch(/One-Click/i);
    for (const _ of [1, 2, 3]) daymark.triggers.fire('reminders');
    expect(await learner.today()).toMatchObject({ date: '2026-03-03' });
    expect(office.mails.filter(({ to }) => [to].flat().some((each) => each?.text.includes(learner.email)))).toHaveLength(1);
  });

  it('shows a mentor the learners assigned to them, and nobody else', async () => {
    const admin = await daymark.withRoles('admin');
    const mentor = await daymark.learner({ enrolled: false, name: 'Harriet Lode' });
    await admin.call(setAccountRoles, { params: { accountId: mentor.id }, body: { accountRoles: ['mentor'] } });
    await mentor.signsIn(mentor.email);
    const { enrollmentId } = learner;
    expect(await mentor.call(listLearners, { query: {} })).toMatchObject({ items: [] });
    expect(await mentor.refused(readPlan, { params: { enrollmentId } })).toMatchObject({ type: '/problems/not-found' });
    await admin.call(assignMentor, { params: { enrollmentId }, body: { mentorId: mentor.id } });
    expect(await mentor.call(listLearners, { query: {} })).toMatchObject({
      items: [{ enrollmentId, name: 'Wren Harbour', lastStudiedOn: '2026-03-02', daysToExam: 29 }],
    });
    expect((await mentor.call(readPlan, { params: { enrollmentId } })).items.length).toBeGreaterThan(0);
    expect((await mentor.call(listStudyDays, { params: { enrollmentId }, query: {} })).items).toHaveLength(2);
    expect((await mentor.call(listEnrollments, { query: {} })).items).toEqual([]);
  });
});
