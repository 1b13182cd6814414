import { startDaymark } from '../support/daymark.js';
import { PASSWORD } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { DESK, openBrowser, PHONE } from './browser.js';

/** The main job clicked through by a newcomer, at a desk and on a phone. Real time, for a browser has its own. */
describe('from a first visit to knowing how ready one is', () => {
  describe.each([DESK, PHONE])('at $width pixels', (viewport) => {
    const daymark = startDaymark({ worker: true, clock: new SystemClock() });
    const browser = openBrowser(viewport);
    const email = `wren-${viewport.width}@harbour.example`;

    it('registers, finds a level by job role, and enrolls with a date, a week and a reminder', async () => {
      const page = await browser.page();
      await page.goto(`${daymark.url}/register`);
      await page.getByLabel('Name').fill('Wren Harbour');
      await page.getByLabel('Email').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Make my account' }).click();
      await page.getByRole('heading', { name: 'Certifications', level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Certified MLOps Engineer' }).first().click();
      await page.getByRole('combobox', { name: 'I follow the path' }).click();
      await page.getByRole('option').first().click();
      await browser.shoot('levels');
      await page
        .getByRole('list', { name: 'Map of levels' })
        .getByRole('link', { name: /^MLOps Professional/ })
        .click();
      await page.getByText('MLOps Foundation first is a good idea, not a rule').waitFor();
      await browser.shoot('level');
      await page.getByRole('main').getByRole('link', { name: 'MLOps Foundation', exact: true }).first().click();
      await page.getByRole('heading', { name: 'MLOps Foundation', level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Choose a date and start' }).click();
      await page.getByRole('heading', { name: 'When is the exam?' }).waitFor();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('heading', { name: 'When can you study?' }).waitFor();
      for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) await page.getByLabel(day, { exact: true }).fill('60');
      await browser.shoot('enroll');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('textbox', { name: 'At', exact: true }).fill('19:15');
      await page.getByRole('button', { name: 'Make my plan' }).click();
      await page.getByRole('button', { name: /^Done, log/ }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/today');
    }, 240_000);

    it('logs the planned item in one click, and something else with a note', async () => {
      const page = await browser.page();
      await browser.shoot('today-before');
      await page.getByRole('button', { name: /^Done, log/ }).click();
      await page
        .getByRole('status')
        .getByText(/min logged/)
        .waitFor();
      await page.getByRole('button', { name: 'Log something else' }).click();
      const form = page.getByRole('form', { name: 'Log study' });
      await form.getByLabel('Minutes').fill('2000');
      await form.getByRole('button', { name: /^Log/ }).click();
      await form.getByText('A day holds 1,440 minutes').waitFor();
      await form.getByLabel('Minutes').fill('1.5');
      await form.getByText('Hours or minutes? Write 1.5 h, or whole minutes.').waitFor();
      await form.getByLabel('Minutes').fill('1:30');
      await form.getByText('1 h 30, 90 min').waitFor();
      const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
      await form.getByLabel('Day').fill(yesterday);
      await form.getByLabel('Note').fill('Read about data versions');
      await form.getByRole('combobox', { name: 'What' }).or(form.getByLabel('What')).first().click();
      await page.getByRole('option').nth(1).click();
      await form.getByRole('button', { name: /^Log/ }).click();
      await form.waitFor({ state: 'detached' });
    }, 240_000);

    it('sees readiness follow without a reload, and the plan, and what was logged', async () => {
      const page = await browser.page();
      await page
        .getByText(/Most likely \d+ to \d+/)
        .first()
        .waitFor({ timeout: 10_000 });
      await browser.shoot('today-after');
      const go = async (name: string) => {
        const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
        if (await link.isVisible()) return link.click();
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'More' }).click();
        await page.getByRole('link', { name, exact: true }).click();
      };
      await go('Plan');
      await page.getByText(/left to study before/).waitFor();
      await browser.shoot('plan');
      await go('Readiness');
      await page.getByRole('heading', { name: /skill by skill/i }).waitFor();
      await browser.shoot('readiness');
      await go('Progress');
      await page.getByText('Read about data versions').waitFor();
      await page.getByText('Show as a table').first().waitFor();
      await browser.shoot('progress');
    }, 240_000);

    it('is seen by the mentor whom an admin assigns', async () => {
      const [admin, mentor] = [await daymark.withRoles('admin'), await daymark.withRoles('mentor')];
      const page = await browser.as(daymark.url, admin.email);
      await page.getByRole('heading', { name: 'Curriculum', exact: true }).waitFor();
      await page.getByText('release 1').first().waitFor();
      await browser.shoot('curriculum');
      await page.goto(`${daymark.url}/people`);
      await page.getByLabel('Find a person').fill(email);
      await page.getByRole('listitem').filter({ hasText: email }).getByText('Enrollments and mentor').click();
      await page
        .getByRole('combobox', { name: /Mentor for/ })
        .or(page.getByLabel(/Mentor for/))
        .first()
        .click();
      await page.getByRole('option', { name: 'A mentor' }).click();
      await page.getByText(/A mentor mentors MLOps/).waitFor();
      await browser.shoot('people');
      const board = await browser.as(daymark.url, mentor.email);
      await board.getByRole('link', { name: 'Wren Harbour' }).waitFor();
      await browser.shoot('board');
      await board.getByRole('link', { name: 'Wren Harbour' }).click();
      await board.getByText('Read about data versions').waitFor();
      await browser.shoot('learner');
    }, 240_000);

    it('meets no fault on the way that the browser would complain of', () => {
      expect(browser.faults).toEqual([]);
    });
  });
});
