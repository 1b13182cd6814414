import { setAccountRoles } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser } from './browser.js';

/** An admin finds out who decided what. */
describe('an admin at the audit trail', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  it('sees what was done and by whom, and keeps to one kind of act or one person', async () => {
    const [admin, wren, rook] = [
      await daymark.withRoles('admin'),
      await daymark.learner({ enrolled: false, name: 'Wren Harbour' }),
      await daymark.learner({ enrolled: false, name: 'Rook Pier' }),
    ];
    for (const { id } of [wren, rook]) await admin.call(setAccountRoles, { params: { accountId: id }, body: { accountRoles: ['learner', 'mentor'] } });
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/system`);
    await page.getByRole('link', { name: 'Audit trail' }).click();
    const trail = page.getByRole('list', { name: 'Audit trail' });
    await trail.getByText('gave Wren Harbour the account role mentor').waitFor();
    await trail.getByText('gave Rook Pier the account role mentor').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('audit');

    await page.getByRole('combobox', { name: 'What was done' }).click();
    await page.getByRole('option', { name: 'Release published' }).click();
    await trail
      .getByText(/Published release 1 of/)
      .first()
      .waitFor();
    expect(await trail.getByText('account role').count()).toBe(0);

    await page.goto(`${daymark.url}/audit`);
    await trail.getByRole('link', { name: 'show everything about Wren Harbour' }).click();
    await page.getByRole('button', { name: 'Of everybody again' }).waitFor();
    await trail.getByText('gave Wren Harbour the account role mentor').waitFor();
    await trail.getByText('Rook Pier').waitFor({ state: 'detached' });
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
