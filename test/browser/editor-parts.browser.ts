import type { Locator, Page, Request } from 'playwright-core';
import type { DraftDocument } from '../../src/curriculum/drafts/draft-document.contract.js';
import { openDraft, readDraft, saveDraft, tagOf } from '../../src/curriculum/drafts/draft.contract.js';
import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { DESK, openBrowser, PHONE } from './browser.js';
import { holds } from './fields.js';
import { undo } from './undo.js';

const saved = (page: Page) => page.locator('[data-saving=saved]').waitFor();
const skill = (title: string, weightPercent: number) => ({
  ...{ slug: title.toLowerCase(), title, weightPercent, effortMinutes: 60, description: `Knows ${title.toLowerCase()} by heart.` },
});
const link = (identifier: string) => ({ title: identifier, identifier, uri: `https://case.example.org/uri/${identifier}` });
const CASE = {
  CFDocument: { identifier: 'doc', title: 'Sailing for beginners' },
  CFItems: ['Tacking', 'Jibing'].map((title) => ({ identifier: title, uri: link(title).uri, fullStatement: title })),
  CFAssociations: ['Tacking', 'Jibing'].map((title) => ({
    ...{ identifier: `${title}-doc`, associationType: 'isChildOf', originNodeURI: link(title), destinationNodeURI: link('doc') },
  })),
  CFRubrics: [{ title: 'How well they sail' }],
};
const MOODLE = `"Parent ID number","ID number","Short name",Description,"Description format","Scale values","Scale configuration","Rule type (optional)","Rule outcome (optional)","Rule config (optional)","Cross-referenced competency ID numbers","Exported ID (optional)","Is framework",Taxonomy
,KNOTS,Ropework,"<p>All of it.</p>",1,"Not yet,Yes","[{""scaleid"":""2""}]",,,,,,1,competency
,S1,Bowline,"<p>Tie it.</p>",1,,,,0,null,,11,,
`;
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
/** The titles of the skills become these, in order. */
async function areInOrder(page: Page, titles: readonly string[]): Promise<void> {
  for (const [index, title] of titles.entries()) await holds(page.getByLabel(`Name of skill ${index + 1}`, { exact: true }), title);
  const fields = await page.getByLabel(/^Name of skill \d+$/).all();
  expect(await Promise.all(fields.map((field) => field.inputValue()))).toEqual(titles);
}
/** Whether a draft is sent in which this is the first thing that the level asks for. */
const isSaveOf = (request: Request, text: string) =>
  request.method() === 'PUT' && (request.postDataJSON() as { document: DraftDocument }).document.levels[0]?.prerequisites?.[0]?.text === text;
async function drags(page: Page, handle: Locator, onto: Locator): Promise<void> {
  const [from, to] = [await handle.boundingBox(), await onto.boundingBox()];
  if (!from || !to) throw new Error('They are not on the page');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2 + 12, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
}

