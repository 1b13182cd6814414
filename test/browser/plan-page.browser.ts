import { addBreak } from '../../src/enrollments/availability/availability.contract.js';
import { assignMentor, changeExamDate } from '../../src/enrollments/enrollments.contract.js';
import type { Plan, PlanItem } from '../../src/plans/plans.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { atEachWidth, DESK, openBrowser, overflowOf, PHONE } from './browser.js';
import { DAILY } from './every-day.js';
import { undo } from './undo.js';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const dayName = (date: string) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`)).replace(',', '');

describe('the plan page', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser();
  let learner: Learner;
  const standing = (plan: Plan) => plan.items.map(({ id, date, pinned }) => `${id} ${date} ${pinned}`);
  const openOn = ({ items }: Plan, date: string) => items.filter((item) => item.date === date && item.state === 'open');
  /** Undoes the last change, and waits until the server has done it. */
  const undoChange = async (text: string) => {
    const page = await browser.page();
    const answer = page.waitForResponse((response) => response.request().method() === 'DELETE' && response.url().endsWith('/acceptance'));
    await undo(page, text);
    expect((await answer).status()).toBe(200);
  };
  const day = async (date: string) => {
    const page = await browser.page();
    // On the phone the days are a list, at the desk a table.
    return page.viewportSize()?.width === PHONE.width
      ? page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: dayName(date) }) })
      : page.getByRole('cell', { name: dayName(date) });
  };
  const item = async ({ title, date }: PlanItem) => (await day(date)).getByRole('button', { name: title.replace(/, part.*$/, '') }).first();

  it('opens with the way to the exam, to scale and as a table', async () => {
    learner = await daymark.learner({ examOn: inDays(40), availability: DAILY });
    const holiday = { kind: 'holiday' as const, fromOn: inDays(28), toOn: inDays(31), note: 'By the sea' };
    await learner.call(addBreak, { params: { enrollmentId: learner.enrollmentId }, body: holiday });
    const page = await browser.as(daymark.url, learner.email);
    await page.goto(`${daymark.url}/plan`);
    const timeline = page.getByRole('figure', { name: 'Timeline to the exam' });
    await timeline.getByText('Show as a table').click();
    await timeline.getByRole('rowheader', { name: 'Exam' }).waitFor();
    await timeline.getByRole('rowheader', { name: 'Break: By the sea' }).waitFor();
    await timeline.getByText('Show as a table').click();
    await page.getByRole('region', { name: 'Not open yet' }).getByRole('listitem').first().waitFor();
    await browser.shoot('plan');
    expect(await barriersAtEachWidth(page)).toEqual([]);
  }, 240_000);

  it('moves an item to another day by keyboard, pins it there, and takes that back', async () => {
    const page = await browser.page();
    const before = await learner.plan();
    const moved = openOn(before, inDays(1))[0]!;
    await (await item(moved)).focus();
    await page.keyboard.press('Enter');
    const acts = page.getByRole('dialog');
    await acts.getByLabel('Move to').fill(inDays(4));
    await browser.shoot('plan-item');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await acts.getByRole('button', { name: 'Move and pin' }).press('Enter');
    await page.getByRole('status').getByText('is pinned to').waitFor();
    expect((await learner.plan()).items.find(({ id }) => id === moved.id)).toMatchObject({ date: inDays(4), pinned: true });
    await (await day(inDays(4))).getByRole('button', { name: 'pinned' }).first().waitFor();
    await browser.shoot('plan-moved');
    await undoChange('is pinned to');
    expect(standing(await learner.plan())).toEqual(standing(before));
  }, 240_000);

  it('pins an item where it stands on the phone and lets it go; and saves it for a calendar', async () => {
    const page = await browser.page();
    await page.setViewportSize(PHONE);
    const before = await learner.plan();
    const pinned = openOn(before, inDays(2))[0]!;
    await (await item(pinned)).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Pin to this day' }).click();
    await page.getByRole('status').getByText('is pinned to').waitFor();
    await (await item(pinned)).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Unpin/ })
      .click();
    await page.getByRole('status').getByText('may be moved again').waitFor();
    expect(standing(await learner.plan())).toEqual(standing(before));
    await (await item(pinned)).click();
    const download = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'Add to calendar' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.ics$/);
    await page.setViewportSize(DESK);
  }, 240_000);

  it.each(['Month', 'Week'])(
    'drags an item to another day in the view %s',
    async (view) => {
      const page = await browser.page();
      await page.reload();
      await page.getByRole('group', { name: 'View' }).getByRole('button', { name: view }).click();
      await browser.shoot(`plan-${view.toLowerCase()}`);
      const before = await learner.plan();
      // Two days of the week that is shown, today among them.
      const shown = await page.getByRole('cell').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')));
      const [from, to] = [0, 1, 2, 3, 4, 5, 6].map(inDays).filter((date) => shown.includes(dayName(date))).slice(0, 2); // prettier-ignore
      if (!to) await page.getByRole('button', { name: view === 'Month' ? 'Later weeks' : 'The week after' }).click();
      const [source, target] = to ? [from!, to] : [inDays(2), inDays(3)];
      const dragged = openOn(before, source)[0]!;
      await (await item(dragged)).scrollIntoViewIfNeeded();
      const handle = (await (await item(dragged)).boundingBox())!;
      const cell = (await (await day(target)).boundingBox())!;
      await page.mouse.move(handle.x + 20, handle.y + 12);
      await page.mouse.down();
      await page.mouse.move(handle.x + 40, handle.y + 20, { steps: 3 });
      await page.mouse.move(cell.x + cell.width / 2, cell.y + cell.height / 2, { steps: 8 });
      await page.mouse.up();
      await page.getByRole('status').getByText('is pinned to').waitFor();
      expect((await learner.plan()).items.find(({ id }) => id === dragged.id)).toMatchObject({ date: target, pinned: true });
      await undoChange('is pinned to');
      expect(standing(await learner.plan())).toEqual(standing(before));
    },
    240_000,
  );

  it('logs an item as done from where it stands, on the phone', async () => {
    const page = await browser.page();
    await page.setViewportSize(PHONE);
    await page.reload();
    const done = openOn(await learner.plan(), inDays(0))[0]!;
    await (await item(done)).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `Done, log ${done.minutes} min` })
      .click();
    await page.getByRole('status').getByText(`${done.minutes} min logged`).waitFor();
    expect((await learner.plan()).items.find(({ id }) => id === done.id)).toMatchObject({ state: 'done' });
    await page.setViewportSize(DESK);
  }, 240_000);

  it('adds a workshop, changes and removes it, and the plan makes room', async () => {
    const page = await browser.page();
    await page.reload();
    const fixed = page.getByRole('region', { name: 'Fixed dates' });
    await fixed.getByRole('button', { name: 'Add a fixed date' }).click();
    const form = fixed.getByRole('form', { name: 'Add a fixed date' });
    await form.getByLabel('Title').fill('A day with the team');
    await form.getByLabel('Date').fill(inDays(5));
    await form.getByLabel('Minutes').fill('60');
    await browser.shoot('plan-fixed-form');
    await form.getByRole('button', { name: 'Add it' }).click();
    await fixed.getByRole('listitem').getByText('A day with the team').waitFor();
    expect(await learner.plan()).toMatchObject({ fixedDates: [{ title: 'A day with the team', date: inDays(5), minutes: 60 }] });
    expect(openOn(await learner.plan(), inDays(5))).toEqual([]);
    await browser.shoot('plan-fixed');
    await fixed.getByRole('button', { name: 'Change A day with the team' }).click();
    const change = fixed.getByRole('form', { name: 'Change A day with the team' });
    await change.getByRole('button', { name: 'Cohort session' }).click();
    await change.getByLabel('Minutes').fill('30');
    await change.getByRole('button', { name: 'Save' }).click();
    await fixed.getByText(/^Cohort session, .*30 min$/).waitFor();
    await fixed.getByRole('button', { name: 'Remove A day with the team' }).click();
    await page.getByRole('status').getByText('Its time is free').waitFor();
    expect((await learner.plan()).fixedDates).toEqual([]);
  }, 240_000);

  it('shows a plan made anew before and after, uses it, and takes it back', async () => {
    const page = await browser.page();
    await page.reload();
    await page.getByRole('button', { name: 'Plan it anew' }).waitFor();
    // Study otherwise than planned: what is left to do is arranged anew.
    const { items, today } = await learner.plan();
    await learner.logs({ date: today, minutes: 150, skillId: items.find(({ skillId, date }) => skillId !== null && date > today)?.skillId ?? null });
    const before = await learner.plan();
    await page.getByRole('button', { name: 'Plan it anew' }).click();
    await page.getByText('A new arrangement').waitFor();
    await page.getByRole('button', { name: 'See before and after', exact: true }).click();
    const whole = page.getByRole('region', { name: 'Before and after' });
    await whole.getByRole('rowheader', { name: 'Last new work' }).waitFor();
    await browser.shoot('plan-proposal');
    await whole.getByRole('button', { name: 'By day' }).click();
    await whole.getByRole('table', { name: 'Days that change' }).waitFor();
    await browser.shoot('plan-proposal-days');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await browser.shoot('plan-proposal-dark');
    await page.emulateMedia({ colorScheme: 'light' });

    await page.goto(`${daymark.url}/today`);
    await page.getByText('A new arrangement waits for you').waitFor();
    await browser.shoot('today-proposal');
    await page.getByRole('link', { name: 'Look at it' }).click();
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByRole('status').getByText('The new plan is in place').waitFor();
    expect(standing(await learner.plan())).not.toEqual(standing(before));
    await undoChange('The new plan is in place');
    expect(standing(await learner.plan())).toEqual(standing(before));
    const changes = page.getByRole('region', { name: 'Changes of the plan' });
    await changes.getByText('taken back').first().waitFor();
    await browser.shoot('plan-changes');
  }, 240_000);

  it('tries another date and week, sees what becomes of the plan, and accepts it', async () => {
    const page = await browser.page();
    await page.getByRole('button', { name: 'What if' }).click();
    const whatIf = page.getByRole('region', { name: 'What if' });
    await whatIf.getByLabel('Exam date').fill(inDays(9));
    await whatIf.getByText(/needed, .* available/).waitFor();
    await whatIf
      .getByRole('list', { name: 'Ways out' })
      .getByRole('button', { name: /^Try it: Move the exam/ })
      .waitFor();
    await browser.shoot('plan-what-if-short');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await whatIf.getByRole('button', { name: /^Try it: Move the exam/ }).click();
    await whatIf.getByText('It fits').waitFor();
    await whatIf.getByLabel('Exam date').fill(inDays(60));
    await whatIf.getByRole('slider', { name: 'Friday' }).fill('0');
    await whatIf.getByRole('rowheader', { name: 'Last new work' }).waitFor();
    await whatIf.getByRole('rowheader', { name: 'Ready by then, if all is done' }).waitFor();
    await whatIf.getByRole('button', { name: 'Make this my plan', disabled: false }).waitFor();
    await browser.shoot('plan-what-if');
    expect((await learner.reads()).examOn).toBe(inDays(40));
    await whatIf.getByRole('button', { name: 'Make this my plan' }).click();
    await page.getByRole('status').getByText('The new plan is in place').waitFor();
    expect(await learner.reads()).toMatchObject({ examOn: inDays(60), availability: { ...DAILY, friday: 0 } });
    await undoChange('The new plan is in place');
    expect(await learner.reads()).toMatchObject({ examOn: inDays(40), availability: DAILY });
  }, 240_000);

  it('puts first what moves readiness most, once the learner says so', async () => {
    const page = await browser.page();
    await page.reload();
    await page.getByRole('button', { name: 'What gains most first' }).click();
    await page.getByText('Planned by gain').first().waitFor();
    await browser.shoot('plan-by-gain');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: 'What gains most first' }).waitFor();
  }, 240_000);

  it('draws the way to the exam within the page in its last phase, too, whose name is long', async () => {
    const page = await browser.page();
    await page.route('**/enrollments/*/plan', async (route) => {
      const response = await route.fetch();
      const plan = (await response.json()) as Plan;
      const phase = (title: string, from: number, to: number) => ({ title, summary: 'What it is about', from: inDays(from), to: inDays(to) });
      const phases = [phase('Make containers second nature', -60, -20), phase('A complete project, monitored from end to end', -19, 39)];
      return route.fulfill({ response, json: { ...plan, phases } });
    });
    await page.reload();
    const timeline = page.getByRole('figure', { name: 'Timeline to the exam' });
    await timeline.getByText('A complete project, monitored from end to end').first().waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await atEachWidth(page, async () => {
      const [phases, exam, name] = await Promise.all(
        [
          timeline.getByRole('list', { name: 'Phases' }),
          timeline.getByText('Exam', { exact: true }).first(),
          timeline.getByText('A complete project, monitored from end to end').first(),
        ].map((part) => part.boundingBox()),
      );
      // Its name ends where the exam begins, and both stand on one line.
      expect(name!.x + name!.width).toBeLessThanOrEqual(exam!.x);
      expect(Math.abs(name!.y - exam!.y)).toBeLessThan(4);
      expect(phases!.x + phases!.width).toBeLessThanOrEqual(exam!.x);
    });
    await browser.shoot('plan-last-phase');
    await page.unroute('**/enrollments/*/plan');
  }, 240_000);

  it('says what would make a plan fit that does not, and fills each way out into the what-if', async () => {
    await learner.call(changeExamDate, { params: { enrollmentId: learner.enrollmentId }, body: { examOn: inDays(9) } });
    const page = await browser.page();
    await page.reload();
    const ways = page.getByRole('list', { name: 'Ways out' });
    await ways.getByText(/^Leave out/).waitFor();
    await browser.shoot('plan-short');
    await ways.getByRole('button', { name: /^Try it: Study .* more/ }).click();
    await page.getByRole('region', { name: 'What if' }).getByText('It fits').waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('shows the mentor what was changed, to read', async () => {
    const [admin, mentor] = [await daymark.withRoles('admin'), await daymark.withRoles('mentor')];
    await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
    const page = await browser.as(daymark.url, mentor.email);
    await page.goto(`${daymark.url}/board/${learner.enrollmentId}`);
    const changes = page.getByRole('region', { name: 'Changes of the plan' });
    await changes
      .getByRole('button', { name: /^See before and after: The exam moved/ })
      .first()
      .click();
    await changes.getByRole('rowheader', { name: 'Last new work' }).waitFor();
    expect(await changes.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
    await browser.shoot('learner-changes');
    expect(await atEachWidth(page, () => overflowOf(page))).toEqual([0, 0]);
  }, 240_000);
});
