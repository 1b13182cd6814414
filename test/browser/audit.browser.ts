import { setAccountRoles } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser } from './browser.js';

/** An admin finds out who did what. */
describe('an admin at the audit trail', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  it('reads who did what, what changed and from where, and filters by action and person', async () => {
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
    const ofWren = trail.getByRole('listitem').filter({ hasText: 'changed the account roles of Wren Harbour' });
    await ofWren.getByText('Account roles changed from learner to learner and mentor').waitFor();
    await ofWren.getByText('from 127.0.0.1').waitFor();
    await trail.getByText('changed the account roles of Rook Pier').waitFor();
    await page.getByText('Entries can’t be changed').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('audit');

    await page.getByRole('combobox', { name: 'Action' }).click();
    await page.getByRole('option', { name: 'Release published' }).click();
    await trail
      .getByText(/Daymark published release 1 of/)
      .first()
      .waitFor();
    expect(await trail.getByText('account roles').count()).toBe(0);

    await page.goto(`${daymark.url}/audit`);
    await trail.getByRole('link', { name: 'Wren Harbour' }).click();
    await trail.getByText('Rook Pier').waitFor({ state: 'detached' });
    await ofWren.waitFor();
    await page.getByRole('button', { name: 'Show everyone' }).click();
    await trail.getByText('Rook Pier').waitFor();

    await page.getByRole('combobox', { name: 'Person' }).fill(rook.email);
    await page.getByRole('option', { name: 'Rook Pier' }).click();
    await trail.getByText('Wren Harbour').waitFor({ state: 'detached' });
    await trail.getByText('changed the account roles of Rook Pier').waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
