import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { grantWaiver } from '../../src/enrollments/waivers/waivers.contract.js';
import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser } from './browser.js';

describe.each([
  [1280, 900],
  [390, 844],
] as const)('someone who looks for their level, at %i pixels', (width, height) => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser({ width, height });

  it('sees how the levels of a certification lead to one another', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/levels`);
    await page.getByRole('link', { name: 'Certified MLOps Engineer' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Certified MLOps Engineer' }).waitFor();
    const map = page.getByRole('list', { name: 'Map of levels' });
    await map.getByRole('link', { name: /MLOps Professional.*Recommends MLOps Foundation first.*Leads to MLOps Advanced/ }).waitFor();
    await map.getByRole('link', { name: /MLOps Specialist.*Not published yet/ }).waitFor();
    await browser.shoot('certification');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
  }, 60_000);

  it('is told where to start, and why, by role, by path and by what they know', async () => {
    const page = await browser.page();
    await page.getByRole('heading', { name: 'Start with MLOps Foundation' }).waitFor();
    await page.getByRole('combobox', { name: 'I am a' }).fill('Data Eng');
    await page.getByRole('option', { name: 'Data Engineer' }).click();
    await page
      .getByRole('list', { name: 'Why' })
      .getByText(/Data Engineer/)
      .first()
      .waitFor();
    for (const known of ['Docker', 'Python', 'Linux']) await page.getByRole('button', { name: known, exact: true }).click();
    await page.getByRole('button', { name: 'Docker, I know it' }).waitFor();
    await page.getByRole('button', { name: 'Kubernetes', exact: true }).click();
    await page.getByRole('button', { name: 'Kubernetes, I know it' }).click();
    await page.getByRole('button', { name: 'Kubernetes, not yet' }).waitFor();
    await page.getByRole('heading', { name: 'Start with MLOps Professional' }).waitFor();
    await browser.shoot('finder');
    await page.getByRole('link', { name: 'Look at MLOps Professional' }).click();
    await page.getByRole('heading', { level: 1, name: 'MLOps Professional' }).waitFor();
  }, 60_000);

  it('reads a level with its plans side by side, and checks what it asks for', async () => {
    const page = await browser.page();
    for (const length of ['7 to 14 days', '30 days', '60 days']) await page.getByRole('heading', { level: 3, name: length }).waitFor();
    await page.getByText('Show as a table').click();
    await page
      .getByRole('table', { name: 'Skills of MLOps Professional' })
      .getByRole('row', { name: /Experiment tracking 20% 5 h/ })
      .waitFor();
    await page.getByText(/See where you stand: \d questions/).click();
    const groups = page.getByRole('radiogroup');
    for (let index = 0; index < (await groups.count()); index += 1) await groups.nth(index).getByRole('radio', { name: 'No' }).check();
    await page.getByRole('heading', { name: 'Start with MLOps Foundation' }).waitFor();
    await browser.shoot('self-check');
    expect(browser.faults).toEqual([]);
  }, 60_000);

  it('finds a level locked with what opens it, and open once a waiver is granted', async () => {
    const [learner, admin] = [await daymark.learner({ enrolled: false }), await daymark.withRoles('admin')];
    const { levels } = await learner.call(readCertification, { params: { slug: 'kubernetes' } });
    const specialist = levels.find(({ slug }) => slug === 'security-specialist')!;
    const page = await browser.as(daymark.url, learner.email);
    await page.goto(`${daymark.url}/levels/${specialist.id}`);
    await page.getByText('It opens once you have passed Kubernetes Administrator (CKA) and said so here.').waitFor();
    await browser.shoot('level-locked');
    await admin.call(grantWaiver, { params: { accountId: learner.id, levelId: specialist.id }, body: { reason: 'Passed it in 2024' } });
    await page.reload();
    await page.getByText('lets you in: “Passed it in 2024”').waitFor();
    await page.getByRole('link', { name: 'Choose a date and start' }).waitFor();
    expect(browser.faults).toEqual([]);
  }, 60_000);

  it('is let in by an admin, with a reason, on the page of people', async () => {
    const learner = await daymark.learner({ enrolled: false, name: 'Pia Tideway' });
    const page = await browser.as(daymark.url, (await daymark.withRoles('admin')).email);
    await page.goto(`${daymark.url}/people?search=${learner.email}`);
    await page.getByText('Waivers').click();
    await page.getByRole('combobox', { name: 'Let into a level' }).click();
    await page.getByRole('option', { name: 'Kubernetes Security Specialist (CKS)' }).click();
    await page.getByLabel('Why').fill('Ran our clusters for a year');
    await page.getByRole('button', { name: 'Grant a waiver' }).click();
    await page
      .getByRole('list', { name: 'Waivers of Pia Tideway' })
      .getByText(/“Ran our clusters for a year”, granted by A admin/)
      .waitFor();
    await browser.shoot('waiver');
    expect(browser.faults).toEqual([]);
  }, 60_000);
});
