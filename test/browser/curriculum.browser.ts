import { readFileSync } from 'node:fs';
import { openDraft, saveDraft, tagOf } from '../../src/curriculum/drafts/draft.contract.js';
import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { bytesOf, openBrowser } from './browser.js';

const shipped = readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8');
const file = (text: string) => ({ name: 'mine.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });

describe('an admin with a curriculum file', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  it('is told every fault, then what would change, before anything is published', async () => {
    const page = await browser.as(daymark.url, (await daymark.withRoles('admin')).email);
    const choose = page.locator('input[type=file]');
    await page.getByRole('button', { name: 'Import a file' }).waitFor();
    await choose.setInputFiles(file(shipped.replace('weightPercent: 30', 'weightPercent: 300')));
    await page.getByRole('alert').getByText('levels.0.skills.0.weightPercent').first().waitFor();
    await browser.shoot('curriculum-faults');
    // Something else altogether is said to be that, and the same file can be chosen again.
    for (const _ of ['once', 'twice']) {
      await choose.setInputFiles(file('just some words'));
      await page.getByRole('alert').getByText('This is not a curriculum').waitFor();
    }
    await choose.setInputFiles(file(shipped.replace('title: The ML lifecycle', 'title: From idea to production')));
    const preview = page.getByRole('region', { name: /what release 2 changes/ });
    await preview.getByText('the skill “The ML lifecycle” is now called “From idea to production”').waitFor();
    await browser.shoot('curriculum-preview');
    await preview.getByRole('button', { name: 'Publish release 2' }).click();
    await page.getByText('Certified MLOps Engineer: release 2 is published').waitFor();
  }, 240_000);

  it('finds afterwards what a release changed, and gets it as a file', async () => {
    const page = await browser.page();
    const releases = page.getByRole('list', { name: 'Releases of Certified MLOps Engineer' });
    await releases.getByText('What it changed').click();
    await releases.getByText('is now called “From idea to production”').waitFor();
    await releases.getByRole('button', { name: 'Download release 2' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'As YAML' }).click()]);
    expect(download.suggestedFilename()).toBe('certified-mlops-engineer-2.yaml');
    const text = (await bytesOf(download)).toString('utf8');
    expect(text).toContain('title: From idea to production');
    await page.locator('input[type=file]').setInputFiles(file(text));
    await page.getByText('Certified MLOps Engineer holds the same already').waitFor();
    await browser.shoot('curriculum-releases');
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('archives a certification and undoes it, and sees what learners see', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/curriculum`);
    const part = page.getByRole('region', { name: 'Certified MLOps Engineer' });
    await part.getByRole('button', { name: /^In the catalog: / }).click();
    let letGo: () => void = () => undefined;
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/unlisted-certifications*', (route) => isLetGo.then(() => route.continue()));
    const listed = page.waitForResponse(/\/api\/v1\/certifications\?/);
    await page.getByRole('menuitem', { name: /^Archived/ }).click();
    await (await listed).finished();
    // Known in one list and not yet in the other, the certification is shown all the same, and once.
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
    expect(await part.count()).toBe(1);
    letGo();
    await page.getByText('Certified MLOps Engineer is archived').waitFor();
    await part.getByRole('button', { name: /^Archived: / }).waitFor();
    await browser.shoot('curriculum-archived');
    await part.getByRole('link', { name: 'Foundation' }).click();
    await page.getByText('This certification is closed to new learners.').waitFor();
    await page.goBack();
    await part.getByRole('button', { name: /^Archived: / }).click();
    await page.getByRole('menuitem', { name: /^In the catalog/ }).click();
    await page.getByText('Certified MLOps Engineer is in the catalog').waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('takes a file into the draft, told what unpublished work it replaces, and gets it as JSON', async () => {
    const page = await browser.page();
    const admin = await daymark.withRoles('admin');
    const params = { slug: 'certified-mlops-engineer' };
    const { document, revision } = await admin.call(openDraft, { body: { certification: params.slug } });
    await admin.call(saveDraft, { params, headers: { 'if-match': tagOf(revision) }, body: { document: { ...document, host: 'Somebody at work' } } });
    const releases = page.getByRole('list', { name: 'Releases of Certified MLOps Engineer' });
    await page.reload();
    await releases.getByRole('button', { name: 'Download release 2' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'As JSON' }).click()]);
    const text = (await bytesOf(download)).toString('utf8');
    expect(JSON.parse(text)).toMatchObject({ slug: 'certified-mlops-engineer' });
    await page.locator('input[type=file]').setInputFiles(file(text.replace('From idea to production', 'From idea to use')));
    const preview = page.getByRole('region', { name: /what release 3 changes/ });
    await preview.getByText('is now called “From idea to use”').waitFor();
    await preview.getByText('There is a draft with 1 unpublished change').waitFor();
    await browser.shoot('curriculum-take-in');
    await preview.getByRole('button', { name: 'Take it into the draft' }).click();
    await page.getByRole('heading', { name: 'Draft of release 3' }).waitFor();
    await page.getByRole('complementary', { name: 'Before you publish' }).getByText('is now called “From idea to use”').waitFor();
    // Against the first release it differs by that name alone, from what it was called first.
    await page.getByRole('complementary').getByLabel('Compared with').selectOption({ label: 'Release 1' });
    await page.getByRole('complementary').getByText('the skill “The ML lifecycle” is now called “From idea to use”').waitFor();
    await browser.shoot('editor-compared');
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByText('taken from a file').waitFor();
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
