import type { Page } from 'playwright-core';
import { openDraft } from '../../src/curriculum/drafts/draft.contract.js';
import { startDaymark } from '../support/daymark.js';
import { Learner } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersOf } from './barriers.js';
import { openBrowser } from './browser.js';

const PLACES = {
  learner: [
    '/today',
    '/plan',
    '/readiness',
    '/readiness/exam-date',
    '/progress',
    '/progress/practice',
    '/progress/import',
    '/projects',
    '/levels',
    '/settings',
  ],
  mentor: ['/board'],
  admin: [
    '/curriculum',
    '/curriculum/kubernetes',
    '/curriculum/kubernetes?part=level',
    '/curriculum/kubernetes/publish',
    '/curriculum/kubernetes/saves',
    '/people',
    '/system',
    '/audit',
    '/calibration',
  ],
};
const PUBLIC = ['/levels', '/certifications/kubernetes', '/search?q=helm', '/sign-in', '/register', '/forgotten-password', '/api/docs', '/styleguide'];

/** That nothing on any page shuts anybody out; a fault is told as the rule, and where. One file a width, for they run side by side. */
export function noPageShutsAnybodyOut(width: number, height: number, colorScheme: 'light' | 'dark'): void {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser({ width, height });

  const barriersAt = async (path: string): Promise<string[]> => {
    const page = await browser.page();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${daymark.url}${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    // The longest form there is, behind a click.
    if (path.endsWith('?part=level')) await goToFirstLevel(page, width);
    return barriersOf(page);
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
}

async function goToFirstLevel(page: Page, width: number): Promise<void> {
  const title = 'Kubernetes Administrator (CKA)';
  if (width > 1100) await page.getByRole('navigation', { name: 'Curriculum' }).getByRole('button', { name: title }).click();
  else await page.getByLabel('Editing').selectOption({ label: title });
  await page.getByLabel('Name of skill 1').waitFor();
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