describe('the parts of a level', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();
  const params = { slug: 'tides' };

  it('are put in order by pointer and by keyboard, an opened one too', async () => {
    const admin = await daymark.withRoles('admin');
    const { document, revision } = await admin.call(openDraft, { body: { title: 'Tides' } });
    const shore = {
      ...{ slug: 'shore', title: 'Shore', order: 1, optional: false, basis: 'estimate' as const },
      skills: [skill('Tables', 40), skill('Moon', 30), skill('Wind', 20), skill('Knots', 10)],
      prerequisites: ['Can swim.', 'Can read.'].map((text) => ({ kind: 'knowledge' as const, rule: 'recommended' as const, text })),
    };
    await admin.call(saveDraft, { params, headers: { 'if-match': tagOf(revision) }, body: { document: { ...document, levels: [shore] } } });
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/curriculum/tides?at=levels.0.skills.3.description`);
    // A link to a field opens what hides it.
    await page.locator(':focus').and(page.getByLabel('What Knots means')).waitFor();
    const handle = (name: string) => page.getByRole('button', { name: `Move ${name}`, exact: true });
    await handle('Knots').focus();
    await page.keyboard.press('Space');
    await page.getByText('Knots is over place 4 of 4.').waitFor({ state: 'attached' });
    for (const place of [3, 2, 1]) {
      await page.keyboard.press('ArrowUp');
      await page.getByText(`Knots is over place ${place} of 4.`).waitFor({ state: 'attached' });
    }
    await page.keyboard.press('Space');
    await areInOrder(page, ['Knots', 'Tables', 'Moon', 'Wind']);
    await page.getByRole('button', { name: 'Describe Knots' }).click();
    await handle('Wind').scrollIntoViewIfNeeded();
    await drags(page, handle('Wind'), handle('Tables'));
    await areInOrder(page, ['Knots', 'Wind', 'Tables', 'Moon']);
    // On the phone the handles have another place.
    await page.setViewportSize(PHONE);
    await handle('Can read.').scrollIntoViewIfNeeded();
    const isSaved = page.waitForResponse((answer) => answer.ok() && isSaveOf(answer.request(), 'Can read.'));
    await drags(page, handle('Can read.'), handle('Can swim.'));
    await page.getByText('Can read. is at place 1 of 2').waitFor({ state: 'attached' });
    await isSaved;
    const { levels } = (await admin.call(readDraft, { params })).document;
    expect(levels[0]?.prerequisites?.map(({ text }) => text)).toEqual(['Can read.', 'Can swim.']);
    await page.setViewportSize(DESK);
    await browser.shoot('editor-ordered');
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('come from a framework, which says what a level cannot hold, as often as one likes', async () => {
    const page = await browser.page();
    const choose = page.locator('input[type=file]');
    await choose.setInputFiles(file('sailing.json', JSON.stringify(CASE)));
    const notice = page.getByRole('alert').filter({ hasText: 'Sailing for beginners: 2 skills added' });
    await notice.getByText(/^\d+ things? that a level cannot hold$/).click();
    await notice
      .getByText(/rubric/i)
      .first()
      .waitFor();
    await browser.shoot('editor-framework');
    // What was taken back is not told of any more, and the same file can be chosen again.
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await notice.waitFor({ state: 'detached' });
    await choose.setInputFiles(file('sailing.json', JSON.stringify(CASE)));
    await notice.waitFor();
    await choose.setInputFiles(file('knots.csv', MOODLE));
    const moodle = page.getByRole('alert').filter({ hasText: '1 skill added' });
    await moodle.getByText(/^\d+ things? that a level cannot hold$/).click();
    await moodle.getByText(/scale/i).first().waitFor();
    await areInOrder(page, ['Knots', 'Wind', 'Tables', 'Moon', 'Tacking', 'Jibing', 'Bowline']);
    await page.getByText('Weights add up to 100, 3 have none yet').waitFor();
    await saved(page);
  }, 240_000);

  it('are all told when they keep a draft from being published, each a way to its field', async () => {
    const page = await browser.page();
    await page.getByRole('button', { name: 'Review and publish' }).click();
    const faults = page.getByRole('list', { name: 'To mend' }).getByRole('listitem');
    await faults.first().waitFor();
    const names = await faults.getByRole('link').allInnerTexts();
    expect(names.slice(0, 3)).toEqual(['Who runs it', 'What it is', 'How one is assessed']);
    expect(names).toEqual(
      expect.arrayContaining(['Shore, What it is', 'Shore, Tacking, weight', 'Shore, Bowline, hours'].map((name) => name.replace('What', 'what'))),
    );
    await browser.shoot('editor-to-mend');
    await page.getByRole('link', { name: 'Shore, Bowline, hours' }).click();
    await page.locator(':focus').and(page.getByLabel('Hours for Bowline')).waitFor();
    await page.getByText('Hours: is missing').last().waitFor();
    // What is new is not wrong yet, however much was found wrong before.
    await page.getByRole('button', { name: 'Add a project' }).click();
    await page
      .locator(':focus')
      .and(page.getByRole('region', { name: 'Projects' }).getByLabel('Name'))
      .waitFor();
    expect(await page.getByRole('region', { name: 'Projects' }).locator('.field-fault').count()).toBe(0);
  }, 240_000);

  it('say what goes with them when they are retired, and come back', async () => {
    const page = await browser.page();
    await page.getByRole('region', { name: 'Projects' }).getByLabel('Name').fill('Almanac');
    // By the keyboard: a list that is open over a page that scrolls goes away from under the pointer.
    await page.getByRole('combobox', { name: 'Skills it shows' }).focus();
    await page.keyboard.press('ArrowDown');
    const moon = page.getByRole('option', { name: 'Moon' });
    for (let pressed = 0; pressed < 10 && (await moon.getAttribute('data-combobox-selected')) === null; pressed += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Retire Moon', exact: true }).click();
    await page.getByText('Moon is removed, with 1 place that named it').waitFor();
    await browser.shoot('editor-retired');
    await undo(page, 'Moon is removed');
    await areInOrder(page, ['Knots', 'Wind', 'Tables', 'Moon', 'Tacking', 'Jibing', 'Bowline']);
    await saved(page);
  }, 240_000);

  it('say what a release must have, and what learners will miss, with a way to the review', async () => {
    const page = await browser.page();
    const about = page.locator('#section-about');
    await about.getByRole('textbox', { name: 'Name' }).and(page.locator('[aria-required=true]')).waitFor();
    await about.getByText('*', { exact: true }).first().waitFor();
    expect(await about.getByLabel('What it is', { exact: true }).getAttribute('aria-required')).toBe('true');
    expect(await about.getByRole('textbox', { name: 'What it shows' }).getAttribute('aria-required')).toBeNull();
    // The phone has no room for it.
    const tree = page.getByRole('navigation', { name: 'Curriculum' });
    await tree.getByText(/^Learners will read “not published yet” for what it shows/).waitFor();
    await tree.getByRole('link', { name: 'See the review' }).waitFor();
    await browser.shoot('editor-required');
    expect(await barriersAtEachWidth(page)).toEqual([]);
  }, 240_000);

  it('come before the button that retires them, and are not called missing once they are typed', async () => {
    const page = await browser.page();
    const name = page.getByLabel('Name of skill 4');
    await name.fill('');
    await name.press('Tab');
    await page
      .getByText(/is missing/i)
      .first()
      .waitFor();
    await saved(page);
    // Nobody has looked at it yet: the answer to its save is held back.
    let isHeld = true;
    const held: (() => void)[] = [];
    await page.route('**/drafts/*', async (route) => {
      if (isHeld && route.request().method() === 'PUT') await new Promise<void>((go) => held.push(go));
      await route.continue();
    });
    const missing = await page.getByText(/is missing/i).count();
    await name.fill('Moon');
    await name.press('Tab');
    await page.locator('[data-saving=saving]').waitFor();
    expect(await page.getByText(/is missing/i).count()).toBe(missing - 1);
    isHeld = false;
    for (const go of held) go();
    await saved(page);
    await page.unroute('**/drafts/*');
    const order = await page.getByRole('listitem').filter({ has: name }).getByRole('button').or(page.getByRole('listitem').filter({ has: name }).getByRole('textbox')).evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? '')); // prettier-ignore
    expect(order.at(-1)).toMatch(/^Retire/);
    expect(browser.faults).toEqual([]);
  }, 240_000);
});
