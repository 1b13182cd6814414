import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { readLevel } from '../../src/curriculum/curriculum.contract.js';
import { signOff } from '../../src/progress/evidence/sign-offs.contract.js';
import { rateSkill, recordPractice } from '../../src/progress/practice/practice.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { atEachWidth, openBrowser, PHONE } from './browser.js';
import { DAILY } from './every-day.js';

/** Nothing of it is cut or sticks out at its side. */
const isWhole = ({ scrollWidth, clientWidth }: { scrollWidth: number; clientWidth: number }) => scrollWidth <= clientWidth;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
type Skill = Awaited<ReturnType<Learner['readiness']>>['skills'][number];

/** Readiness as a learner reads it, until they decide about their exam; and as their mentor does. */
describe('readiness', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser();
  let learner: Learner;

  const at = async (path: string) => {
    const page = await browser.page();
    await page.goto(`${daymark.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const computation = () => daymark.signal('readiness-computed', learner.enrollmentId);
  /** Eight days of study, some work on a project, a rating, and a practice exam. */
  const studies = async () => {
    const skills = [...new Set((await learner.plan()).items.flatMap(({ skillId }) => skillId ?? []))];
    for (const day of [9, 8, 7, 6, 5, 4, 3, 2]) {
      const computed = computation();
      await learner.logs({ date: inDays(-day), minutes: 60, skillId: skills[day % 3]! });
      await computed;
    }
    const { projects, skills: all } = await learner.call(readLevel, { params: { levelId: (await learner.reads()).level.id } });
    const project = projects.find(({ shows }) => shows.length > 0)!;
    const shown = all.find(({ slug }) => slug === project.shows[0])!;
    await learner.logs({ date: inDays(-2), minutes: 50, projectId: project.id });
    await learner.call(rateSkill, { params: { enrollmentId: learner.enrollmentId, skillId: shown.id }, body: { rating: 4 } });
    const body = { takenOn: inDays(-1), source: 'Mock exam A', itemsRight: 21, itemsAsked: 30, skills: [] };
    await learner.call(recordPractice, { params: { enrollmentId: learner.enrollmentId }, body, headers: { 'idempotency-key': crypto.randomUUID() } });
    // Each of them may be computed on its own.
    const isWhole = ({ itemsAnswered, behind }: Skill) => itemsAnswered > 0 && behind.projects.length > 0 && behind.items.ratings.of > 0;
    for (let next = computation(); !(await learner.readiness()).skills.some(isWhole); next = computation()) await next;
  };

  it('says what would be enough while it is too early, and makes up no number', async () => {
    learner = await daymark.learner({ examOn: inDays(12), availability: DAILY });
    const computed = daymark.signal('readiness-computed', learner.enrollmentId);
    await learner.logs({ date: inDays(0), minutes: 30 });
    await computed;
    await browser.as(daymark.url, learner.email);
    const page = await at('/readiness');
    const held = page.getByRole('region', { name: 'What you hold today' });
    await held.getByText(/more study days?, or \d+ more items of a practice exam\./).waitFor();
    expect(await held.getByRole('img').count()).toBe(0);
    await page.getByRole('region', { name: 'Chance to pass' }).getByText('It comes with your first score.').waitFor();
    await browser.shoot('readiness-too-early');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await at('/readiness/exam-date');
    await page.getByRole('heading', { name: 'Nothing to weigh yet' }).waitFor();
    await browser.shoot('exam-date-too-early');
    expect(await barriersAtEachWidth(page)).toEqual([]);
  }, 240_000);

  it('says the main reason first, then both answers, never without their ranges', async () => {
    await studies();
    const page = await at('/readiness');
    await page.getByText('What holds it back most:').waitFor();
    const { score, low, high, chance } = await learner.readiness();
    await page.getByRole('img', { name: `Readiness ${score} of 100, most likely ${low} to ${high}` }).waitFor();
    const onExam = page.getByRole('region', { name: 'Chance to pass on' });
    await onExam.getByText(/Somewhere from \d+ to \d+/).waitFor();
    await onExam.getByText(/Of those given such a chance/).waitFor();
    const why = page.getByRole('region', { name: `Why ${Math.round(100 * chance!.probability)}%` });
    await why.getByText('The usual learner').waitFor();
    await why.getByText(/held to what the level takes/).waitFor();
    await browser.shoot('readiness');
    expect(await barriersAtEachWidth(page)).toEqual([]);
  }, 240_000);

  it('splits each skill into parts that sum to its points, by keyboard, each leading to what is behind it', async () => {
    const page = await browser.page();
    const skill = (await learner.readiness()).skills.find(({ behind }) => behind.items.ratings.of > 0)!;
    const toggle = page.locator('summary', { hasText: `What it is made of: ${skill.title}` });
    await toggle.focus();
    await page.keyboard.press('Enter');
    const parts = page.getByRole('list', { name: `Points of ${skill.title}` });
    const told = (await parts.locator(':scope > li > .num').allInnerTexts()).map((text) => Number(text.replace('−', '-')));
    expect(told.slice(0, -1).reduce((sum, points) => sum + points, 0)).toBeCloseTo(told.at(-1)!, 5);
    expect(told.at(-1)).toBeCloseTo(skill.points, 5);
    await parts
      .getByText(/1 exam, .*answered, right or wrong, counted as [\d.]+ of [\d.]+ items right, 70%, where study and projects suggest about \d+%/)
      .waitFor();
    await browser.shoot('readiness-parts');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    const log = page.getByRole('search', { name: 'The log' });
    const isFiltered = () => log.getByRole('button', { name: 'Filters, 1 set' }).waitFor();
    const follow = async (name: string, there: () => Promise<unknown>) => {
      await parts.getByRole('link', { name, exact: true }).click();
      await there();
      await page.goBack();
      await toggle.click();
    };
    const [project] = skill.behind.projects;
    await follow('Study', isFiltered);
    await follow(`50 min logged for ${project!.title}`, async () => {
      await isFiltered();
      await page.getByRole('button', { name: /^Correct 50 min on/ }).waitFor();
    });
    await follow(project!.title, () => page.getByRole('heading', { level: 2, name: project!.title }).waitFor());
    await follow('Practice exams', async () => {
      await page.getByText(`Those that count for ${skill.title}.`).waitFor();
      await page.getByText('Mock exam A').waitFor();
    });
    await follow('Your own rating', () => page.locator(':focus', { hasText: `${skill.title}Alone` }).waitFor());
    await page.getByRole('link', { name: /Take a practice exam|min of|review of|Finish:/ }).first().waitFor(); // prettier-ignore
  }, 240_000);

  it('opens a skill that a link leads to, which then has the focus, and leads on to who signed it off', async () => {
    const [skill] = (await learner.readiness()).skills.filter(({ minutes }) => minutes > 0);
    const [mentor, admin] = [await daymark.withRoles('mentor'), await daymark.withRoles('admin')];
    const { enrollmentId } = learner;
    await admin.call(assignMentor, { params: { enrollmentId }, body: { mentorId: mentor.id } });
    const computed = daymark.signal('readiness-computed', enrollmentId);
    await mentor.call(signOff, { params: { enrollmentId, skillId: skill!.skillId }, body: { note: 'Seen at work' } });
    await computed;
    await at('/today');
    const page = await at(`/readiness#skill-${skill!.skillId}`);
    await page.locator('h3:focus', { hasText: skill!.title }).waitFor();
    const parts = page.getByRole('list', { name: `Points of ${skill!.title}` });
    await parts.getByRole('link', { name: 'Sign-off by a mentor' }).click();
    await page.locator('li:focus', { hasText: 'Seen at work' }).waitFor();
    await browser.shoot('practice-with-sign-off');
    expect(await barriersAtEachWidth(page)).toEqual([]);
  }, 240_000);

  it('keeps itself fresh where it is left open, while study is logged in another tab', async () => {
    const page = await at('/readiness');
    const [skill] = (await learner.readiness()).skills.filter(({ behind }) => behind.studyMinutes > 0);
    await page.locator('summary', { hasText: `What it is made of: ${skill!.title}` }).click();
    const study = page.getByRole('list', { name: `Points of ${skill!.title}` }).getByText(/logged for it/);
    const before = await study.innerText();
    const other = await page.context().newPage();
    await other.goto(`${daymark.url}/progress`);
    await other.getByRole('button', { name: 'Log study' }).first().click();
    const form = other.getByRole('form', { name: 'Log study' });
    await form.getByLabel('What', { exact: true }).first().click();
    await other.getByRole('option', { name: skill!.title }).click();
    await form.getByRole('button', { name: /^Log \d+ min$/ }).click();
    await study.filter({ hasNotText: before }).waitFor();
    await other.close();
  }, 240_000);

  it('draws the way to the exam as a fan, under the plan and at the present pace, and as a table', async () => {
    await daymark.database.query(
      `insert into readiness_snapshot (enrollment_id, date, score, low, high, probability, probability_low, probability_high)
      values ($1, $2, 40, 30, 52, 0.42, 0.2, 0.66), ($1, $3, 52, 40, 63, 0.58, 0.35, 0.77)`,
      [learner.enrollmentId, inDays(-20), inDays(-9)],
    );
    const page = await at('/readiness');
    const way = page.getByRole('region', { name: 'The way to the exam' });
    await way.getByRole('img', { name: /^Readiness likely on the exam date, .*: on plan \d+, eight cases of ten from \d+ to \d+; at this pace/ }).waitFor();
    await way.getByText('Show as a table').click();
    await way.getByRole('columnheader', { name: 'Eight of ten, on plan' }).waitFor();
    await way.getByRole('rowheader', { name: /exam$/ }).waitFor();
    await atEachWidth(page, async ({ width }) => {
      expect(await way.getByRole('region', { name: 'Readiness likely by day' }).evaluate(isWhole)).toBe(true);
      // Where no words have room at the ends of the lines, their key says where they lead.
      if (width === PHONE.width) await way.getByText(/^On plan: \d+ by the exam, \d+ to \d+ likely$/).waitFor();
    });
    await way.getByText('Likely ready, on plan').waitFor();
    await way.getByRole('button', { name: 'At this pace' }).click();
    await way.getByRole('img', { name: /: at this pace \d+/ }).waitFor();
    await way.getByRole('button', { name: 'Chance so far' }).click();
    await way.getByRole('img', { name: /^Chance of passing: \d+% \(\d+ to \d+\) today\. 42% \(20 to 66\) on/ }).waitFor();
    await way.getByText('Show as a table').click();
    await way.getByRole('cell', { name: '35 to 77' }).waitFor();
    await browser.shoot('readiness-chance-so-far');
    expect(await barriersAtEachWidth(page)).toEqual([]);
  }, 240_000);

  it('is asked for from Today within two weeks: keep the exam or move it, side by side, with one advised', async () => {
    let page = await at('/today');
    await page.getByText(/^Chance to pass on/).waitFor();
    const numbers = page.getByRole('list', { name: 'Readiness by skill' }).locator('b');
    const areWhole = () => numbers.evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth));
    for (const whole of await atEachWidth(page, areWhole)) expect(new Set(whole)).toEqual(new Set([true]));
    await browser.shoot('today-with-chance');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await page.getByRole('link', { name: 'Weigh it' }).click();
    await page.getByRole('heading', { level: 1, name: /^Keep or move / }).waitFor();
    const ways = page.getByRole('list', { name: 'Ways to go on' });
    await ways.getByRole('listitem').first().waitFor();
    expect(await ways.getByRole('listitem').count()).toBe(5);
    expect(await ways.getByText('Advised', { exact: true }).count()).toBe(1);
    expect(await ways.getByText('Chance to pass').count()).toBe(5);
    await page.getByText(/12 days to the exam: a good moment to decide/).waitFor();
    await browser.shoot('exam-date');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await ways
      .getByRole('link', { name: /^See the plan for it: Move to/ })
      .first()
      .click();
    const whatIf = page.getByRole('region', { name: 'What if' });
    expect(await whatIf.getByLabel('Exam date', { exact: true }).inputValue()).toBe(inDays(19));
    await browser.shoot('exam-date-tried');
    await whatIf.getByRole('button', { name: 'Make this my plan' }).click();
    await page.getByRole('status').getByText('The new plan is in place').waitFor();
    expect((await learner.reads()).examOn).toBe(inDays(19));
    // Where there is time yet, nobody is asked.
    page = await at('/today');
    await page.getByText(/^Chance to pass on/).waitFor();
    expect(await page.getByRole('link', { name: 'Weigh it' }).count()).toBe(0);
    await at('/readiness/exam-date');
    await page.getByText(/nothing has to be decided yet/).waitFor();
    await page.getByRole('link', { name: /^See the plan for it: Keep it, and study 30 min more a day/ }).click();
    await page.getByRole('region', { name: 'What if' }).getByText('10 h 30').waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it("is on the mentor's board and page with the same parts", async () => {
    const [mentor, admin] = [await daymark.withRoles('mentor'), await daymark.withRoles('admin')];
    await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
    const page = await browser.as(daymark.url, mentor.email);
    await page.goto(`${daymark.url}/board`);
    await page.getByText(/^\d+% \(\d+ to \d+\)/).waitFor();
    await browser.shoot('board-with-chance');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await page.getByRole('link', { name: 'Wren Harbour' }).first().click();
    await page.getByText('What holds it back most:').waitFor();
    await page.getByText('Their chance').waitFor();
    const [skill] = (await learner.readiness()).skills.filter(({ minutes }) => minutes > 0);
    await page.locator('summary', { hasText: `What it is made of: ${skill!.title}` }).click();
    const parts = page.getByRole('list', { name: `Points of ${skill!.title}` });
    await parts.getByText(/^Study/).waitFor();
    expect(await parts.getByRole('link').count()).toBe(0);
    await browser.shoot('learner-with-chance');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
