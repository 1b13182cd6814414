import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { importStudy } from '../../src/progress/imports/study-imports.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser } from './browser.js';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Weeks of study as somebody would have it: most days, some skills more than others, notes on a few. */
async function studies(learner: Learner): Promise<void> {
  const { levels } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
  const skills = levels.find(({ slug }) => slug === 'foundation')!.skills;
  const kinds = ['hands-on', 'reading', 'video', 'review', 'hands-on'];
  const recalls = ['good', 'hard', '', 'easy', 'again'];
  const rows = Array.from({ length: 70 }, (_, i) => i + 2)
    .filter((back) => back % 7 !== 3 && back % 5 !== 4)
    .map((back) => {
      const skill = skills[Math.floor((back * back) / 7) % Math.max(1, skills.length - 1)]!;
      const note = back % 4 === 0 ? `Worked through **chapter ${back}** again` : '';
      return `${inDays(-back)},${20 + ((back * 17) % 85)},${skill.slug},${note},${kinds[back % 5]},${recalls[back % 5]}`;
    });
  const body = new TextEncoder().encode(`date,minutes,skill,note,kind,recall\n${rows.join('\n')}`);
  await learner.call(importStudy, { params: { enrollmentId: learner.enrollmentId }, body });
}

describe.each([
  ['at the desk', 1280, 900],
  ['on the phone', 390, 844],
])('progress, %s', (_, width, height) => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser({ width, height });
  let learner: Learner;
  const region = async (name: string) => (await browser.page()).getByRole('region', { name, exact: true });
  const fits = async () => (await browser.page()).evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth');

  beforeAll(async () => {
    learner = await daymark.learner({ examOn: inDays(45) });
    // As if it had begun ten weeks ago.
    await daymark.database.query('update enrollment set started_on = started_on - 70 where id = $1', [learner.enrollmentId]);
    await studies(learner);
    await daymark.database.query('update enrollment set revision = revision + 1 where id = $1', [learner.enrollmentId]);
  }, 240_000);

  it('shows four charts, each with its name and its table', async () => {
    const page = await browser.as(daymark.url, learner.email);
    await page.goto(`${daymark.url}/progress`);
    for (const [part, drawing, caption, head] of [
      ['Study days', /^Study minutes a day since/, 'Study minutes by day', 'Week of'],
      ['Minutes a week', /^Hours a week over/, 'Hours by week', 'Planned'],
      ['The way to the exam', /studied in all by .* expected; /, 'Study in all by the end of each week', 'Expected'],
    ] as const) {
      const chart = await region(part);
      await chart.getByRole('img', { name: drawing }).first().waitFor();
      await chart.getByText('Show as a table').click();
      await chart.getByRole('table', { name: caption }).getByRole('columnheader', { name: head }).waitFor();
      await chart.getByText('Show as a table').click();
    }
    const skills = await region('Time by skill');
    await skills.getByRole('list', { name: 'Share of your time by skill' }).waitFor();
    await browser.shoot('progress');
    await skills.getByText('Show as a table').click();
    await skills.getByRole('table', { name: 'Time by skill and project' }).getByRole('columnheader', { name: 'Weight' }).waitFor();
    expect(await fits()).toBe(true);
    await page.emulateMedia({ colorScheme: 'dark' });
    await browser.shoot('progress-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('finds entries by words of their notes and by what they say', async () => {
    const page = await browser.page();
    const log = await region('What you logged');
    const hits = log
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^Delete/ }) })
      .filter({ hasNot: page.getByRole('heading') });
    await log.getByText('Hands-on, went well. Imported').first().waitFor();
    await log.getByRole('button', { name: 'Show more' }).click();
    await hits.nth(30).waitFor();
    await log.getByLabel('Search your notes').fill('CHAPTER 12');
    await hits.nth(1).waitFor({ state: 'detached' });
    // What Markdown makes bold is bold.
    expect(await hits.getByRole('strong').allInnerTexts()).toEqual(['chapter 12']);
    await log.getByRole('button', { name: 'Filters' }).click();
    await log.getByLabel('How you studied', { exact: true }).click();
    await page.getByRole('option', { name: 'Practice exam' }).click();
    await log.getByText('Nothing like that').waitFor();
    await browser.shoot('progress-log-none');
    await log.getByRole('button', { name: 'Show everything' }).click();
    await log.getByLabel('From', { exact: true }).fill(inDays(-20));
    await log.getByLabel('To', { exact: true }).fill(inDays(-10));
    await log.getByRole('button', { name: 'Filters, 2 set' }).waitFor();
    await hits.nth(12).waitFor({ state: 'detached' });
    await browser.shoot('progress-log');
    await log.getByRole('button', { name: 'Clear the filters' }).click();
    await hits.nth(30).waitFor();
    expect(await fits()).toBe(true);
  }, 240_000);

  it('corrects an entry and deletes it, each with a way back', async () => {
    const page = await browser.page();
    const log = await region('What you logged');
    const status = page.getByRole('status');
    await log
      .getByRole('button', { name: /^Correct/ })
      .first()
      .click();
    const form = page.getByRole('form', { name: 'Correct this entry' });
    const before = await form.getByLabel('Minutes').inputValue();
    await form.getByLabel('Minutes').fill('99');
    await form.getByRole('button', { name: 'Save' }).click();
    await log.getByText('99 min', { exact: true }).waitFor();
    await status.getByRole('button', { name: 'Undo' }).click();
    await log.getByText('99 min', { exact: true }).waitFor({ state: 'detached' });
    await log
      .getByRole('button', { name: new RegExp(`^Delete ${before} min`) })
      .first()
      .click();
    await status.getByText(`${before} min deleted`).waitFor();
    await status.getByRole('button', { name: 'Undo' }).click();
    await log
      .getByRole('button', { name: new RegExp(`^Delete ${before} min`) })
      .first()
      .waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
