import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { readLocks } from '../../src/plans/locks.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner, Someone } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { DESK, openBrowser, PHONE } from './browser.js';
import { undo } from './undo.js';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A project from its first evidence to its approval, clicked through by a learner and their mentor. */
describe('a project and its reviews', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser();
  let learner: Learner;
  let mentor: Someone;
  let title = '';

  const partOf = (page: Page) => page.getByRole('region', { name: title, exact: true });
  const says = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words).waitFor();
  /** One that is taken, one that is not what it says, one that is too large. */
  const files = async () => {
    const chart = await sharp({ create: { width: 640, height: 300, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const contents = { 'chart.png': chart, 'fake.png': '<script>alert(1)</script>', 'huge.zip': Buffer.alloc(10 * 1_048_576 + 1) };
    return Object.entries(contents).map(([name, content]) => {
      writeFileSync(join(daymark.folder, name), content);
      return join(daymark.folder, name);
    });
  };
  const openProjects = async () => {
    const page = await browser.as(daymark.url, learner.email);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.goto(`${daymark.url}/projects`);
    await page.getByRole('heading', { name: 'Projects', level: 1 }).waitFor();
    return page;
  };
  const openLearner = async () => {
    const page = await browser.as(daymark.url, mentor.email);
    await page.getByRole('link', { name: 'Wren Harbour' }).first().click();
    await page.getByRole('region', { name: 'Evidence', exact: true }).waitFor();
    return page;
  };

  beforeAll(async () => {
    learner = await daymark.learner({ examOn: inDays(40) });
    mentor = await daymark.withRoles('mentor');
    const admin = await daymark.withRoles('admin');
    await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
  }, 240_000);

  it('is found behind Progress, and shows what it asks for', async () => {
    const page = await browser.as(daymark.url, learner.email);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const main = page.getByRole('navigation', { name: 'Main' });
    await page.setViewportSize(PHONE);
    await main.getByRole('link', { name: 'More' }).click();
    await page.getByRole('link', { name: 'Projects', exact: true }).click();
    await page.getByRole('heading', { name: 'Projects', level: 1 }).waitFor();
    await page.setViewportSize(DESK);
    await main.getByRole('link', { name: 'Progress' }).click();
    await page.getByRole('link', { name: 'Evidence and reviews' }).click();
    await page.getByRole('heading', { name: 'Projects', level: 1 }).waitFor();
    await page.getByText('Not handed in').first().waitFor();
    title = (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
    // Nothing is studied yet, so it waits, and says for what; the level's page says the same.
    const lock = (await learner.call(readLocks, { params: { enrollmentId: learner.enrollmentId } })).items.find((part) => part.title === title)!;
    const saysLock = async () => {
      const note = page.getByRole('note', { name: `Not open yet: ${title}` });
      await note.getByText(lock.reason!).waitFor();
      await note.getByRole('listitem').filter({ hasText: `0 of ${lock.unlockedBy[0]!.wantedMinutes} min` }).first().waitFor(); // prettier-ignore
      await note.getByText(/^Behind it: A project that shows/).waitFor();
      expect(await barriersAtEachWidth(page)).toEqual([]);
    };
    await saysLock();
    await browser.shoot('projects-empty');
    await page.goto(`${daymark.url}/levels/${learner.enrollment.level.id}`);
    await saysLock();
    await browser.shoot('level-locks');
    await page.goto(`${daymark.url}/projects`);
    await partOf(page).getByText('Not handed in').waitFor();
  }, 240_000);

  it('says what is wrong before anything is sent, and takes a link, a text and files', async () => {
    const page = await browser.page();
    await partOf(page)
      .getByRole('button', { name: `Add evidence: ${title}` })
      .click();
    const form = page.getByRole('form', { name: `Hand in ${title}` });
    await form.getByRole('button', { name: 'Hand in' }).click();
    await form.getByText('A web address that begins with https:// or http://').waitFor();
    await form.getByRole('textbox', { name: 'Link' }).fill('https://example.org/pipeline');
    await form.getByLabel('What it shows').fill('The pipeline, running');
    await form.getByRole('button', { name: 'Add a text' }).click();
    await form.getByRole('textbox', { name: 'Text' }).fill('## What I did\n\nTrained it **twice**.');
    await form.getByRole('button', { name: 'Preview' }).click();
    await form.getByText('twice', { exact: true }).waitFor();
    await form.locator('input[type=file]').setInputFiles(await files());
    await form.getByText('Here', { exact: true }).waitFor();
    await form.getByText('The file is not what its name says').waitFor();
    await form.getByText('More than 10 MB').waitFor();
    await browser.shoot('projects-form');
    for (const name of ['fake.png', 'huge.zip']) await form.getByRole('button', { name: `Take out: ${name}` }).click();
    await form.getByRole('button', { name: 'Hand in' }).click();
    await says(page, `Handed in: ${title}`);
    await partOf(page).getByText('Waits for a review').waitFor();
    // What was handed in is not locked.
    await page.getByRole('note', { name: `Not open yet: ${title}` }).waitFor({ state: 'detached' });
    await partOf(page).getByRole('img', { name: 'chart.png' }).waitFor();
    await browser.shoot('projects-submitted');
  }, 240_000);

  it('is deleted with a way back', async () => {
    const page = await browser.page();
    await partOf(page)
      .getByRole('button', { name: `Delete evidence: ${title}` })
      .click();
    // Click at once, because a toast disappears.
    await undo(page, `Evidence deleted: ${title}`);
    await partOf(page).getByText('Waits for a review').waitFor();
  }, 240_000);

  it('comes to the mentor, who asks for changes', async () => {
    const page = await openLearner();
    const form = page.getByRole('form', { name: `Review ${title}` });
    await form.getByRole('button', { name: 'Request changes' }).click();
    await form.getByText('Say what needs to change').waitFor();
    await form.getByRole('checkbox').first().check();
    await form.getByLabel('Comment').fill('Show the **alarms**, too.');
    await browser.shoot('learner-review');
    await form.getByRole('button', { name: 'Request changes' }).click();
    await says(page, `Changes requested: ${title}`);
    await page.getByText('Changes requested', { exact: true }).waitFor();
  }, 240_000);

  it('goes back with the mentor’s words, and comes again', async () => {
    const page = await openProjects();
    await partOf(page).getByText('Changes requested').waitFor();
    await partOf(page).getByText('alarms').waitFor();
    await browser.shoot('projects-changes');
    await partOf(page)
      .getByRole('button', { name: `Hand in a new version: ${title}` })
      .click();
    const form = page.getByRole('form', { name: `Hand in ${title}` });
    await form.getByRole('button', { name: 'Add a text' }).click();
    await form.getByRole('textbox', { name: 'Text' }).last().fill('The alarms are in the second dashboard.');
    await form.getByRole('button', { name: 'Hand in version 2' }).click();
    await says(page, `Handed in: ${title}`);
    await partOf(page).getByText('The version before').waitFor();
  }, 240_000);

  it('is approved, a skill is signed off, and the project is finished', async () => {
    const page = await openLearner();
    const form = page.getByRole('form', { name: `Review ${title}` });
    await form.getByRole('button', { name: 'Approve' }).click();
    await form.getByText('say here why you approve').waitFor();
    await form.getByLabel('Comment').fill('The alarms are shown. The rest is in the report.');
    await form.getByRole('button', { name: 'Approve' }).click();
    await says(page, `Approved: ${title}`);
    const signOffs = page.getByRole('region', { name: 'Sign-offs' });
    await signOffs
      .getByRole('button', { name: /^Sign off: / })
      .first()
      .click();
    await signOffs.getByLabel('What you base this on').fill('The second dashboard');
    await signOffs.getByRole('button', { name: 'Sign off', exact: true }).click();
    await signOffs.getByText('The second dashboard').waitFor();
    await browser.shoot('learner-approved');

    const projects = await openProjects();
    await partOf(projects).getByText('Approved', { exact: true }).waitFor();
    await projects.getByText(/^1 of \d+ projects? approved$/).waitFor();
    await browser.shoot('projects-approved');
    await projects.goto(`${daymark.url}/progress`);
    await projects.getByRole('button', { name: `Not done after all: ${title}` }).waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
