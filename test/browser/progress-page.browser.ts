import type { DataSource } from 'typeorm';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { importStudy } from '../../src/progress/imports/study-imports.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { atEachWidth, openBrowser, overflowOf } from './browser.js';
import { hasFocus } from './focus.js';
import { undo } from './undo.js';

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

/** As if yesterday had been planned. */
async function forget(database: DataSource, enrollmentId: string): Promise<void> {
  for (const [position, title, minutes] of [
    [0, 'Deploy a model', 45],
    [1, 'Pods once more', 30],
  ])
    await database.query(
      `insert into plan_item (id, enrollment_id, date, position, kind, title, minutes) values (gen_random_uuid(), $1, $2, $3, 'study', $4, $5)`,
      [enrollmentId, inDays(-1), position, title, minutes],
    );
}

describe('progress', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser();
  let learner: Learner;
  const region = async (name: string) => (await browser.page()).getByRole('region', { name, exact: true });
  const overflows = async () => {
    const page = await browser.page();
    return atEachWidth(page, () => overflowOf(page));
  };

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
    expect(await overflows()).toEqual([0, 0]);
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
    await hits.nth(20).waitFor();
    await log.getByLabel('From', { exact: true }).fill(inDays(-20));
    await log.getByLabel('To', { exact: true }).fill(inDays(-10));
    await log.getByRole('button', { name: 'Filters, 2 set' }).waitFor();
    await hits.nth(12).waitFor({ state: 'detached' });
    await browser.shoot('progress-log');
    await log.getByRole('button', { name: 'Clear the filters' }).click();
    await hits.nth(30).waitFor();
    expect(await overflows()).toEqual([0, 0]);
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
    await undo(page, 'Corrected');
    await log.getByText('99 min', { exact: true }).waitFor({ state: 'detached' });
    await log
      .getByRole('button', { name: new RegExp(`^Delete ${before} min`) })
      .first()
      .click();
    await status.getByText(`${before} min deleted`).waitFor();
    await undo(page, `${before} min deleted`);
    await log
      .getByRole('button', { name: new RegExp(`^Delete ${before} min`) })
      .first()
      .waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('records a practice exam by skill, corrects it and deletes it, each with a way back', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/progress`);
    await page.getByRole('link', { name: 'Results and ratings' }).click();
    const exams = await region('Practice exams');
    await exams.getByRole('button', { name: 'Add a result' }).click();
    const form = exams.getByRole('form', { name: 'Add a result' });
    await form.getByLabel('Which exam').fill('Mock exam 1');
    await form.getByLabel('Right', { exact: true }).fill('45');
    await form.getByLabel('Of items asked').fill('40');
    await form.getByText('By skill, as far as the exam tells').click();
    await form.getByLabel('Right in The ML lifecycle').fill('8');
    await form.getByLabel('Asked in The ML lifecycle').fill('10');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('No more than were asked').waitFor();
    await browser.shoot('practice-form');
    await form.getByLabel('Right', { exact: true }).fill('31');
    await form.getByRole('button', { name: 'Save' }).click();
    await exams.getByText('31 of 40 right on').waitFor();
    await form.waitFor({ state: 'detached' });
    await exams.getByText('By skill').click();
    await exams.getByText('The ML lifecycle: 8 of 10, 80%').waitFor();
    await exams.getByRole('button', { name: 'Correct Mock exam 1' }).click();
    const correction = exams.getByRole('form', { name: 'Correct this result' });
    await correction.getByLabel('Right', { exact: true }).fill('36');
    await correction.getByRole('button', { name: 'Save' }).click();
    await exams.getByText('36 of 40 right on').waitFor();
    await correction.waitFor({ state: 'detached' });
    await undo(page, 'Corrected');
    await exams.getByText('31 of 40 right on').waitFor();
    await exams.getByRole('button', { name: 'Delete Mock exam 1' }).click();
    await exams.getByText('No result yet').waitFor();
    await undo(page, 'Mock exam 1 deleted');
    await exams.getByText('31 of 40 right on').waitFor();
  }, 240_000);

  it('takes one click to rate a skill, and one to take it back', async () => {
    const page = await browser.page();
    const ratings = await region('How you rate yourself');
    const row = ratings.getByRole('listitem').filter({ hasText: 'The ML lifecycle' });
    await row.getByRole('button', { name: '3, with help' }).click();
    await row.getByText('With help, today').waitFor();
    await row.getByRole('button', { name: '4, alone' }).click();
    await row.getByText('Alone, today').waitFor();
    await browser.shoot('practice');
    // The earlier rating of the same day is shown again.
    await undo(page, 'The ML lifecycle: Alone');
    await row.getByText('With help, today').waitFor();
    expect(await overflows()).toEqual([0, 0]);
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('checks pasted days row by row, logs them at once, and takes them back', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/progress`);
    await page.getByRole('link', { name: 'Add past days' }).click();
    const past = page.getByRole('form', { name: 'Past days' });
    const found = await region('What this table brings');
    await past.getByLabel('Your past days').fill(`${inDays(-3)},45,The ML lifecycle,Read it twice\n${inDays(-2)},half,,\nsoon,30,,`);
    await past.getByRole('button', { name: 'Check these lines' }).click();
    await found.getByRole('heading', { name: '2 problems to fix' }).waitFor();
    const faulty = found.getByRole('table', { name: 'Rows to fix' }).getByRole('row');
    await faulty.filter({ hasText: 'Row 2' }).getByText('“half” is neither whole minutes').waitFor();
    await faulty.filter({ hasText: 'Row 3' }).getByText('“soon” is not a date').waitFor();
    expect(await found.getByRole('button', { name: /^Log/ }).count()).toBe(0);
    await browser.shoot('import-faults');
    await past.getByLabel('Your past days').fill(`${inDays(-3)},45,The ML lifecycle,Read it twice\n${inDays(-2)},1:30,,`);
    await past.getByRole('button', { name: 'Check these lines' }).click();
    await found.getByRole('heading', { name: '2 entries, 2 h 15 on 2 days' }).waitFor();
    await found.getByRole('table', { name: 'Rows to log' }).getByRole('row').filter({ hasText: 'Read it twice' }).getByText('45 min').waitFor();
    await browser.shoot('import-check');
    await found.getByRole('button', { name: 'Log 2 entries' }).click();
    const before = await region('Added before');
    await before.getByText('2 entries, 2 h 15').waitFor();
    await page.getByRole('status').getByText('2 entries logged').waitFor();
    await undo(page, '2 entries logged');
    await before.getByText('Taken back', { exact: true }).waitFor();
    expect(await overflows()).toEqual([0, 0]);
  }, 240_000);

  it('takes the same from a file, and takes a whole table back later', async () => {
    const page = await browser.page();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    const buffer = Buffer.from(`day;minutes;topic;mood\n${inDays(-2)};25;The ML lifecycle;fine\n`);
    await (await chooser).setFiles({ name: 'old-log.csv', mimeType: 'text/csv', buffer });
    const found = await region('What this table brings');
    await found.getByText('old-log.csv. Not imported: mood').waitFor();
    await found.getByRole('button', { name: 'Log 1 entry' }).click();
    const before = await region('Added before');
    await before.getByRole('button', { name: 'Take back 1 entry' }).click();
    await browser.shoot('imports');
    // The row goes before all else was asked for again, and its word must not go with it.
    let goOn: () => void = () => undefined;
    const rowIsGone = new Promise<void>((resolve) => (goOn = resolve));
    await page.route(/\/api\/v1\/enrollments(\?|$)/, (route) => rowIsGone.then(() => route.continue()));
    await before.getByRole('button', { name: 'Delete 1 entry' }).click();
    await before.getByRole('button', { name: 'Delete 1 entry' }).waitFor({ state: 'detached' });
    goOn();
    await page.getByRole('status').getByText('1 entry taken back').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await before.getByRole('button', { name: 'Take back 1 entry' }).waitFor({ state: 'detached' });
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('takes an export of another program once its questions are answered, and asks nothing the next time', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/progress`);
    await page.getByRole('link', { name: 'Add past days' }).click();
    const choose = async (note: string, back: number) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      const rows = [`"Exam prep","${note}",${inDays(-back)},900`, `"Exam prep","${note}",${inDays(1 - back)},48000`];
      const buffer = Buffer.from(`\ufeffProject,Description,Start date,Duration\n${rows.join('\n')}\n`, 'utf16le');
      await (await chooser).setFiles({ name: 'export.csv', mimeType: 'text/csv', buffer });
    };
    await choose('Lab', 5);
    const found = await region('What this table brings');
    await found.getByRole('heading', { name: '2 questions to answer' }).waitFor();
    const log = found.getByRole('button', { name: 'Log 2 entries' });
    expect(await log.isDisabled()).toBe(true);
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('import-questions');
    await found.getByRole('radiogroup', { name: 'How long is “900”?' }).getByLabel('900 seconds').check();
    await found.getByRole('heading', { name: '1 question to answer' }).waitFor();
    await found.getByLabel('Exam prep', { exact: true }).click();
    await page.getByRole('option', { name: 'The ML lifecycle' }).click();
    await found.getByRole('heading', { name: '2 entries, 13 h 35 on 2 days' }).waitFor();
    await found.getByText(/Row 3: 1\d h.* on one day/).waitFor();
    expect(await log.isDisabled()).toBe(true);
    await found.getByLabel('These are correct').check();
    await browser.shoot('import-doubts');
    await log.click();
    await page.getByRole('status').getByText('2 entries logged').waitFor();
    await choose('Lab again', 15);
    await found.getByText('export.csv. Uses your choices from the last import of a table like this').waitFor();
    await found.getByRole('heading', { name: '2 entries, 13 h 35 on 2 days' }).waitFor();
    await found.getByText('How the columns are read').waitFor();
    await found.getByLabel('Read “Description” as', { exact: true }).click();
    await page.getByRole('option', { name: 'Not imported' }).click();
    await found.getByText('Not imported: Description').waitFor();
    await found.getByRole('button', { name: 'Cancel' }).click();
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('shows the columns that matter of a wide table, and the others on request', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/progress`);
    await page.getByRole('link', { name: 'Add past days' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    const header = 'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount';
    const row = `Wren,wren@harbour.example,,Elsewhere,,Lab,No,${inDays(-6)},19:00:00,${inDays(-6)},20:30:00,01:30:00,,`;
    await (await chooser).setFiles({ name: 'wide.csv', mimeType: 'text/csv', buffer: Buffer.from(`${header}\n${row}\n`) });
    const found = await region('What this table brings');
    const columns = found.getByLabel(/^Read “/);
    await found.getByLabel('Read “Description” as', { exact: true }).waitFor();
    expect(await columns.count()).toBe(6);
    expect(await atEachWidth(page, () => found.getByRole('button', { name: 'Show 8 more columns' }).isVisible())).toEqual([true, true]);
    expect(await overflows()).toEqual([0, 0]);
    await page.setViewportSize({ width: 390, height: 844 });
    await browser.shoot('import-wide');
    await found.getByLabel('Read “Description” as', { exact: true }).click();
    await page.getByRole('option', { name: 'Not imported' }).click();
    await found.getByText(/Not imported: .*Description/).waitFor();
    expect(await columns.count()).toBe(6);
    await found.getByRole('button', { name: 'Show 8 more columns' }).click();
    expect(await columns.count()).toBe(14);
    await found.getByRole('button', { name: 'Cancel' }).click();
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('returns the focus when a form replaces another one and is closed', async () => {
    const page = await browser.page();
    await forget(daymark.database, learner.enrollmentId);
    await page.goto(`${daymark.url}/progress`);
    const button = page.getByRole('button', { name: 'Log 75 min as planned' });
    await button.press('Enter');
    await page.getByRole('button', { name: 'It went differently' }).press('Enter');
    await page.getByRole('form', { name: 'Log study' }).getByLabel('Minutes').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await hasFocus(button);
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('logs a forgotten yesterday in two clicks, from Today and from Progress', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/progress`);
    await page.getByText('Nothing logged yesterday.').waitFor();
    await browser.shoot('progress-forgotten');
    await page.goto(`${daymark.url}/today`);
    await page.getByText('Nothing logged yesterday.').waitFor();
    await browser.shoot('today-forgotten');
    await page.getByRole('button', { name: 'Log 75 min as planned' }).click();
    const form = page.getByRole('form', { name: 'Yesterday as planned' });
    await form.getByRole('checkbox', { name: 'Pods once more' }).waitFor();
    await browser.shoot('forgotten-drawer');
    await form.getByRole('button', { name: 'Log 75 min' }).click();
    await page.getByRole('status').getByText('75 min logged on').waitFor();
    await page.getByText('Nothing logged yesterday.').waitFor({ state: 'detached' });
    await undo(page, '75 min logged on');
    await page.getByText('Nothing logged yesterday.').waitFor();
    await page.goto(`${daymark.url}/progress`);
    await page.getByRole('button', { name: 'Log 75 min as planned' }).click();
    await form.getByRole('checkbox', { name: 'Pods once more' }).uncheck();
    await form.getByRole('button', { name: 'Log 45 min' }).click();
    await page.getByText('Nothing logged yesterday.').waitFor({ state: 'detached' });
    await (await region('What you logged')).getByText('Logged later').first().waitFor();
    expect(await overflows()).toEqual([0, 0]);
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
