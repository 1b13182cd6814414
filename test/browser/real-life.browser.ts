import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser, PHONE } from './browser.js';
import { undo } from './undo.js';

describe('a preparation that survives real life, on the phone', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser(PHONE);
  const region = async (name: string) => (await browser.page()).getByRole('region', { name, exact: true });

  it('begins without an exam date, and a comfortable one is proposed', async () => {
    const { email } = await daymark.learner({ enrolled: false });
    const page = await browser.as(daymark.url, email);
    const [{ id } = { id: '' }] = await daymark.database.query<{ id: string }[]>(`select id from level where slug = 'foundation'`);
    await page.goto(`${daymark.url}/enroll/${id}`);
    await page.getByLabel('I have no date yet').check();
    await page.getByLabel('Exam date, proposed').waitFor();
    await browser.shoot('enroll-no-date');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Make my plan' }).click();
    await page.waitForURL(/\/today/);
    await page.goto(`${daymark.url}/settings`);
    const preparation = await region('Preparing for MLOps Foundation');
    await preparation.getByLabel('Exam date, proposed').fill(inDays(60));
    await preparation.getByRole('button', { name: 'Choose this date' }).click();
    await preparation.getByRole('button', { name: 'Move the exam' }).waitFor();
  }, 240_000);

  it('makes room for a free date and a holiday, and takes them back', async () => {
    const page = await browser.page();
    const daysOff = await region('Days off and breaks');
    const form = daysOff.getByRole('form', { name: 'Add a day off' });
    await form.getByLabel('Note').fill('Concert');
    await form.getByRole('button', { name: 'Set this date' }).click();
    await daysOff.getByText('Concert').waitFor();
    await form.getByRole('button', { name: 'Holiday' }).click();
    await form.getByLabel('From').fill(inDays(10));
    await form.getByLabel('To, included').fill(inDays(14));
    await form.getByLabel('Note').fill('By the sea');
    await form.getByRole('button', { name: 'Add this break' }).click();
    await daysOff.getByText('5 days, By the sea').waitFor();
    await browser.shoot('days-off');
    await daysOff
      .getByRole('listitem')
      .filter({ hasText: 'By the sea' })
      .getByRole('button', { name: /^Remove/ })
      .click();
    await page.getByRole('status').getByText('The break is taken back').waitFor();
    await undo(page, 'The break is taken back');
    await daysOff.getByText('5 days, By the sea').waitFor();
  }, 240_000);

  it('imports days off from a calendar after the learner checks them, and names the events it skips', async () => {
    const page = await browser.page();
    const daysOff = await region('Days off and breaks');
    const choose = async (text: string) => {
      const chooser = page.waitForEvent('filechooser');
      await daysOff.getByRole('button', { name: 'Import days off from a calendar' }).click();
      await (await chooser).setFiles({ name: 'holidays.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) });
    };
    await choose('<!DOCTYPE html><html>Sign in</html>');
    await daysOff.getByRole('alert').getByText('This is a web page, not a calendar').waitFor();
    await choose(`BEGIN:VCALENDAR\r\n${'x'.repeat(10 * 1_048_576)}`);
    await daysOff.getByRole('alert').getByText('The limit is 10 MB').waitFor();
    await choose(calendar(event('Month 13', '20261345'), event('Harbour day', inDays(20).replaceAll('-', '')), event('x'.repeat(110), '16040512')));
    const preview = await region('Days off in this calendar');
    await preview.getByText('1 day off to add').waitFor();
    await preview.getByText('2 events skipped').waitFor();
    await preview.getByRole('list', { name: 'Skipped events' }).getByText('Month 13: its start is not a date: 20261345').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('calendar-preview');
    await preview.getByRole('button', { name: 'Add days off' }).click();
    await daysOff.getByRole('list', { name: 'Days off and breaks' }).getByText('Harbour day').waitFor();
  }, 240_000);

  it('pauses with a reason, says so on Today, and resumes', async () => {
    const page = await browser.page();
    const pause = await region('Pause');
    await pause.getByLabel('Resume on').fill(inDays(7));
    await pause.getByLabel('Reason').fill('Moving house');
    await pause.getByRole('button', { name: 'Pause' }).click();
    await pause.getByText(/resumes on/).waitFor();
    await page.goto(`${daymark.url}/today`);
    const paused = await region('Paused');
    await paused.waitFor();
    await browser.shoot('today-paused');
    await paused.getByRole('button', { name: 'Resume now' }).click();
    await paused.waitFor({ state: 'detached' });
    await page.goto(`${daymark.url}/settings`);
    const history = await region('History');
    await history.getByText('“Moving house”').waitFor();
  }, 240_000);

  it('waits for a result, sets a retake after one that was not enough, and knows when the certificate ends', async () => {
    const page = await browser.page();
    await page.getByRole('button', { name: 'Record an exam result' }).click();
    const outcome = await region('How did the exam go?');
    await outcome.getByRole('button', { name: 'No result yet' }).click();
    await outcome.getByRole('button', { name: 'Save' }).click();
    await outcome.getByText('Say so once you know').waitFor();
    await browser.shoot('result-awaited');
    await outcome.getByRole('button', { name: 'Not this time' }).click();
    await outcome.getByLabel('Score, if you know it').fill('61');
    await outcome.getByRole('button', { name: 'Save' }).click();
    const retake = await region('Set a retake');
    await browser.shoot('retake');
    await retake.getByLabel('Exam date').fill(inDays(40));
    await retake.getByRole('button', { name: 'Plan the retake' }).click();
    await page.getByRole('button', { name: 'Record an exam result' }).click();
    await outcome.getByRole('button', { name: 'I passed' }).click();
    await outcome.getByRole('button', { name: 'Save' }).click();
    const certificate = await region('Your MLOps Foundation certificate');
    await certificate.getByText(/^Valid until/).waitFor();
    await browser.shoot('certificate');
    await (await region('You')).getByLabel('My day begins').click();
    await page.getByRole('option', { name: 'At 4:00' }).click();
    await (await region('You')).getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Saved').waitFor();
    await browser.shoot('day-start');
    expect(browser.faults).toEqual([]);
  }, 240_000);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const event = (title: string, date: string) => [
  'BEGIN:VEVENT',
  `UID:${title}`,
  'DTSTAMP:20260101T000000Z',
  `SUMMARY:${title}`,
  `DTSTART;VALUE=DATE:${date}`,
  'END:VEVENT',
];
const calendar = (...events: string[][]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Harbour//EN', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
