import { readEnrollment } from '../../src/enrollments/enrollments.contract.js';
import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser } from './browser.js';

/** More than one page of mentors. */
const MENTORS = 60;

describe('an admin who assigns a mentor', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  it('finds any mentor, and tells two of the same name apart by their email', async () => {
    const [admin, learner] = [await daymark.withRoles('admin'), await daymark.learner({ name: 'Wren Harbour', examOn: dateIn(120) })];
    for (let count = 0; count < MENTORS; count += 1) await daymark.withRoles('mentor');
    const [one, other] = [await daymark.withRoles('mentor'), await daymark.withRoles('mentor')];
    await daymark.database.query(`update account set name = 'Zita Windlass' where id = any($1)`, [[one.id, other.id]]);

    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/people?search=${encodeURIComponent('Wren Harbour')}`);
    await page.getByText('Enrollments and mentor').click();
    const picker = page.getByRole('combobox', { name: /^Mentor for / });
    await picker.fill('zita');
    await page.getByRole('option', { name: 'Zita Windlass' }).nth(1).waitFor();
    await browser.shoot('mentor-picker');
    await page.getByRole('option', { name: other.email }).click();
    await page.getByText(/^Zita Windlass mentors /).waitFor();
    const { mentor } = await learner.call(readEnrollment, { params: { enrollmentId: learner.enrollmentId } });
    expect(mentor).toEqual({ id: other.id, name: 'Zita Windlass' });

    await picker.fill('nobody of that name');
    await page.getByText('No mentor found').waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);
});

const dateIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
