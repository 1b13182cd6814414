import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersOf } from './barriers.js';
import { openBrowser, PHONE } from './browser.js';

/** Search and commands: with the keyboard alone at the desk, by thumb from More on the phone. */
describe('search and commands', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const desk = openBrowser();
  const phone = openBrowser(PHONE);

  it('leads a learner by keyboard to a page, to a level by its name, to a skill by its name misspelt, and to the form to log', async () => {
    const { email } = await daymark.learner({ examOn: inDays(30) });
    const page = await desk.as(daymark.url, email);
    const search = page.getByRole('textbox', { name: 'Search and commands' });
    const go = async (words: string, found: string) => {
      await page.getByRole('button', { name: 'Search and commands' }).waitFor();
      await page.keyboard.press('Control+k');
      await search.fill(words);
      await page.getByRole('dialog').getByRole('button', { name: found }).and(page.locator('[data-selected]')).waitFor();
      await page.keyboard.press('Enter');
      await search.waitFor({ state: 'detached' });
    };
    await go('progr', 'Progress');
    await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
    await go('advanced', 'MLOps Advanced');
    await page.getByRole('heading', { level: 1, name: 'MLOps Advanced' }).waitFor();
    await go('maturity modles', 'MLOps maturity models');
    await page.getByRole('heading', { level: 1, name: 'MLOps Foundation' }).waitFor();
    await page.keyboard.press('Control+k');
    await search.fill('maturity modles');
    const chosen = page.locator('[data-selected]', { hasText: 'Skill, MLOps Foundation' });
    await chosen.waitFor();
    const colourOf = (selector: string) => page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).color`);
    expect(await colourOf('[data-selected] .mantine-Spotlight-actionDescription')).toBe(await colourOf('[data-selected]'));
    await desk.shoot('commands');
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
    await go('log', 'Log study');
    await page.getByRole('form', { name: 'Log study' }).waitFor();
    expect(desk.faults).toEqual([]);
  }, 240_000);

  it('finds an admin a person by name, and shuts nobody out', async () => {
    const name = 'Pia Tideway';
    await daymark.learner({ name, enrolled: false });
    const page = await phone.as(daymark.url, (await daymark.withRoles('admin')).email);
    await page.goto(`${daymark.url}/more`);
    await page.getByRole('button', { name: 'Search and commands' }).click();
    await page.getByRole('textbox', { name: 'Search and commands' }).fill(name);
    const found = page.getByRole('dialog').getByRole('button', { name });
    await found.first().waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await found.first().click();
    await page.getByRole('group', { name: `Account roles of ${name}` }).waitFor();
    expect(phone.faults).toEqual([]);
  }, 240_000);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
