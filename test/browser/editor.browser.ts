import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { publishCurriculum, readCertification } from '../../src/curriculum/curriculum.contract.js';
import { readDraft, saveDraft, tagOf } from '../../src/curriculum/drafts/draft.contract.js';
import { enroll } from '../../src/enrollments/enrollments.contract.js';
import { startDaymark } from '../support/daymark.js';
import { EVENINGS } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser, PHONE } from './browser.js';
import { holds } from './fields.js';

const shipped = readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8').replace('slug: certified-mlops-engineer', 'slug: mine');
const saved = (page: Page) => page.locator('[data-saving=saved]').waitFor();
const partsOf = (page: Page) => page.getByRole('navigation', { name: 'Curriculum' });
const thirtyDaysAhead = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

describe('an admin who writes a curriculum', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser();

  it('builds a small certification from nothing, and publishes it', async () => {
    const page = await browser.as(daymark.url, (await daymark.withRoles('admin')).email);
    await page.getByRole('button', { name: 'New certification' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Certified Tide Reader');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('heading', { name: 'Certified Tide Reader', level: 1 }).waitFor();
    await page.getByLabel('Who runs it').fill('The harbour school');
    await page
      .getByLabel('What it is', { exact: true })
      .fill('Reads tides, and is **never** aground. [Click](javascript:alert(1)) <b id="raw">raw</b> ![](https://elsewhere.example/x.png)');
    await page.getByRole('button', { name: 'Preview of What it is' }).click();
    await page.getByRole('group', { name: 'What it is, as it is shown' }).locator('strong', { hasText: 'never' }).waitFor();
    // What somebody wrote is text: no script, no HTML and no pictures of theirs.
    expect(await page.locator('a[href^="javascript"], #raw, img[src*="elsewhere"]').count()).toBe(0);
    await page.getByLabel('How one is assessed').fill('An hour at sea.');
    await partsOf(page).getByRole('button', { name: 'Add a level' }).click();

    // A new level is in sight, its name in focus, and nothing of it is wrong yet.
    await page
      .locator(':focus')
      .and(page.getByRole('textbox', { name: 'Name', exact: true }))
      .waitFor();
    expect(await page.locator('.field-fault').count()).toBe(0);
    await page.keyboard.type('Shore');
    await page.getByLabel('What it is', { exact: true }).fill('From the quay.');
    await page.getByLabel('How far along').fill('beginner');
    for (const [index, name] of ['Tide tables', 'The moon'].entries()) {
      await page.getByRole('button', { name: 'Add a skill' }).click();
      await page.getByLabel(`Name of skill ${index + 1}`).fill(name);
      await page.getByLabel(`Weight of ${name}, percent`).fill(index === 0 ? '70' : '20');
      await page.getByLabel(`Hours for ${name}`).fill('3');
      await page.getByLabel(`What ${name} means`).fill('Knows it by heart.');
    }
    await page.getByText('Weights add up to 90, 10 to go').waitFor();
    await saved(page);
    await browser.shoot('editor-level');
    await page.getByRole('button', { name: /skills: the weights must sum to 100, they sum to 90/ }).click();
    await page.getByLabel('Weight of The moon, percent').fill('30');
    await page.getByText('Weights add up to 100').waitFor();
    await page.getByText('Nothing to mend').waitFor();
    // Hours with a point and with a comma, as on a clock, and in minutes.
    for (const [typed, hours] of [
      ['4.5', '4.5 h'],
      ['1:30', '1.5 h'],
      ['90 min', '1.5 h'],
      ['2,25', '2.25 h'],
    ] as const) {
      await page.getByLabel('Hours for The moon').fill('');
      await page.getByLabel('Hours for The moon').pressSequentially(typed);
      await page.getByLabel('Hours for The moon').blur();
      await holds(page.getByLabel('Hours for The moon'), hours);
    }

    // Order by keyboard: pick up, one place up, put down.
    const handle = page.getByRole('list', { name: 'Skills' }).getByRole('button', { name: 'Move The moon' });
    await handle.focus();
    await page.keyboard.press('Space');
    await page.getByText('The moon is over place 2 of 2.').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.getByText('The moon is over place 1 of 2.').waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await holds(page.getByLabel('Name of skill 1'), 'The moon');
    await saved(page);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await holds(page.getByLabel('Name of skill 1'), 'Tide tables');
    await page.getByText('Taken back: Shore, skills').waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await holds(page.getByLabel('Name of skill 1'), 'The moon');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await saved(page);

    await page.getByRole('button', { name: 'Review and publish' }).click();
    await page.getByRole('region', { name: 'What release 1 holds' }).getByText('2 skills, 0 projects, 0 plans').waitFor();
    await browser.shoot('editor-first-release');
    await page.getByRole('button', { name: 'Publish release 1' }).click();
    await page.getByRole('heading', { name: 'Release 1 is published' }).waitFor();
    await page.getByRole('link', { name: 'See it as learners do' }).waitFor();
    const certification = await daymark.visitor().call(readCertification, { params: { slug: 'certified-tide-reader' } });
    expect(certification.levels[0]).toMatchObject({
      ...{ slug: 'shore', title: 'Shore', open: true, basis: 'estimate' },
      skills: [
        { slug: 'tide-tables', weightPercent: 70, effortMinutes: 180 },
        { slug: 'the-moon', weightPercent: 30, effortMinutes: 135 },
      ],
    });
    expect(browser.faults).toEqual([]);
  }, 180_000);

  it('sees whom a release concerns, publishes it, and moves them; the learner is told', async () => {
    const admin = await daymark.withRoles('admin');
    await admin.call(publishCurriculum, { body: { text: shipped } });
    const learner = await daymark.learner({ enrolled: false });
    const { levels } = await learner.call(readCertification, { params: { slug: 'mine' } });
    await learner.call(enroll, { body: { levelId: levels[0]!.id, examOn: thirtyDaysAhead(), availability: EVENINGS } });

    const page = await browser.as(daymark.url, admin.email);
    // Another certification of the same title came with Daymark.
    await page.goto(`${daymark.url}/curriculum`);
    await page.getByRole('region', { name: 'Certified MLOps Engineer' }).getByRole('button', { name: 'Edit' }).last().click();
    await page.getByRole('heading', { name: 'Draft of release 2' }).waitFor();
    await partsOf(page).getByRole('button', { name: 'MLOps Foundation' }).click();
    await page.getByLabel('Name of skill 1').fill('From idea to production');
    await page
      .getByRole('button', { name: /^Retire.*Agile|^Retire/ })
      .first()
      .waitFor();
    await saved(page);
    await page.getByText('is now called “From idea to production”').first().waitFor();
    await browser.shoot('editor-changed');
    await page.getByRole('button', { name: 'Review and publish' }).click();
    await page.getByText('1 learner in MLOps Foundation, on release 1').waitFor();
    await page.getByRole('region', { name: 'Whom it concerns' }).getByText('is now called “From idea to production”').waitFor();
    await browser.shoot('editor-review');
    await page.getByRole('button', { name: 'Publish release 2' }).click();
    await page.getByRole('button', { name: 'Move 1 learner to release 2' }).click();
    await page.getByText('1 learner moved to release 2').waitFor();
    await browser.shoot('editor-moved');
    expect(browser.faults).toEqual([]);

    const theirs = await browser.as(daymark.url, learner.email);
    await theirs.getByText('MLOps Foundation was renewed: you are on release 2 now').waitFor();
    await theirs.getByText('1 change to your level').click();
    await theirs.getByText('is now called “From idea to production”').waitFor();
    await browser.shoot('today-renewed');
    await theirs.getByRole('button', { name: 'Got it' }).click();
    await theirs.getByText('was renewed').waitFor({ state: 'detached' });
    expect(browser.faults).toEqual([]);
  }, 180_000);

  it('brings two works together when somebody else saved meanwhile, and goes back to an earlier save', async () => {
    const [me, other] = [await daymark.withRoles('admin'), await daymark.withRoles('admin')];
    const page = await browser.as(daymark.url, me.email);
    await page.goto(`${daymark.url}/curriculum/mine`);
    await page.getByRole('heading', { name: 'Draft of release 3' }).waitFor();
    const params = { slug: 'mine' };
    const { document, revision } = await other.call(readDraft, { params });
    const theirs = { ...document, host: 'Their host', summary: 'Their summary.' };
    await other.call(saveDraft, { params, headers: { 'if-match': tagOf(revision) }, body: { document: theirs } });

    await page.getByLabel('Who runs it').fill('My host');
    await page.getByLabel('How one is assessed').fill('My way.');
    await page.getByText('1 thing you both changed').waitFor();
    await browser.shoot('editor-merge');
    await page.getByRole('radio', { name: 'A admin: Their host' }).check();
    await page.getByRole('button', { name: 'Save both' }).click();
    await holds(page.getByLabel('Who runs it'), 'Their host');
    expect(await page.getByLabel('What it is', { exact: true }).inputValue()).toBe('Their summary.');
    await saved(page);

    await page.getByRole('link', { name: 'History' }).click();
    const saves = page.getByRole('list', { name: 'Saves' }).getByRole('listitem');
    await saves.filter({ hasText: 'two works brought together' }).waitFor();
    await browser.shoot('editor-history');
    await page.getByRole('button', { name: `Restore save ${revision}` }).click();
    await holds(page.getByLabel('Who runs it'), document.host!);
    expect(browser.faults).toEqual([]);
  }, 180_000);

  it('goes from part to part on the phone by one list, and adds a level below the others', async () => {
    const page = await browser.as(daymark.url, (await daymark.withRoles('admin')).email);
    await page.setViewportSize(PHONE);
    await page.goto(`${daymark.url}/curriculum/mine`);
    await page.getByLabel('Editing').selectOption({ label: 'MLOps Foundation' });
    await page.getByLabel('Name of skill 1').fill('From idea to use');
    await saved(page);
    await page.getByLabel('Editing').selectOption({ index: 0 });
    await page.getByRole('region', { name: 'Levels' }).getByRole('button', { name: 'Add a level' }).click();
    await page
      .locator(':focus')
      .and(page.getByRole('textbox', { name: 'Name', exact: true }))
      .waitFor();
    expect(browser.faults).toEqual([]);
  }, 180_000);
});
