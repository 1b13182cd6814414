import { changeExamDate, changePace } from '../../src/enrollments/enrollments.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser } from './browser.js';
import { DAILY } from './every-day.js';
import { undo } from './undo.js';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a plan within limits', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser();
  let learner: Learner;
  const choose = async (place: string, label: string, option: string) => {
    const page = await browser.page();
    await page.getByRole('region', { name: place }).getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const isSound = async () => expect(await barriersAtEachWidth(await browser.page())).toEqual([]);

  it('keeps the pace that is set beside the usual week, and takes it back', async () => {
    learner = await daymark.learner({ examOn: inDays(90), availability: DAILY });
    const page = await browser.as(daymark.url, learner.email);
    await page.goto(`${daymark.url}/settings`);
    await choose('Preparing for MLOps Foundation', 'At most a day', '45 min');
    await choose('Preparing for MLOps Foundation', 'Shortest session', '30 min');
    await browser.shoot('pace-settings');
    await isSound();
    await page.getByRole('button', { name: 'Save this pace' }).click();
    await page.getByRole('status').getByText('Saved. The plan follows').waitFor();
    expect((await learner.reads()).pace).toEqual({ mostMinutesADay: 45, shortestSessionMinutes: 30 });
    await undo(page, 'Saved. The plan follows');
    await page.getByRole('region', { name: 'Preparing for MLOps Foundation' }).getByRole('combobox', { name: 'At most a day' }).and(page.locator('[value="No limit"]')).waitFor(); // prettier-ignore
    expect((await learner.reads()).pace).toEqual({ mostMinutesADay: null, shortestSessionMinutes: 20 });
  }, 240_000);

  it('tries another pace, and keeps it once it is accepted', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/plan`);
    await page.getByRole('button', { name: 'What if' }).click();
    await choose('What if', 'At most a day', '30 min');
    const whatIf = page.getByRole('region', { name: 'What if' });
    await whatIf.getByRole('rowheader', { name: 'Last new work' }).waitFor();
    await browser.shoot('what-if-pace');
    await isSound();
    await whatIf.getByRole('button', { name: 'Make this my plan' }).click();
    await page.getByRole('status').getByText('The new plan is in place').waitFor();
    expect((await learner.reads()).pace).toEqual({ mostMinutesADay: 30, shortestSessionMinutes: 20 });
    await undo(page, 'The new plan is in place');
    await page.getByRole('region', { name: 'Changes of the plan' }).getByText('taken back').first().waitFor();
    expect((await learner.reads()).pace).toEqual({ mostMinutesADay: null, shortestSessionMinutes: 20 });
  }, 240_000);

  it('says where the limit of a day is what leaves no room to study more, and tries a higher one', async () => {
    const params = { enrollmentId: learner.enrollmentId };
    await learner.call(changeExamDate, { params, body: { examOn: inDays(9) } });
    await learner.call(changePace, { params, body: { mostMinutesADay: 30, shortestSessionMinutes: 20 } });
    const page = await browser.page();
    await page.goto(`${daymark.url}/plan`);
    const ways = page.getByRole('list', { name: 'Ways out' });
    await ways.getByText(/30 min a day, the limit that is set/).waitFor();
    expect(await ways.getByText(/min more on each planned day/).count()).toBe(0);
    await browser.shoot('plan-limit-in-the-way');
    await isSound();
    await ways.getByRole('button', { name: /^Try it: Raise the limit to/ }).click();
    await page.getByRole('region', { name: 'What if' }).getByText('It fits').waitFor();
    await learner.call(changePace, { params, body: { mostMinutesADay: null, shortestSessionMinutes: 20 } });
  }, 240_000);

  it('leaves out what does not fit, says so, and takes it back in', async () => {
    await learner.call(changeExamDate, { params: { enrollmentId: learner.enrollmentId }, body: { examOn: inDays(9) } });
    const page = await browser.page();
    await page.goto(`${daymark.url}/plan`);
    const way = page.getByRole('list', { name: 'Ways out' }).getByRole('button', { name: /^Try it: Leave out/ });
    await way.click();
    const whatIf = page.getByRole('region', { name: 'What if' });
    await whatIf.getByText('It fits').waitFor();
    await browser.shoot('what-if-leave-out');
    await isSound();
    await whatIf.getByRole('button', { name: 'Make this my plan', disabled: false }).click();
    await page.getByRole('status').getByText('The new plan is in place').waitFor();
    const leftOut = page.getByRole('region', { name: 'Left out of the plan' });
    await leftOut.getByRole('listitem').first().waitFor();
    const plan = await learner.plan();
    expect([plan.feasible, plan.leftOut.length > 0]).toEqual([true, true]);
    await browser.shoot('plan-left-out');
    await isSound();
    const [first] = plan.leftOut;
    await leftOut.getByRole('button', { name: `Take back in: ${first!.title}` }).click();
    await page.getByRole('status').getByText(`Back in the plan: ${first!.title}`).waitFor();
    expect((await learner.plan()).leftOut).toEqual(plan.leftOut.slice(1));
    await undo(page, 'Back in the plan: ');
    await leftOut.getByRole('button', { name: `Take back in: ${first!.title}` }).waitFor();
    expect((await learner.plan()).leftOut.map(({ partId }) => partId)).toEqual(plan.leftOut.map(({ partId }) => partId));

    // Any part may be left out, by its name.
    await page.getByRole('button', { name: 'What if' }).click();
    await page.getByRole('combobox', { name: 'Leave out' }).click();
    const option = page.getByRole('option').first();
    const name = (await option.textContent())!;
    await option.click();
    await whatIf.getByText(name).first().waitFor();
    await whatIf.getByRole('button', { name: 'Make this my plan', disabled: false }).waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
