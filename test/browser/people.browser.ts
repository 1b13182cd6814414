import { assignMentor, readEnrollment } from '../../src/enrollments/enrollments.contract.js';
import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser } from './browser.js';

/** An admin takes the account role mentor from somebody who has learners. */
describe('an admin on the People page', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  it('is asked who takes over the learners, and hands them over', async () => {
    const [admin, mentor, successor] = [await daymark.withRoles('admin'), await daymark.withRoles('learner', 'mentor'), await daymark.withRoles('mentor')];
    const learner = await daymark.learner({ examOn: dateIn(120) });
    await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/people`);
    const role = page.getByRole('group', { name: 'Account roles of A learner and mentor' }).getByLabel('mentor');
    await role.click();
    const dialog = page.getByRole('dialog', { name: 'Hand over 1 learner' });
    await dialog.getByText('A learner and mentor mentors 1 learner. Choose who takes over.').waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await browser.shoot('mentor-handover');
    await dialog.getByRole('combobox', { name: 'New mentor' }).or(dialog.getByLabel('New mentor')).first().click();
    await page.getByRole('option', { name: successor.email }).click();
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('A learner and mentor is now a learner').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await role.isChecked()).toBe(false);
    expect(await successor.call(readEnrollment, { params: { enrollmentId: learner.enrollmentId } })).toMatchObject({ mentor: { id: successor.id } });
    expect(browser.faults).toEqual([]);
  }, 240_000);
});

const dateIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
