import type { Page } from 'playwright-core';
import { openDraft } from '../../src/curriculum/drafts/draft.contract.js';
import { startDaymark } from '../support/daymark.js';
import { Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersOf } from './barriers.js';
import { DESK, openBrowser, PHONE } from './browser.js';
import { editorPages, PAGES_BY_ROLE } from './pages-by-role.js';

/** Those without an account. */
const PUBLIC = ['/levels', '/certifications/kubernetes', '/search?q=helm', '/sign-in', '/register', '/forgotten-password', '/api/docs', '/styleguide'];
const PLACES = { ...PAGES_BY_ROLE, admin: [...PAGES_BY_ROLE.admin, ...editorPages('kubernetes'), '/curriculum/kubernetes?part=level'] };
/**
 * Each page is checked once in each color scheme. Every page has another layout on the phone, for the shell around it has: that is where it
 * is checked in the dark. What a page shows only after a click is checked where its story is told, by `barriersAtEachWidth`.
 */
const LOOKS = [
  { at: DESK, colorScheme: 'light' },
  { at: PHONE, colorScheme: 'dark' },
] as const;

describe('no page shuts anybody out', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser();

  /** A fault is told as the look, the rule, and where. */
  const barriersAt = async (path: string): Promise<string[]> => {
    const page = await browser.page();
    await page.setViewportSize(DESK);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${daymark.url}${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const found: string[] = [];
    for (const { at, colorScheme } of LOOKS) {
      await page.setViewportSize(at);
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      // The longest form there is, behind a click.
      if (path.endsWith('?part=level')) await goToFirstLevel(page, at.width);
      found.push(...(await barriersOf(page)).map((barrier) => `${at.width} pixels, ${colorScheme}: ${barrier}`));
    }
    return found;
  };

  it.each(PUBLIC)('without an account, at %s', async (path) => expect(await barriersAt(path)).toEqual([]), 240_000);

  describe.each(Object.keys(PLACES) as (keyof typeof PLACES)[])('as a %s', (role) => {
    beforeAll(async () => {
      const person = role === 'learner' ? await daymark.learner({ examOn: inDays(30) }) : await daymark.withRoles(role);
      if (person instanceof Learner) await person.logs({ date: inDays(0), minutes: 45 });
      if (role === 'admin') await person.call(openDraft, { body: { certification: 'kubernetes' } });
      await browser.as(daymark.url, person.email);
    }, 240_000);

    it.each(PLACES[role])('at %s', async (path) => expect(await barriersAt(path)).toEqual([]), 240_000);
  });
});

async function goToFirstLevel(page: Page, width: number): Promise<void> {
  const title = 'Kubernetes Administrator (CKA)';
  if (width > 1100) await page.getByRole('navigation', { name: 'Curriculum' }).getByRole('button', { name: title }).click();
  else await page.getByLabel('Editing').selectOption({ label: title });
  await page.getByLabel('Name of skill 1').waitFor();
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
